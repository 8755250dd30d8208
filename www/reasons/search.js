/** A search for the plan that reaches a goal, asked of the engine step by step. */

/**
 * @typedef {object} Search
 * @property {object|null} found what the engine found
 * @property {{answer: object, scenario: object, place: object, taken: object|null}|null} at what it is about, and the plan taken over from it
 * @property {{done: number, of: number}|null} work @property {object[]} faults
 */

/** @param {(state: Search) => void} onchange */
export function createSearch(onchange) {
  /** @type {Search} */
  let state = { found: null, at: null, work: null, faults: [] };
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

    /** @param {{engine: object, answer: object, scenario: object, place: object, goal: object}} asked */
    async ask(asked) {
      current += 1;
      const own = current;
      const going = () => own === current;
      const { answer, scenario, place } = asked;
      const at = { answer, scenario, place, taken: null };
      put({ found: null, at, work: { done: 0, of: 1 }, faults: [] });
      try {
        const found = await look(asked, going);
        if (going()) put({ found, work: null });
      } catch (error) {
        const faults = error?.faults ?? [{ path: '', value: '', reason: error?.message ?? String(error) }];
        if (going()) put({ faults, work: null });
      }
    },

    /** A plan that was found is now the plan of the page. @param {object} scenario */
    took: (scenario) => put({ at: { ...state.at, taken: scenario } }),

    stop() {
      current += 1;
      put({ work: null });
    },
  };
}
