// Beads on a wire: diamonds to the left of the post, discs to its right, ties on it.
import { diamond } from './people.js';

const R = 6;
const STEP = 15;
const GAP = 11;

/**
 * @param {{worse: number, tie: number, better: number}} beads
 * @param {number} width px
 */
export function wireMarks({ worse, tie, better }, width, height = 30) {
  const step = Math.min(STEP, (width / 2 - GAP) / Math.max(worse, better, 1));
  const [post, y] = [width / 2, height / 2];
  const at = (i, side) => post + side * (GAP + tie * step * 0.5 + step / 2 + i * step);
  const r = Math.min(R, step * 0.42);
  return {
    width,
    height,
    post,
    y,
    diamonds: Array.from({ length: worse }, (_, i) => diamond({ x: at(i, -1), y }, r * 1.2)),
    discs: Array.from({ length: better }, (_, i) => ({ x: at(i, 1), r })),
    ties: Array.from({ length: tie }, (_, i) => ({ x: post + (i - (tie - 1) / 2) * step, r })),
  };
}
