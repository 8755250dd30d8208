// Bars of parts from one dashed post: better to the right, whichever way is better.
import { scaleLinear } from 'd3-scale';

const WIDE = 560;
const NAME = 232;
const AMOUNT = 92;
const BAR = 14;

/**
 * @param {{better: 'up'|'down', list: {value: number}[], total: number}} data
 * @param {{low: number, high: number}} bounds of values, turned so that better is up
 */
export function partsMarks({ better, list, total }, bounds, width) {
  const wide = width >= WIDE;
  const left = wide ? NAME : 0;
  const turn = better === 'up' ? 1 : -1;
  const lost = bounds.low < 0 ? AMOUNT : 4;
  const x = scaleLinear([bounds.low, bounds.high], [left + lost, width - AMOUNT]);
  const row = wide ? 34 : 52;
  const bar = (value, i) => {
    const end = x(turn * value);
    const loss = turn * value < 0;
    return {
      y: 24 + i * row + (wide ? 10 : 26),
      x: Math.min(x(0), end),
      width: Math.max(value === 0 ? 0 : 1, Math.abs(end - x(0))),
      loss,
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
    rows: list.map(({ value }, i) => bar(value, i)),
    total: bar(total, list.length),
  };
}
