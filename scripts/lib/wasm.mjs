// The WebAssembly module, as the page and the checks use it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure, must } from './process.mjs';
import { at } from './project.mjs';

/** What the page loads. */
export const PLAIN = at('pkg');
/** The same source with 128-bit vector instructions. */
export const VECTORS = at('pkg', 'simd128');

/** File name of the module inside either folder. */
export const MODULE = 'headwater_bg.wasm';

/** Builds the module into a folder. wasm-pack is kept from downloading: its tools were put in the PATH by the set-up. */
export async function buildWasm(folder) {
  const vectors = folder === VECTORS ? '-C target-feature=+simd128' : '';
  // Loops become vector instructions as at level 3, but little is copied into its callers: docs/PERFORMANCE.md.
  const small = ['--inline-threshold=5', '--unroll-threshold=0', '--unroll-runtime=0'].map((o) => `-C llvm-args=${o}`);
  const env = {
    RUSTFLAGS: [process.env.RUSTFLAGS, vectors, ...small].filter(Boolean).join(' '),
    CARGO_PROFILE_RELEASE_OPT_LEVEL: '2',
  };
  const args = ['build', '--target', 'web', '--mode', 'no-install', '--out-dir', folder, '--', '--locked'];
  await must('wasm-pack', args, { minutes: 30, env });
}

/** The page loads one glue file with either module: both builds must have made the same. */
export function checkGlue() {
  const [one, other] = [PLAIN, VECTORS].map((folder) => readFileSync(join(folder, 'headwater.js'), 'utf8'));
  if (one !== other)
    throw new Failure('pkg/headwater.js and pkg/simd128/headwater.js differ: the page can use only one');
  return 'same JavaScript for both';
}

/** Loads the module of a folder into Node; gives what it exports, and its memory. */
export async function loadWasm(folder) {
  const exported = await import(pathToFileURL(join(folder, 'headwater.js')).href);
  const { memory } = await exported.default({ module_or_path: readFileSync(join(folder, MODULE)) });
  return { ...exported, memory };
}
