// @ts-check
// The calls of the worker for questions that take long: begun, stepped for a while at a time so that the worker hears what
// else is asked and can be told to stop, then read. What is behind each is an object of the module's own.

/** @typedef {{value: unknown} | {faults: unknown} | {trap: string}} Said */

/** What may be told to a question that is open. */
const TOLD = new Set(['learn', 'takeRival', 'takeCombination']);

/**
 * @param {(work: () => unknown) => Said} guarded
 * @param {() => import('../../pkg/headwater.js').PlaceModel} place the place that is open
 */
export function longCalls(guarded, place) {
  /** @type {Map<number, {object: any, step: () => any}>} */
  const open = new Map();

  /** @param {number} key */
  function need(key) {
    const found = open.get(key);
    if (!found) throw new Error(`no question ${key}`);
    return found;
  }

  return {
    /** @param {number} key @param {string} scenario JSON @param {import('../../pkg/headwater.js').QuestionAsked} asked */
    question: (key, scenario, asked) =>
      guarded(() => {
        const object = place().question(scenario, asked);
        open.set(key, { object, step: () => object.step() });
        return object.progress();
      }),

    /** @param {number} key @param {string} scenario JSON @param {string} goal JSON */
    solve: (key, scenario, goal) =>
      guarded(() => {
        const object = /** @type {any} */ (place()).solve(scenario, goal);
        open.set(key, { object, step: () => object.step(1) });
        return { done: 0, finished: false };
      }),

    /** Goes on for about so many milliseconds, at least one step. @param {number} key @param {number} milliseconds */
    go: (key, milliseconds) =>
      guarded(() => {
        const { step } = need(key);
        const until = performance.now() + milliseconds;
        let progress = step();
        while (!progress.finished && performance.now() < until) progress = step();
        return progress;
      }),

    /** @param {number} key @param {string} what one of `TOLD` @param {any[]} args */
    tell: (key, what, args) =>
      guarded(() => {
        if (!TOLD.has(what)) throw new Error(`nothing is told by ${what}`);
        need(key).object[what](...args);
      }),

    /** What is known by now. @param {number} key */
    found: (key) => guarded(() => need(key).object.answer()),

    /** Lets it go, finished or not. @param {number} key */
    end: (key) =>
      guarded(() => {
        open.get(key)?.object.free();
        open.delete(key);
      }),
  };
}
