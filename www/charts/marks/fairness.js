// Five rows on one scale around one post.
import { scaleLinear } from 'd3-scale';
import { rangeBarMarks } from './range-bar.js';

const WIDE = 520;
const ROW = { wide: 56, narrow: 74 };
const NET = 8;
const VALUE = 40;
const BAR = 14;

/**
 * @param {{fifths: {key: string, harm: number, gain: number, net: number, range?: object|null}[]}} data
 * @param {number} most the largest size of the axis
 * @param {number} width px
 * @param {number} names px that the names of the fifths need
 */
export function fairnessMarks({ fifths }, most, width, names) {
  const wide = width >= WIDE;
  const left = wide ? names : 0;
  const half = (width - left) / 2;
  const post = left + half;
  const size = scaleLinear([0, most || 1], [0, Math.max(0, half - VALUE)]);
  const row = wide ? ROW.wide : ROW.narrow;
  const reach = Math.max(0, half - VALUE);
  const scale = { low: -(most || 1), high: most || 1 };
  const top = 28;
  return {
    width,
    height: top + row * fifths.length,
    post,
    top,
    wide,
    bar: BAR,
    half,
    rows: fifths.map((each, i) => {
      const y = top + i * row + (wide ? 10 : row - BAR - NET - 22);
      return {
        ...each,
        y,
        name: wide ? { x: 0, y: y + 12 } : { x: 0, y: y - 8 },
        harmBar: { x: post - size(each.harm), width: size(each.harm) },
        gainBar: { x: post, width: size(each.gain) },
        net: { y: y + BAR + 6, height: NET },
        reach: each.range && rangeBarMarks(each.range, each.net, scale, post - reach, post + reach),
      };
    }),
  };
}
