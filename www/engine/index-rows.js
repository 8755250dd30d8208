// @ts-check
// The index of places as objects. Pure: the page and the build of the finished pages both read it.

/**
 * @typedef {object} PlaceRow one place of the index
 * @property {string} code
 * @property {string} name
 * @property {string} kind kind of council
 * @property {string} region
 * @property {string} region_code
 * @property {number} population_2023
 * @property {number | null} imd_2025_rank
 * @property {string[]} caution
 * @property {string[]} other_codes codes it had before
 */

/** The compact index as rows: kinds and regions are kept once and pointed at. @param {any} index */
export function rows(index) {
  const list = index.rows.map((/** @type {any[]} */ cells) => {
    const row = Object.fromEntries(
      index.columns.map((/** @type {string} */ name, /** @type {number} */ i) => [name, cells[i]]),
    );
    const [region_code, region] = index.regions[row.region] ?? ['', ''];
    return { ...row, kind: index.kinds[row.kind] ?? '', region, region_code };
  });
  if (list.length === 0) throw new TypeError('the index is empty');
  return list;
}
