// @ts-check
// How many runs there will be in all, as far as is known when some of them are there: a thousand are promised only where they
// are going to be run.

/**
 * @param {import('./stages.js').Stage[]} stages of this question
 * @param {{of: (whole: boolean, draws: number) => number | null}} speed
 * @param {{draws: number, whole: boolean}} done the stage that is there
 * @returns {number} runs, those that are there among them
 */
export function inAll(stages, speed, { draws, whole }) {
  const at = stages.findIndex((stage) => stage.draws === draws && stage.whole === whole);
  const next = stages[at + 1];
  if (!next) return draws;
  const left = next.whole === whole ? next.draws - draws : next.draws;
  // The same question that futures.js asks before it begins the stage.
  const tooLong = next.longest && (speed.of(next.whole, left) ?? 0) > next.longest;
  return tooLong ? draws : next.draws;
}
