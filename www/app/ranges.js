// Keeps the ranges true to the answer: once a plan is answered and rests, asks for its possible futures and stores what they
// say, stage by stage. Ranges are shown only beside the very plan they are of.
import { FULL } from '../engine/stages.js';
import { SEED } from './seed.js';

/**
 * @typedef {object} RangesState
 * @property {string} key of the plan, the place and the seed they are of
 * @property {object} found of the engine @property {object} first the same while more runs are to come: it says of how many
 * @property {number} draws @property {boolean} whole
 */

const keys = new WeakMap();

/** What ranges are of: the same plan, place and seed give the same ranges. */
function keyOf({ answered, seed }) {
  if (!answered) return null;
  if (!keys.has(answered)) {
    const { codes, files } = answered.place;
    const own = files?.map(({ name, text }) => `${name}${text.length}`) ?? [];
    keys.set(answered, JSON.stringify([codes, own, answered.scenario]));
  }
  return `${seed ?? SEED} ${keys.get(answered)}`;
}

const isAnswered = ({ answered, scenario, place }) => answered?.scenario === scenario && answered?.place === place;

/** Whether runs of the plan on screen are still being made: a lever that moves, a refusal or a failure ends them. */
const goesOn = (state, doubt) => doubt === 'working' && isAnswered(state) && !state.faults?.length;

/**
 * What a page may show of ranges.
 * @param {object} state
 * @returns {{ranges: object|null, stale: object|null, doubt: 'working'|'moving'|'failed'|'off', draws: number}}
 *   `stale`: of the plan before, in the same place, until the new ones are there
 */
export function rangesOf(state) {
  const { ranges: held, rangesFailed: failed, moving } = state;
  const key = keyOf(state);
  // Pictures are of the last whole answer: while only the sentence follows a lever, its ranges still stand beside them.
  const fresh = held !== null && held.key === key;
  const doubt = failed !== null && failed === key ? 'failed' : moving ? 'moving' : 'working';
  if (fresh) return { ranges: goesOn(state, doubt) ? held.first : held.found, stale: null, doubt, draws: held.draws };
  const near = held?.place === state.answered?.place && held?.years === state.answer?.years.length;
  return { ranges: null, stale: near ? (held?.found ?? null) : null, doubt, draws: 0 };
}

/**
 * What the state holds once ranges of a plan are there.
 * @param {{answered: object, seed: number|null, answer: object}} of @param {import('../engine/futures.js').FuturesAnswer} found
 */
export function rangesFound({ answered, seed, answer }, { ranges: found, draws, whole, all = draws }) {
  const key = keyOf({ answered, seed });
  // Runs of the years shown, made while a lever moved, are not all: once it rests everybody is followed.
  const inAll = whole ? all : FULL;
  const first = inAll > draws ? { ...found, of: inAll } : found;
  const ranges = { key, found, first, draws, whole, place: answered.place, years: answer.years.length };
  return { ranges, rangesFailed: null };
}

/** @param {import('../engine/engine.js').Engine} engine @param {ReturnType<import('./store.js').createStore>} store */
export function createRanges(engine, store) {
  const { futures } = engine;
  /** What was asked last: a key, and whether the lever was moving. */
  let asked = { key: null, moving: false };

  function ask(key, { moving, seed, answered, answer }) {
    asked = { key, moving };
    const heard = (found) => store.set(rangesFound({ answered, seed, answer }, found));
    futures.ask(JSON.stringify(answered.scenario), { seed: seed ?? SEED, moving }, heard).catch(() => {
      if (asked.key !== key) return;
      // The plan itself is answered; only its ranges are not there, and the page says so.
      store.set({ rangesFailed: key });
    });
  }

  function forget() {
    if (asked.key === null) return;
    asked = { key: null, moving: false };
    futures.drop();
  }

  function follow() {
    const { state } = store;
    // Where ranges keep up with a lever they come with the answers that follow it (together.js).
    if (state.moving && futures.follow) return forget();
    if (!isAnswered(state) || state.faults.length > 0) return forget();
    const key = keyOf(state);
    if (asked.key === key && asked.moving === state.moving) return;
    if (state.ranges?.key === key && state.ranges.whole && state.ranges.draws === FULL) return;
    if (state.moving && !futures.quick) return forget();
    ask(key, state);
  }

  const stop = store.subscribe(follow);
  follow();
  return {
    /** Tries again what failed. */
    retry() {
      asked = { key: null, moving: false };
      store.set({ rangesFailed: null });
    },
    stop() {
      stop();
      futures.drop();
    },
  };
}
