/**
 * What an answer hangs on, asked of the engine step by step: first every side of every dispute and every figure, then possible
 * futures; on request the futures under each side, and the parts. What is found stays until the next question; whether it is
 * still about the plan on the page is told by `at`.
 */

import { FIRST } from '../engine/stages.js';

/** Possible futures: of the scenario itself, under each side of a dispute, and taken apart. */
export const FUTURES = { own: FIRST, side: 100, parts: 50 };

/**
 * @typedef {object} Inquiry
 * @property {object|null} found the engine's answer so far @property {{answer: object, scenario: object, place: object, seed: number}|null} at what it is about
 * @property {{stage: string, done: number, of: number}|null} work what is being done @property {boolean} deep whether the futures
 *   under each side were asked for and are there @property {object[]} faults
 */

/** Turns after which it is asked whether the sides are known by now. */
const LOOK = 10;

/** Only what is asked about is kept of each future. */
const keepOf = ({ about, account }) => ({
  outcomes: about.startsWith('net_gbp.') ? [] : [about],
  ledger: about.startsWith('net_gbp.'),
  set_in_motion: account === 'set_in_motion',
});

/** @param {(state: Inquiry) => void} onchange */
export function createInquiry(onchange) {
  /** @type {Inquiry} */
  let state = { found: null, at: null, work: null, deep: false, faults: [] };
  let current = 0;
  /** @type {any} the open question and what it stands on */
  let open = null;

  const put = (patch) => {
    state = { ...state, ...patch };
    onchange(state);
  };

  /** Runs something as the newest question; what it finds is dropped if a newer one or a stop came. */
  async function newest(work) {
    current += 1;
    const own = current;
    const going = () => own === current;
    const show = (patch) => going() && put(patch);
    try {
      await work(going, show);
    } catch (error) {
      show({ faults: error?.faults ?? [{ path: '', value: '', reason: error?.message ?? String(error) }] });
    }
    show({ work: null });
  }

  const steps = (show, stage) => (progress) => show({ work: { stage, done: progress.done, of: progress.of ?? 1 } });
  const runs =
    (show, stage, of, before = 0) =>
    (done) =>
      show({ work: { stage, done: before + done, of } });

  function ask({ engine, answer, scenario, place, asked, seed }) {
    open?.question.close();
    open = null;
    put({
      found: null,
      at: { answer, scenario, place, seed },
      deep: false,
      faults: [],
      work: { stage: 'sides', done: 0, of: 1 },
    });
    return newest(async (going, show) => {
      const question = await engine.long('question', scenario, { ...asked, rivals: true, figures: true });
      if (!going()) return question.close();
      open = { engine, question, scenario, asked, seed, keep: keepOf(asked) };
      if (!(await question.run(going, early(question, show)))) return undefined;
      const found = await question.found();
      show({ found });
      return found.central === null ? undefined : learn(open, going, show);
    });
  }

  /** The sides are known long before the last figure: they are shown as soon as they are there. */
  function early(question, show) {
    const told = steps(show, 'sides');
    let turns = 0;
    return async (progress) => {
      told(progress);
      turns += 1;
      if (state.found || progress.finished || turns % LOOK !== 0) return;
      const found = await question.found();
      if (found.rivals) show({ found });
    };
  }

  /** The page has mostly run the same futures for its ranges. */
  async function learn({ engine, question, scenario, seed, keep }, going, show) {
    const how = { seed, draws: FUTURES.own, keep };
    const kept = engine.futures.kept(JSON.stringify(scenario), seed);
    const parts = kept ?? (await question.futures(going, scenario, how, runs(show, 'runs', FUTURES.own)));
    if (!parts) return;
    await question.tell('learn', parts, seed);
    if (await question.run(going, steps(show, 'learn'))) show({ found: await question.found() });
  }

  /** Futures under each side and under the two combinations, then the parts. */
  function deepen() {
    if (!open || state.work || !state.found) return undefined;
    const held = open;
    return newest(async (going, show) => {
      if (!state.found.matters?.futures) await learn(held, going, show);
      if (going()) await under(held, going, show);
      if (going()) await parts(held, going, show);
      if (going()) show({ deep: true });
    });
  }

  async function under({ question, scenario, seed, keep }, going, show) {
    const list = sidesOf(state.found);
    const how = { seed, draws: FUTURES.side, keep };
    for (const [position, { switches, tell }] of list.entries()) {
      const other = { ...scenario, switches: { ...scenario.switches, ...switches } };
      const told = runs(show, 'under', list.length * FUTURES.side, position * FUTURES.side);
      const found = await question.futures(going, other, how, told);
      if (!found) return;
      await question.tell(tell[0], tell[1], found);
      const { contributions } = state.found;
      if (going()) show({ found: { ...(await question.found()), contributions, side_draws: FUTURES.side } });
    }
  }

  async function parts({ engine, scenario, asked, seed }, going, show) {
    const question = await engine.long('question', scenario, { ...asked, contributions: FUTURES.parts, seed });
    if (await question.run(going, steps(show, 'parts'))) {
      const { contributions } = await question.found();
      show({ found: { ...state.found, contributions } });
    }
    await question.close();
  }

  return {
    get state() {
      return state;
    },
    ask,
    deepen,
    /** What is being done is left off; what was found stays. */
    stop() {
      current += 1;
      put({ work: null });
    },
    /** Lets everything go. */
    close() {
      current += 1;
      open?.question.close();
      open = null;
    },
  };
}

/** Everything futures are run under: each side not taken that gives an answer, and the two combinations. */
export function sidesOf({ rivals }) {
  const sides = rivals.rows
    .map((row, index) => ({ row, switches: { [row.switch]: row.option }, tell: ['takeRival', index] }))
    .filter(({ row }) => !row.taken && row.central !== null);
  const both = [rivals.most_favourable, rivals.least_favourable]
    .map((row, which) => ({ row, switches: row?.switches, tell: ['takeCombination', which] }))
    .filter(({ row }) => row && row.central !== null);
  return [...sides, ...both].map(({ switches, tell }) => ({ switches, tell }));
}
