// Keeps the answer true to the state: whenever place or scenario changes, asks the engine and stores what it says.
// The engine lets the newest question win; an overtaken one comes back as null and is dropped.
//
// While a lever moves on a machine that needs longer than half a frame or so for the whole answer, the sentence follows every
// move (`moved`); whole answers come as often as there is time for them (together.js), and once the lever rests.

import { same, withValue } from './overlay.js';
import { createTogether } from './together.js';

/** Milliseconds in which a whole answer keeps up with a lever. */
const QUICK = 10;
/** Milliseconds without a move after which a lever rests, even under the finger. */
const REST = 120;

/** What a place is, to see whether the engine already has it. */
const keyOf = ({ codes, files }) => `${codes.join('+')}|${files.map((file) => file.name + file.text.length).join('|')}`;

/**
 * @param {import('../engine/engine.js').Engine} engine
 * @param {ReturnType<import('./store.js').createStore>} store
 */
export function createRunner(engine, store) {
  let seated = null;
  let asked = null;
  let rest = null;
  const together = createTogether(engine, store);

  /** @throws `{faults}` when a file or code is not a place */
  async function seat(place) {
    if (keyOf(place) === seated) return null;
    const about = await engine.setPlace({ codes: place.codes, files: place.files });
    seated = keyOf(place);
    return about;
  }

  async function answer(whole = false) {
    const { place, scenario } = store.state;
    const brief = !whole && moves(place);
    if (asked?.place === place && asked?.scenario === scenario && (asked.whole || brief)) return;
    asked = { place, scenario, whole: !brief };
    clearTimeout(rest);
    if (brief) rest = setTimeout(() => answer(true), REST);
    await (brief ? glance(scenario) : see(place, scenario));
  }

  /** Whether a lever moves too fast for whole answers. */
  function moves(place) {
    const { moving, answer: known } = store.state;
    const brief = engine.took > QUICK || engine.futures?.follow;
    return moving && known !== null && brief && keyOf(place) === seated;
  }

  async function glance(scenario) {
    try {
      const moved = await engine.glimpse(scenario);
      if (moved === null) return;
      store.set({ moved, faults: [] });
      together.follow();
    } catch (error) {
      refuse(faultsOf(error));
    }
  }

  async function see(place, scenario) {
    try {
      await seat(place);
      const found = await engine.run(scenario);
      if (found === null) return;
      store.set({ answer: found, moved: null, status: 'ready', faults: [], answered: { place, scenario } });
      if (store.state.moving) together.follow();
      else engine.futures?.tire(false);
      await compare();
    } catch (error) {
      refuse(faultsOf(error));
    }
  }

  /** What came by link and cannot be is named and left out; what was set here is named and stays, to be set right. */
  function refuse(faults) {
    const { state } = store;
    const kept = state.linked === state.scenario ? withoutFaults(state.scenario, faults) : null;
    if (!kept) return store.set({ faults, moved: null, status: state.answer ? 'stale' : 'failed' });
    const notices = faults.map(({ path, value, reason }) => ({ key: path, value, reason: 'engine', because: reason }));
    return store.set({ scenario: kept, linked: kept, notices: [...state.notices, ...notices] });
  }

  /** The other scenario of a comparison, once the first has settled. */
  async function compare() {
    const { compare: other, place, moving } = store.state;
    if (!other || moving || other.place === place) return;
    const found = await engine.run(other.scenario);
    if (found === null || store.state.compare?.scenario !== other.scenario) return;
    store.set({ compare: { ...store.state.compare, answer: found, place } });
  }

  const leave = store.subscribe(() => {
    answer();
    if (store.state.status === 'ready') compare();
  });
  answer();

  /** Asks again what failed, for when the network is back. */
  function retry() {
    asked = null;
    return answer();
  }

  function stop() {
    clearTimeout(rest);
    leave();
  }

  return { seat, retry, stop };
}

/**
 * A scenario without its faulty parts; null if nothing can be taken out, so that nobody asks for ever.
 * @param {object} scenario @param {{path: string}[]} faults
 */
export function withoutFaults(scenario, faults) {
  const rest = faults.reduce((left, { path }) => (path ? withValue(left, path, undefined) : left), scenario);
  return same(rest, scenario) ? null : rest;
}

/** Every failure as a list of faults. @param {unknown} error */
export function faultsOf(error) {
  if (Array.isArray(error?.faults)) return error.faults;
  return [{ path: '', value: '', reason: error instanceof Error ? error.message : String(error) }];
}
