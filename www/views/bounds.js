// Axis bounds that hold still. Best are those of the lever's extremes, given by the page; without them bounds are
// rounded outwards and only ever grow, so that moving a lever back never moves the axis.
import { scaleLinear } from 'd3-scale';

/** @typedef {{low: number, high: number}} Bounds */

/**
 * @param {Bounds|null|undefined} held what was drawn before
 * @param {number[]} values to be drawn now
 * @param {number} least the smallest size worth an axis of its own: a speck does not fill the picture
 * @returns {Bounds}
 */
export function grow(held, values, least) {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (held && held.low <= low && held.high >= high) return held;
  // A small piece of the other side stays in view, so that the dashed line is never the edge.
  const room = Math.max((high - low) / 10, high - low < least ? least : 0);
  const wanted = [Math.min(low, -room), Math.max(high, room)];
  const [a, b] = scaleLinear().domain(wanted).nice(5).domain();
  return { low: Math.min(a, held?.low ?? a), high: Math.max(b, held?.high ?? b) };
}
