// Bars of net benefits on one scale round a dashed post at nothing: better right of it, worse left of it.
import { scaleLinear } from 'd3-scale';

const HEIGHT = 22;
const EDGE = 4;

/** @param {number[]} values all that are drawn on the scale @param {number} width px */
export function netScale(values, width) {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const x = scaleLinear([low, high === low ? low + 1 : high], [EDGE, width - EDGE]);
  return { width, height: HEIGHT, post: x(0), x };
}

/** A bar between two values, cut at the post into what is worse and what is better. */
export function netBar({ post, x }, from, to) {
  const [left, right] = [x(Math.min(from, to)), x(Math.max(from, to))];
  const worse = { x: left, width: Math.max(0, Math.min(right, post) - left) };
  const better = { x: Math.max(left, post), width: Math.max(0, right - Math.max(left, post)) };
  return { worse, better };
}

/**
 * Where a figure stands, how far its range goes, and where the answer turns.
 * @param {{value: number, low: number, high: number, flips_at: number}} row @param {number} width px
 */
export function turningMarks({ value, low, high, flips_at: flips }, width) {
  const all = [value, low, high, flips];
  const x = scaleLinear([Math.min(...all), Math.max(...all)], [10, width - 10]);
  return { width, height: HEIGHT, low: x(low), high: x(high), value: x(value), flips: x(flips) };
}
