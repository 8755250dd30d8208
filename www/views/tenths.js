// The ten-bead wire: how many of ten beads say "better". The one home of the rule for near-ties.
//
// * Ten beads always. The share is rounded to the nearest tenth, but 0 and 10 are never drawn: no set of model runs
//   proves that something cannot happen. Above 9.5 in 10 it is nine beads and the words "more than 9 in 10".
// * From 4.5 to 5.5 in 10 (both ends included) it is a tie: five and five, and the words say "too close to call", never
//   "better" or "worse". Wider than the rounding, it would hide real leanings; narrower, 5 beads could be a majority.
// * Estimates without runs are single figures: one bead each, on the side of their sign, as the verdict of the answer
//   counts them. When the net is under a tenth of the larger of what is gained and lost, the words add "only just",
//   because both are known no better than that. It stays on its side: sentence, wire and table must count alike.

const TIE = 0.05;
const ALMOST = 0.95;
const NEAR = 0.1;

/**
 * @param {number} share of model runs that say better, 0 to 1
 * @returns {{better: number, worse: number, verdict: 'better'|'worse'|'tie', beyond: boolean}}
 */
export function tenths(share) {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share of model runs: ${share} is not within 0 to 1`);
  if (Math.abs(share - 0.5) <= TIE + 1e-12) return { better: 5, worse: 5, verdict: 'tie', beyond: false };
  const better = Math.min(9, Math.max(1, Math.round(share * 10)));
  const beyond = share > ALMOST || share < 1 - ALMOST;
  return { better, worse: 10 - better, verdict: share > 0.5 ? 'better' : 'worse', beyond };
}

/** @param {number} net gained less lost @returns {'better'|'worse'|'same'} */
export const verdict = (net) => (net === 0 ? 'same' : net > 0 ? 'better' : 'worse');

/**
 * @param {number} net gained less lost
 * @param {number} gained at least 0
 * @param {number} lost at least 0
 */
export const onlyJust = (net, gained, lost) => net !== 0 && Math.abs(net) < NEAR * Math.max(gained, lost);
