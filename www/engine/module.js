// @ts-check
// The only file of the page that knows where the WebAssembly module lies and what it exports.
import firstPlain from '../../pkg/first/headwater_bg.wasm?url';
import firstVectors from '../../pkg/first/simd128/headwater_bg.wasm?url';
import plain from '../../pkg/headwater_bg.wasm?url';
import vectors from '../../pkg/simd128/headwater_bg.wasm?url';

export { initSync, Model } from '../../pkg/headwater.js';

/** The smallest module with a vector instruction: valid only where the machine has them. */
const PROBE = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
];

/**
 * Address of the module for this machine; a plain one where vector instructions are missing. The first answer needs the
 * smaller module only. One script serves all four.
 * @param {{whole?: boolean}} [options] `whole`: with possible futures and everything else that can wait
 */
export function moduleUrl({ whole = false } = {}) {
  const modern = typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(PROBE));
  if (whole) return modern ? vectors : plain;
  return modern ? firstVectors : firstPlain;
}
