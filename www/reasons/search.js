/**
 * A search for the plans that reach a goal, asked of the engine step by step. What was found stays, with what it is about, until
 * another search has found something: one that is stopped or refused takes nothing away.
 */

/**
 * @typedef {object} At what a search is about, and the plan taken over from it
 * @property {object} answer @property {object} scenario @property {object} place @property {object} goal @property {object|null} taken
 * @typedef {object} Search
 * @property {object|null} found what the engine found; `tried`: the objectives it looked for @property {At|null} at what that is about
 * @property {At|null} asking what is being looked for @property {{done: number, of: number}|null} work @property {object[]} faults
 */

/** What two searches for one goal found. */
const joined = (before, more) => ({
  ...before,
  solutions: [...before.solutions, ...more.solutions],
  tried: [...before.tried, ...more.tried],
  runs: before.runs + more.runs,
});

/** @param {(state: Search) => void} onchange */
export function createSearch(onchange) {
  /** @type {Search} */
  let state = { found: null, at: null, asking: null, work: null, faults: [] };
  let current = 0;

  const put = (patch) => {
    state = { ...state, ...patch };
    onchange(state);
  };

  async function look({ engine, scenario, goal }, going) {
    const search = await engine.long('solve', scenario, goal);
    try {
      const told = ({ done, expected }) => put({ work: { done, of: Math.max(expected ?? 1, done) } });
      return (await search.run(going, told)) ? await search.found() : null;
    } finally {
      search.close();
    }
  }

  return {
    get state() {
      return state;
    },

    /**
     * @param {{engine: object, answer: object, scenario: object, place: object, goal: object}} asked
     * @param {boolean} [more] a further objective of the same goal: what it finds stands beside what is there
     */
    async ask(asked, more = false) {
      current += 1;
      const own = current;
      const going = () => own === current;
      const { answer, scenario, place, goal } = asked;
      const at = { answer, scenario, place, goal, taken: null };
      put({ asking: at, work: { done: 0, of: 1 }, faults: [] });
      try {
        const own = await look(asked, going);
        if (!going()) return;
        const found = { ...own, tried: goal.objectives };
        const patch = more ? { found: joined(state.found, found) } : { found, at };
        put({ ...patch, asking: null, work: null });
      } catch (error) {
        const faults = error?.faults ?? [{ path: '', value: '', reason: error?.message ?? String(error) }];
        if (going()) put({ faults, asking: null, work: null });
      }
    },

    /** A plan that was found is now the plan of the page. @param {object} scenario */
    took: (scenario) => put({ at: { ...state.at, taken: scenario } }),

    stop() {
      current += 1;
      put({ asking: null, work: null });
    },
  };
}
