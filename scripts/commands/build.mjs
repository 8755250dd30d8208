// `npm run build`: the WebAssembly module in pkg/, plain and with vector instructions, and what everything weighs.

import { describeSizes } from '../checks/sizes.mjs';
import { forEverything } from '../lib/setup.mjs';
import { inSteps } from '../lib/steps.mjs';
import { buildWasm, PLAIN, VECTORS } from '../lib/wasm.mjs';

/** The build as steps; the tests run the same ones. */
export const buildSteps = [
  { name: 'WebAssembly module', run: () => buildWasm(PLAIN) },
  { name: 'WebAssembly module, simd128', run: () => buildWasm(VECTORS) },
  { name: 'sizes', run: describeSizes },
];

export async function main() {
  await inSteps([...forEverything, ...buildSteps]);
}
