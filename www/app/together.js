// While a lever moves, the sentence follows every move, from a worker that does nothing else meanwhile. Line, bands, people and
// ledger follow together, a whole answer with its ranges at a time, one after another; where the machine cannot work them out or
// draw them quickly enough, or has one core only, they wait until the lever rests.
import { FIRST } from '../views/outcomes.js';
import { rangesFound } from './ranges.js';
import { SEED } from './seed.js';

/** A whole answer with its ranges that takes longer than this keeps no lever company until it has rested, ms. */
const SLOW = 300;
/** Nor do pictures that take longer than this to draw: the lever would stutter, ms. */
const STUTTER = 50;
/** A lever that has not moved for so long pauses, ms. */
const PAUSE = 34;
/** Drawn with bands while a lever moves besides the outcomes one can choose first; the rest has them when it rests. */
const PARTS = [
  'deaths_prevention',
  'deaths_hospital',
  'qalys_prevention',
  'qalys_cut',
  'social_care_gbp',
  'life_years',
];
const OUTCOMES = [...new Set([...FIRST, ...PARTS])];

const now = () => performance.now();
/** After the next frame was drawn. */
const drawn = () =>
  new Promise((done) => {
    const frame = globalThis.requestAnimationFrame ?? ((then) => setTimeout(then, 0));
    frame(() => setTimeout(done, 0));
  });

const pause = (ms) => ms > 0 && new Promise((done) => setTimeout(done, ms));

/**
 * The moment after the lever moved on and its sentence was asked for: what is drawn now is drawn while that is worked out, and
 * keeps no sentence waiting.
 */
function nextMove(store) {
  const { scenario } = store.state;
  return new Promise((done) => {
    const moved = () => store.state.scenario !== scenario && act();
    const stop = store.subscribe(moved);
    const late = setTimeout(act, PAUSE);
    function act() {
      stop();
      clearTimeout(late);
      done();
    }
  });
}

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

  /** Shows a whole answer where the lever was a moment ago; whether that went smoothly. */
  async function show({ place, scenario, seed }, found) {
    const { answer } = found;
    const { state } = store;
    const answered = { place, scenario };
    const start = now();
    const moved = state.scenario === scenario ? null : state.moved;
    const ranges = rangesFound({ answered, seed, answer }, found);
    store.set({ answer, answered, moved, status: 'ready', ...ranges });
    await drawn();
    return now() - start <= STUTTER;
  }

  /** Whole answers with their ranges for as long as the lever moves and they keep up. */
  async function follow() {
    if (busy || !futures?.follow) return;
    busy = true;
    try {
      for (let shown = null; store.state.moving && futures.follow && store.state.scenario !== shown; ) {
        const { place, scenario, seed } = store.state;
        const start = now();
        const found = await ask(scenario, seed);
        const slow = now() - start > SLOW;
        await nextMove(store);
        const { state } = store;
        // Where the lever is now may have been refused: that is said, and no answer of a moment ago takes it away.
        if (!found || !state.moving || state.place !== place || state.seed !== seed || state.faults.length > 0) break;
        if (!(await show({ place, scenario, seed }, found)) || slow) futures.tire(true);
        shown = scenario;
        await pause(futures.every - (now() - start));
      }
    } catch {
      // Whatever is wrong is said when the lever rests and the same is asked again.
    } finally {
      busy = false;
    }
  }

  return { follow };
}
