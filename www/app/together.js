// While a lever moves, the sentence follows every move, from a worker that does nothing else meanwhile. Line, bands, people and ledger follow together, a whole answer with its
// ranges at a time, as often as this machine can work them out and draw them; where it cannot, they wait until the lever rests.
import { rangesFound } from './ranges.js';
import { SEED } from './seed.js';

/** Milliseconds between two whole answers while a lever moves. */
const EVERY = 50;
/** A whole answer with its ranges that takes longer than this keeps no lever company until it has rested, ms. */
const SLOW = 300;
/** Nor do pictures that take longer than this to draw: the lever would stutter, ms. */
const STUTTER = 50;
/** What is drawn with bands while a lever moves; the rest has them when it rests. */
const OUTCOMES = [
  'emergency_admissions',
  'bed_days',
  'deaths',
  'deaths_prevention',
  'deaths_hospital',
  'deaths_under_75',
  'life_years',
  'qalys',
  'qalys_prevention',
  'qalys_cut',
  'social_care_gbp',
];

const now = () => performance.now();
/** After the next frame was drawn. */
const drawn = () =>
  new Promise((done) => {
    const frame = globalThis.requestAnimationFrame ?? ((then) => setTimeout(then, 0));
    frame(() => setTimeout(done, 0));
  });

/** @param {import('../engine/engine.js').Engine} engine @param {ReturnType<import('./store.js').createStore>} store */
export function createTogether(engine, store) {
  let busy = false;
  let last = Number.NEGATIVE_INFINITY;
  /** Whether it was tried since the lever rested, and was too slow. */
  let tired = false;

  /** Stores a whole answer; whether the page draws it without a stutter. */
  async function show(patch) {
    const start = now();
    store.set(patch);
    await drawn();
    return now() - start <= STUTTER;
  }

  /** The whole answer and the ranges of a scenario; null if they came to nothing. */
  async function ranges(scenario, seed) {
    let found = null;
    const asked = { seed: seed ?? SEED, moving: true, outcomes: OUTCOMES };
    await engine.futures.ask(JSON.stringify(scenario), asked, (heard) => {
      found = heard;
    });
    return found;
  }

  /** A whole answer of where the lever is now, if there is time for it. */
  async function follow() {
    const { place, scenario, seed } = store.state;
    if (busy || tired || !engine.futures?.quick || now() - last < EVERY) return;
    busy = true;
    last = now();
    try {
      const found = await ranges(scenario, seed);
      const answer = found?.answer;
      const { state } = store;
      if (!answer || !state.moving || state.place !== place) return;
      const answered = { place, scenario };
      const moved = state.scenario === scenario ? null : state.moved;
      const slow = now() - last > SLOW;
      const smooth = await show({
        answer,
        answered,
        moved,
        faults: [],
        status: 'ready',
        ...rangesFound({ answered, seed, answer }, found),
      });
      tired = slow || !smooth;
    } catch {
      // Whatever is wrong is said when the lever rests and the same is asked again.
    } finally {
      busy = false;
    }
  }

  /** The lever rests: next time it is tried again. */
  function rest() {
    tired = false;
  }

  return { follow, rest };
}
