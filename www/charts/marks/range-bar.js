// A range on one line: both bands, the middle run, and where nothing changes.
import { scaleLinear } from 'd3-scale';

/**
 * @param {{low90: number, low50: number, high50: number, high90: number}} range
 * @param {number} value of the middle run
 * @param {{low: number, high: number}} bounds of the scale, zero within
 * @param {number} from px @param {number} to px
 */
export function rangeBarMarks(range, value, bounds, from, to) {
  const x = scaleLinear([bounds.low, bounds.high], [from, to]).clamp(true);
  const bar = (low, high) => ({ x: Math.min(x(low), x(high)), width: Math.max(1, Math.abs(x(high) - x(low))) });
  return { wide: bar(range.low90, range.high90), close: bar(range.low50, range.high50), middle: x(value), zero: x(0) };
}
