// One row for each estimate, on one scale around one post.
import { scaleLinear } from 'd3-scale';

const WIDE = 700;
const WIDER = 900;
const VERDICT = 136;
const GAPS = 32;
const BAR = 14;
const ROOM = 130;

/** How the rows lie: beside their words when there is room, under them when there is not. */
export function rivalsLayout(width) {
  const wide = width >= WIDE;
  const words = width >= WIDER ? 340 : 234;
  return {
    wide,
    wider: width >= WIDER,
    plot: wide ? width - words - VERDICT - GAPS : width,
    bar: BAR,
    height: BAR + 8,
  };
}

/**
 * @param {number} net @param {number} most largest size on the axis @param {number} width px of the plot
 * @param {boolean} words whether the figure stands beside the bar
 */
export function rivalBar(net, most, width, words) {
  const post = width / 2;
  const size = scaleLinear([0, most || 1], [0, Math.max(0, post - (words ? ROOM : 2))])(Math.abs(net));
  return {
    post,
    x: net < 0 ? post - size : post,
    width: size,
    end: net < 0 ? post - size - 8 : post + size + 8,
    loss: net < 0,
  };
}
