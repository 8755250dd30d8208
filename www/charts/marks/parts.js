// Bars of parts from one dashed post: better to the right, whichever way is better.
import { scaleLinear } from 'd3-scale';
import { rangeBarMarks } from './range-bar.js';

const WIDE = 560;
const NAME = 232;
const AMOUNT = 92;
const BAR = 14;

/**
 * @param {{better: 'up'|'down', list: {value: number, range?: object|null}[], total: number, range?: object|null}} data
 * @param {{low: number, high: number}} bounds of values, turned so that better is up
 */
export function partsMarks({ better, list, total, range: whole = null }, bounds, width) {
  const wide = width >= WIDE;
  const left = wide ? NAME : 0;
  const turn = better === 'up' ? 1 : -1;
  const lost = bounds.low < 0 ? AMOUNT : 4;
  const x = scaleLinear([bounds.low, bounds.high], [left + lost, width - AMOUNT]);
  const row = wide ? 44 : 62;
  const ends = x.range();
  const reach = (value, range) =>
    range && rangeBarMarks(better === 'up' ? range : over(range), turn * value, bounds, ...ends);
  const bar = (value, i, range = null) => {
    const end = x(turn * value);
    const loss = turn * value < 0;
    return {
      y: 24 + i * row + (wide ? 10 : 26),
      x: Math.min(x(0), end),
      width: Math.max(value === 0 ? 0 : 1, Math.abs(end - x(0))),
      loss,
      reach: reach(value, range),
      words: loss ? end - 6 : end + 6,
      name: 24 + i * row + (wide ? 22 : 18),
    };
  };
  return {
    width,
    height: 24 + row * (list.length + 1),
    post: x(0),
    bar: BAR,
    wide,
    rows: list.map(({ value, range }, i) => bar(value, i, range)),
    total: bar(total, list.length, whole),
  };
}

/** A range where fewer is better, turned so that better is up. */
const over = ({ low90, low50, high50, high90 }) => ({ low90: -high90, low50: -high50, high50: -low50, high90: -low90 });
