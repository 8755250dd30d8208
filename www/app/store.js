// The one state of a page and its history. Snapshots never change; every change makes a new one.
// What is undone is only what a person decides: place, scenario, comparison. Answers follow by themselves.

const KEPT = ['place', 'scenario', 'compare', 'seed'];
const LONGEST_HISTORY = 200;

/**
 * @typedef {object} Step one decision that can be taken back
 * @property {string} label what was done, in words
 * @property {string | null} path which part of the scenario it changed
 * @property {object} was the kept parts before it
 */

/**
 * @param {object} first `{place, scenario}` to begin with, and to go back to on reset
 */
export function createStore(first) {
  const empty = {
    answer: null,
    built: null,
    moved: null,
    before: null,
    last: null,
    status: 'loading',
    faults: [],
    notices: [],
    engine: null,
  };
  const rest = {
    linked: null,
    language: null,
    guess: null,
    compare: null,
    present: false,
    moving: false,
    seed: null,
    ranges: null,
    rangesFailed: null,
    undo: [],
    redo: [],
  };
  let state = Object.freeze({ ...empty, ...rest, ...first });
  const listeners = new Set();

  const kept = () => Object.fromEntries(KEPT.map((key) => [key, state[key]]));

  function become(patch) {
    state = Object.freeze({ ...state, ...patch });
    for (const listener of listeners) listener(state);
  }

  /** While one lever moves, only its first position is worth going back to. */
  function pushed(label, path) {
    const top = state.undo.at(-1);
    if (state.moving && top && path !== null && top.path === path) return state.undo;
    return [...state.undo, { label, path, was: kept() }].slice(-LONGEST_HISTORY);
  }

  function travel(from, to) {
    const step = state[from].at(-1);
    if (!step) return null;
    const back = { ...step, was: kept() };
    become({
      ...step.was,
      [from]: state[from].slice(0, -1),
      [to]: [...state[to], back],
      before: state.answer ?? state.before,
      last: { ...step, way: from },
      moving: false,
    });
    return step;
  }

  return {
    get state() {
      return state;
    },

    /**
     * @param {object} patch
     * @param {{label?: string, path?: string | null, undoable?: boolean, moving?: boolean}} [how]
     *   `moving`: a lever is still under the finger; the step ends with a set that is not moving
     */
    set(patch, { label = '', path = null, undoable = false, moving = false } = {}) {
      if (!undoable) return become(patch);
      const undo = pushed(label, path);
      const grew = undo !== state.undo;
      const last = { label, path, way: 'do' };
      become({ ...patch, undo, redo: [], moving, last, ...(grew ? { before: state.answer ?? state.before } : {}) });
    },

    undo: () => travel('undo', 'redo'),
    redo: () => travel('redo', 'undo'),

    /** Back to the start; itself undoable. @param {string} label */
    reset(label) {
      this.set({ scenario: first.scenario, compare: null }, { label, undoable: true });
    },

    /** @param {(state: object) => void} listener @returns {() => void} stops listening */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
