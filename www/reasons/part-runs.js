/**
 * Parts of a total with their ranges: every model run is taken apart as the middle run is, which takes a run for each programme
 * and channel. So it is done when asked for, for one outcome and account, in fewer runs than there are of the total.
 */
import { about } from '../views/outcomes.js';
import { turned } from '../views/ranges.js';
import { FUTURES } from './inquiry.js';
import { ABOUTS } from './turns.js';

/**
 * @typedef {object} PartRuns
 * @property {{done: number, of: number}|null} work what is being done
 * @property {{draws: number, of: (part: object) => object|null}|null} found the range of a part, as the panel counts it
 * @property {string} fault
 */

/** @type {PartRuns} */
export const NO_RUNS = { work: null, found: null, fault: '' };

/** Whether model runs can be taken apart for an outcome. @param {string} outcome */
export const comesApart = (outcome) => ABOUTS.includes(outcome);

/**
 * Ranges by part. The engine counts what is better as more; the panel counts the outcome itself.
 * @param {object} contributions of the engine @param {string} outcome
 */
export function rangesByPart({ draws, parts }, outcome) {
  const way = about(outcome).better === 'up' ? (summary) => summary : turned;
  const same = (part) => (other) => (other.programme ?? '') === part.programme && other.channel === part.channel;
  return { draws, of: (part) => way(parts.find(same(part))?.futures ?? null) };
}

/** @param {(state: PartRuns) => void} onchange */
export function createPartRuns(onchange) {
  let current = 0;

  /** What was asked is left off and forgotten. */
  function forget() {
    current += 1;
    onchange(NO_RUNS);
  }

  /**
   * @param {object} engine @param {object} scenario
   * @param {{outcome: string, account: string, seed: number}} what
   */
  async function ask(engine, scenario, { outcome, account, seed }) {
    forget();
    const own = current;
    const going = () => own === current;
    const put = (patch) => going() && onchange({ ...NO_RUNS, ...patch });
    put({ work: { done: 0, of: 1 } });
    let question = null;
    try {
      const asked = { about: outcome, account, contributions: FUTURES.parts, seed };
      question = await engine.long('question', scenario, asked);
      const whole = await question.run(going, ({ done, of }) => put({ work: { done, of: of ?? 1 } }));
      if (whole) put({ found: rangesByPart((await question.found()).contributions, outcome) });
    } catch (error) {
      put({ fault: error?.faults?.[0]?.reason ?? error?.message ?? String(error) });
    }
    // The worker keeps it until told; a worker that is gone has nothing to keep.
    await question?.close().catch(() => {});
  }

  return { ask, forget };
}
