// Which packages may be in the dependency trees.

import { Failure, must } from '../lib/process.mjs';

/** Only the wasm32 build may have these, so that native code cannot import them. */
const BROWSER_ONLY = ['wasm-bindgen', 'js-sys', 'web-sys', 'serde-wasm-bindgen'];

async function names(...args) {
  const tree = await must('cargo', ['tree', '--locked', '--offline', '--prefix', 'none', '--format', '{p}', ...args]);
  const list = new Set(
    tree
      .split('\n')
      .map((line) => line.split(' ')[0])
      .filter(Boolean),
  );
  if (!list.has('headwater') || !list.has('libm'))
    throw new Failure('cargo tree did not list this project', { output: tree });
  return list;
}

/**
 * nalgebra's `std` feature brings matrixmultiply, whose last bits depend on the processor; results would no longer be
 * the same everywhere.
 */
export async function checkDependencies() {
  const everything = await names('--all-features', '--target', 'all', '--edges', 'normal,build,dev');
  if (everything.has('matrixmultiply')) {
    const advice =
      'Some package turned on a feature that brings it: `cargo tree --all-features --target all -i matrixmultiply` says which.';
    throw new Failure('matrixmultiply is in the dependency tree', { advice });
  }
  const native = await names('--all-features', '--edges', 'normal,build');
  const strayed = BROWSER_ONLY.filter((name) => native.has(name));
  if (strayed.length > 0)
    throw new Failure(`in the native tree: ${strayed.join(', ')}; they belong to the wasm32 target only`);
  return `${everything.size} packages, no matrixmultiply; nothing of the browser in the native ${native.size}`;
}
