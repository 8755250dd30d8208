// What place the page is about. Nobody is given a place: until one is chosen the page shows England, marked as an example.
export const EXAMPLE = 'E92000001';

/**
 * @param {string[]} codes empty for the example
 * @param {{code: string, name: string}[]} [places] to name it before the engine does
 */
export function placeOf(codes, places = []) {
  const example = codes.length === 0;
  const list = example ? [EXAMPLE] : codes;
  const names = list.map((code) => places.find((place) => place.code === code)?.name).filter(Boolean);
  return { codes: list, files: [], name: names.length === list.length ? names.join(' + ') : undefined, example };
}

/** Codes that the page has no data for. */
export function unknownCodes(codes, places) {
  return codes.filter((code) => !places.some((place) => place.code === code));
}
