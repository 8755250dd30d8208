// An engine that is named in more than one place.

/** The other engine that comes closest: the equations as they stand, compiled as fast as they get. */
export const FASTEST = 'SDEverywhere to wasm, -O3 simd128';
