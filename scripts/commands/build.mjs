// `npm run build`: the WebAssembly module in pkg/, plain and with vector instructions, the page in dist/, and what
// everything weighs.

import { join } from 'node:path';
import { describeSizes } from '../checks/sizes.mjs';
import { buildNative, typed } from '../lib/native.mjs';
import { must } from '../lib/process.mjs';
import { at } from '../lib/project.mjs';
import { forEverything } from '../lib/setup.mjs';
import { inSteps } from '../lib/steps.mjs';
import { buildWasm, checkGlue, FIRST, FIRST_VECTORS, PLAIN, VECTORS } from '../lib/wasm.mjs';
import { EVIDENCE } from '../page/data.mjs';

/** Folder of the built page. */
export const DIST = at('dist');

/** Splits the evidence for the page with the native program. */
async function evidence(program) {
  return (await must(program, ['pack', 'page', EVIDENCE])).trim().split('\n').join('; ');
}

async function page() {
  await must(process.execPath, [at('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
    minutes: 5,
  });
  return 'dist/';
}

/** In a process of its own: it imports the module that was just built. */
async function places() {
  return (await must(process.execPath, [at('scripts', 'page', 'write-places.mjs'), DIST], { minutes: 10 })).trim();
}

/** Side by side: each keeps one core busy. */
async function together(whole, first) {
  await Promise.all([buildWasm(whole), buildWasm(first)]);
}

/** The WebAssembly module, both ways, and the evidence as the page loads it. `program` gives the native one. */
export const moduleSteps = (program) => [
  { name: 'WebAssembly modules', run: () => together(PLAIN, FIRST) },
  { name: 'WebAssembly modules, simd128', run: () => together(VECTORS, FIRST_VECTORS).then(checkGlue) },
  { name: 'evidence for the page', run: () => evidence(program()) },
];

/** The page, from what `moduleSteps` made. */
export const pageSteps = [
  { name: 'page', run: page },
  { name: 'a finished page for each place', run: places },
  { name: 'sizes', run: () => describeSizes(join(DIST)) },
];

/** Builds the native program and keeps its path for the steps after it. */
export function nativeStep() {
  let path;
  const build = async () => {
    path = await buildNative();
    return typed(path);
  };
  return { step: { name: 'native program (the first build takes minutes)', run: build }, program: () => path };
}

export async function main() {
  const { step, program } = nativeStep();
  await inSteps([...forEverything, step, ...moduleSteps(program), ...pageSteps]);
}
