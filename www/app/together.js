// While a lever moves, the sentence follows every move, from a worker that does nothing else meanwhile. Line, bands, people and
// ledger follow together, a whole answer with its ranges at a time, one after another; where the machine cannot work them out or
// draw them quickly enough, or has one core only, they wait until the lever rests.
import { FIRST } from '../views/outcomes.js';
import { allDrawn, painted } from './in-turn.js';
import { rangesFound } from './ranges.js';
import { SEED } from './seed.js';

/** A whole answer with its ranges that takes longer than this is too much for a lever that moves, ms. */
const SLOW = 400;
/** So are pictures of which one takes longer than this to draw: the lever would stutter, ms. */
const STUTTER = 50;
/** So often in a row, and none keeps the lever company until it has rested: the first of a visit is drawn by code still unprepared. */
const STRIKES = 2;
/** Of the page's time, what is shown takes a part of so many at most: where drawing takes longer it comes less often. */
const PART = 15;
/** Half a frame, ms: a picture that takes longer to draw mostly makes a frame late, and comes half as often again. */
const LATE = 8;
/** The longest rest between two: one slow drawing says little of the next, ms. */
const LONGEST = 1600;
/** Drawn with bands while a lever moves besides the outcomes one can choose first; the rest has them when it rests. */
const PARTS = [
  'deaths_prevention',
  'deaths_hospital',
  'qalys_prevention',
  'qalys_cut',
  'social_care_gbp',
  'life_years',
];
export const OUTCOMES = [...new Set([...FIRST, ...PARTS])];

const now = () => performance.now();
/** After everything that follows a change at once. */
const rendered = () => new Promise((done) => setTimeout(done, 0));
const pause = (ms) => ms > 0 && new Promise((done) => setTimeout(done, ms));

/** @param {import('../engine/engine.js').Engine} engine @param {ReturnType<import('./store.js').createStore>} store */
export function createTogether(engine, store) {
  const { futures } = engine;
  let busy = false;

  /** The whole answer and the ranges of a scenario; null if they came to nothing. */
  async function ask(scenario, seed) {
    let found = null;
    const asked = { seed: seed ?? SEED, moving: true, outcomes: OUTCOMES };
    await futures.ask(JSON.stringify(scenario), asked, (heard) => {
      found = heard;
    });
    return found?.answer ? found : null;
  }

  /** Shows a whole answer where the lever was a moment ago; how long the page had no time for anything else, at the most. */
  async function show({ place, scenario, seed }, found) {
    const { answer } = found;
    const { state } = store;
    const answered = { place, scenario };
    const start = now();
    const moved = state.scenario === scenario ? null : state.moved;
    const ranges = rangesFound({ answered, seed, answer }, found);
    store.set({ answer, answered, moved, status: 'ready', ...ranges });
    await rendered();
    const first = now() - start;
    await painted();
    return Math.max(first, await allDrawn());
  }

  /** Whole answers with their ranges for as long as the lever moves and they keep up. */
  async function follow() {
    if (busy || !futures?.follow) return;
    busy = true;
    let strikes = 0;
    try {
      for (let shown = null; store.state.moving && futures.follow && store.state.scenario !== shown; ) {
        const { place, scenario, seed } = store.state;
        const start = now();
        const found = await ask(scenario, seed);
        const slow = now() - start > SLOW;
        const { state } = store;
        // Where the lever is now may have been refused: that is said, and no answer of a moment ago takes it away.
        if (!found || !state.moving || state.place !== place || state.seed !== seed || state.faults.length > 0) break;
        const took = await show({ place, scenario, seed }, found);
        strikes = took > STUTTER || slow ? strikes + 1 : 0;
        if (strikes === STRIKES) futures.tire(true);
        shown = scenario;
        const rest = Math.min(PART * took * (took > LATE ? 2 : 1), LONGEST);
        await pause(Math.max(futures.every, rest) - (now() - start));
      }
    } catch {
      // Whatever is wrong is said when the lever rests and the same is asked again.
    } finally {
      busy = false;
    }
  }

  return { follow };
}
