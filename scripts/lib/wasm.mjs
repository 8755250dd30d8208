// The WebAssembly module, as the page and the checks use it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { must } from './process.mjs';
import { at } from './project.mjs';

/** What the page loads. */
export const PLAIN = at('pkg');
/** The same source with 128-bit vector instructions. */
export const VECTORS = at('pkg', 'simd128');

/** File name of the module inside either folder. */
export const MODULE = 'headwater_bg.wasm';

/** Builds the module into a folder. wasm-pack is kept from downloading: its tools were put in the PATH by the set-up. */
export async function buildWasm(folder) {
  const rustflags = folder === VECTORS ? '-C target-feature=+simd128' : '';
  const env = { RUSTFLAGS: [process.env.RUSTFLAGS, rustflags].filter(Boolean).join(' ') };
  const args = ['build', '--target', 'web', '--mode', 'no-install', '--out-dir', folder, '--', '--locked'];
  await must('wasm-pack', args, { minutes: 30, env });
}

/** Loads the module of a folder into Node; gives what it exports. */
export async function loadWasm(folder) {
  const exported = await import(pathToFileURL(join(folder, 'headwater.js')).href);
  await exported.default({ module_or_path: readFileSync(join(folder, MODULE)) });
  return exported;
}
