// @ts-check
// Two plans in the same possible futures: the ranges of each, and of one less the other, future by future. They run in the
// second worker, few before many, so that what the page itself shows is not kept waiting. Nothing here computes.
import { inAll } from './in-all.js';
import { pace } from './pace.js';
import { AT_ONCE, stagesOf } from './stages.js';

/** What a comparison shows of each future; sums of money and estimates come with every run. */
const KEEP = {
  outcomes: ['emergency_admissions', 'bed_days', 'deaths_under_75', 'qalys'],
  ledger: false,
  set_in_motion: true,
};

/** @typedef {import('../../pkg/headwater.js').Ranges} Ranges */
/** @typedef {{one: Ranges, other: Ranges, less: Ranges, draws: number, all: number}} Pairs `less`: the first less the other */
/** @typedef {(name: keyof import('./worker.js').Api, place: Uint8Array[] | false, ...args: any[]) => Promise<any>} Ask */

/** @param {() => Uint8Array[]} files of the place the page shows @param {Ask} ask asks the second worker, with the place open */
export function createPairs(files, ask) {
  const speed = pace();
  let current = 0;

  /**
   * The futures of a plan up to so many, after those that are there.
   * @param {Uint8Array[]} place @param {{scenario: string, parts: object[], last: number}} plan
   * @param {number} draws @param {number} seed @param {() => boolean} going
   */
  async function grow(place, plan, draws, seed, going) {
    while (plan.last < draws && going()) {
      const last = Math.min(draws, plan.last + AT_ONCE);
      plan.parts.push(...(await ask('futures', place, plan.scenario, { ...KEEP, seed, first: plan.last + 1, last })));
      plan.last = last;
    }
  }

  return {
    /**
     * Runs both plans; `onpairs` hears of every stage. A newer question, or `drop`, ends it.
     * @param {object} one @param {object} other scenarios @param {number} seed @param {(found: Pairs) => void} onpairs
     * @returns {Promise<boolean>} whether it came to its end
     */
    async ask(one, other, seed, onpairs) {
      current += 1;
      const own = current;
      const going = () => own === current;
      const place = files();
      const plans = [one, other].map((plan) => ({ scenario: JSON.stringify(plan), parts: [], last: 0 }));
      const stages = stagesOf(speed, { moving: false });
      for (const stage of stages) {
        const { draws, whole, longest, rest } = stage;
        const left = draws - plans[0].last;
        if (longest && (speed.of(whole, left) ?? 0) > longest) break;
        if (rest) await new Promise((resolve) => setTimeout(resolve, rest));
        const began = performance.now();
        for (const plan of plans) await grow(place, plan, draws, seed, going);
        if (!going()) return false;
        speed.ran(whole, left, performance.now() - began);
        const [first, second] = plans.map(({ parts }) => parts);
        const found = await Promise.all([
          ask('ranges', false, first, seed),
          ask('ranges', false, second, seed),
          ask('pairs', false, first, second, seed),
        ]);
        if (!going()) return false;
        onpairs({ one: found[0], other: found[1], less: found[2], draws, all: inAll(stages, speed, stage) });
      }
      return true;
    },
    /** What was asked no longer matters. */
    drop() {
      current += 1;
    },
  };
}
