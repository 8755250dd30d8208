// @ts-check
// What futures say, as the page reads it: the bare numbers of every share (`Model.tell`), each list where it belongs. Lists are
// views of the numbers, not copies. Nothing here computes.

/** @typedef {import('../../pkg/headwater.js').Told} Told */
/** @typedef {import('../../pkg/headwater.js').Ranges} Ranges */
/** @typedef {[group: string, id: string, part: string, length: number]} Block */
/** @typedef {{numbers: Float64Array, at: number, figures: string[], levels: number, years: number, paths: number,
 *   start: number}} Reader `figures` of a summary, of which the first `levels` are quantiles */

/** Where a group of blocks stands among the ranges. @type {Record<string, string>} */
const GROUP = { outcome: 'outcomes', level: 'levels', kind: 'kinds', payer: 'payers', estimate: 'estimates' };

/** What each kind of block is called, and how it is read. @type {Record<string, (reader: Reader, block: Block) => object>} */
const READ = {
  year: (reader, [group, , , length]) => ({
    difference: series(reader, length),
    ...(group === 'outcome' ? { paths: lists(reader, reader.paths, length) } : {}),
  }),
  horizon: (reader, block) => ({ by_horizon: sum(reader, block) }),
  motion: (reader, block) => ({ set_in_motion: sum(reader, block) }),
  fifth_year: (reader, [, , , length]) => ({
    by_quintile: times(length / reader.years, () => series(reader, reader.years)),
  }),
  fifth_motion: (reader, [, , , length]) => ({ set_in_motion_by_quintile: times(length, () => one(reader)) }),
  single: (reader, [, , , length]) =>
    length === 1 ? { value: one(reader) } : { values: times(length, () => one(reader)) },
  break_even: (reader) => ({ break_even: breakEven(reader) }),
};

/** @template T @param {number} count @param {() => T} make @returns {T[]} */
const times = (count, make) => Array.from({ length: count }, make);

/** The next numbers. @param {Reader} reader @param {number} length */
function list(reader, length) {
  const from = reader.at;
  reader.at += length;
  return reader.numbers.subarray(from, reader.at);
}

/** @param {Reader} reader @param {number} count @param {number} length */
const lists = (reader, count, length) => times(count, () => list(reader, length));

/** One figure over all futures; null if it is no number in some. @param {Reader} reader */
function one(reader) {
  const found = list(reader, reader.figures.length);
  if (Number.isNaN(found[0])) return null;
  return Object.fromEntries(reader.figures.map((name, i) => [name, found[i]]));
}

/** @param {Reader} reader @param {number} length */
function series(reader, length) {
  const found = lists(reader, reader.figures.length, length);
  if (found[0]?.some(Number.isNaN)) return null;
  return Object.fromEntries(reader.figures.map((name, i) => [name, found[i]]));
}

/** Of outcomes both sums have a name; the discounted one is not told. @param {Reader} reader @param {Block} block */
const sum = (reader, [group]) => (group === 'outcome' ? { undiscounted: one(reader) } : one(reader));

/** @param {Reader} reader */
function breakEven(reader) {
  const [never, nothing_paid, count] = list(reader, 3);
  const by_year = list(reader, count);
  const levels = reader.figures.slice(0, reader.levels);
  const found = list(reader, levels.length);
  const quantiles = Number.isNaN(found[0])
    ? null
    : Object.fromEntries(levels.map((name, i) => [name, calendar(reader.start, found[i])]));
  return { start_year: reader.start, by_year, never, nothing_paid, quantiles };
}

/** @param {number} start @param {number} after years after it @returns {number | 'never'} */
const calendar = (start, after) => (Number.isFinite(after) ? start + after : 'never');

/**
 * Ranges from what is told of all shares.
 * @param {Told[]} shares
 * @returns {Ranges}
 */
export function rangesOf(shares) {
  const heads = shares.map(({ head }) => JSON.parse(head));
  const { draws, seed, quantiles } = heads[0];
  /** @type {any} */
  const ranges = { draws, seed, quantiles: Object.fromEntries(quantiles) };
  for (const group of ['outcomes', 'levels', 'kinds', 'fairness', 'payers', 'estimates']) ranges[group] = {};
  ranges.ledger = [];
  shares.forEach(({ numbers }, share) => {
    const { blocks, lines, years, paths, start_year: start } = heads[share];
    const figures = [...quantiles.map((/** @type {[string]} */ [name]) => name), 'mean', 'above_zero', 'below_zero'];
    const reader = { numbers, at: 0, figures, levels: quantiles.length, years, paths, start };
    for (const block of blocks) put(ranges, block, READ[block[2]](reader, block));
    for (const line of lines) ranges.ledger.push(lineOf(reader, line));
  });
  return ranges;
}

/** @param {any} ranges @param {Block} block @param {object} found */
function put(ranges, [group, id], found) {
  const entries = ranges[GROUP[group] ?? group];
  entries[id] = { ...entries[id], ...found };
}

/** @param {Reader} reader @param {[string, string, string]} names */
function lineOf(reader, [payer, line, kind]) {
  const gbp = series(reader, reader.years);
  return { payer, line, kind, gbp, by_horizon_gbp: one(reader), after_horizon_gbp: one(reader) };
}
