// Five rows on one scale around one post.
import { scaleLinear } from 'd3-scale';

const WIDE = 520;
const ROW = { wide: 38, narrow: 54 };
const VALUE = 40;
const BAR = 14;

/**
 * @param {{fifths: {key: string, harm: number, gain: number}[]}} data
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
      const y = top + i * row + (wide ? (row - BAR) / 2 : row - BAR - 6);
      return {
        ...each,
        y,
        name: wide ? { x: 0, y: y + 12 } : { x: 0, y: y - 8 },
        harmBar: { x: post - size(each.harm), width: size(each.harm) },
        gainBar: { x: post, width: size(each.gain) },
      };
    }),
  };
}
