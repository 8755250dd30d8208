// The WebAssembly module, as the page and the checks use it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure, must } from './process.mjs';
import { at } from './project.mjs';

/** Everything the boundary can do. */
export const PLAIN = at('pkg');
/** The same source with 128-bit vector instructions. */
export const VECTORS = at('pkg', 'simd128');
/** What the first answer needs, both ways. */
export const FIRST = at('pkg', 'first');
export const FIRST_VECTORS = at('pkg', 'first', 'simd128');

/** File name of the module inside either folder. */
export const MODULE = 'headwater_bg.wasm';

/** Builds a module into its folder. wasm-pack is kept from downloading: its tools were put in the PATH by the set-up. */
export async function buildWasm(folder) {
  const vectors = [VECTORS, FIRST_VECTORS].includes(folder) ? '-C target-feature=+simd128' : '';
  const first = [FIRST, FIRST_VECTORS].includes(folder);
  // Little is copied into its callers, and few loops are written out, least where every visitor waits for it. Loops become vector
  // instructions at level 2 too; lanes written out one by one only at level 3, which possible futures need and the first answer does
  // not: docs/PERFORMANCE.md.
  const thresholds = [`--inline-threshold=${first ? 5 : 60}`, `--unroll-threshold=${first ? 0 : 90}`];
  const small = [...thresholds, '--unroll-runtime=0'].map((o) => `-C llvm-args=${o}`);
  const env = {
    RUSTFLAGS: [process.env.RUSTFLAGS, vectors, ...small].filter(Boolean).join(' '),
    CARGO_PROFILE_RELEASE_OPT_LEVEL: first ? '2' : '3',
    // A module is linked on one core: with a folder of its own the other one can be built at the same time.
    CARGO_TARGET_DIR: at('target', first ? 'first' : 'whole'),
  };
  const build = ['build', '--target', 'web', '--mode', 'no-install', '--out-dir', folder, '--', '--locked'];
  const args = first ? build : [...build, '--features', 'whole'];
  await must('wasm-pack', args, { minutes: 30, env });
}

/** The page loads the script of the whole module with any of the four: what they ask of it and give must be in it. */
export function checkGlue() {
  const [one, other] = [PLAIN, VECTORS].map((folder) => readFileSync(join(folder, 'headwater.js'), 'utf8'));
  if (one !== other)
    throw new Failure('pkg/headwater.js and pkg/simd128/headwater.js differ: the page can use only one');
  const named = (folder) => {
    const module = new WebAssembly.Module(readFileSync(join(folder, MODULE)));
    const both = [WebAssembly.Module.imports(module), WebAssembly.Module.exports(module)];
    return both.flatMap((list, side) => list.map(({ name }) => `${side === 0 ? 'import' : 'export'} ${name}`));
  };
  const known = new Set(named(PLAIN));
  for (const folder of [FIRST, FIRST_VECTORS]) {
    const strange = named(folder).filter((name) => !known.has(name));
    if (strange.length > 0)
      throw new Failure(`${folder} does not go with the script of the whole module: ${strange.join(', ')}`);
  }
  return 'one script for all four';
}

/** Loads the module of a folder into Node; gives what it exports, and its memory. */
export async function loadWasm(folder) {
  const exported = await import(pathToFileURL(join(folder, 'headwater.js')).href);
  const { memory } = await exported.default({ module_or_path: readFileSync(join(folder, MODULE)) });
  return { ...exported, memory };
}
