// @ts-check
// Possible futures of a scenario: many runs, each with every uncertain figure drawn anew, in workers of their own, so that
// the central answer never waits for them. They run in chunks: after each, a newer question goes first. Which rows a worker
// runs changes nothing in them. Nothing here computes.
import { AGAIN, crew, isAtHand } from './crew.js';
import { inAll } from './in-all.js';
import { pace } from './pace.js';
import { AT_ONCE, FIRST, FULL, stagesOf } from './stages.js';
import { Trap } from './thread.js';

/**
 * @typedef {object} FuturesAnswer a complete answer, of however many runs
 * @property {import('../../pkg/headwater.js').Ranges} ranges
 * @property {number} draws @property {number} seed
 * @property {number} all how many runs there will be, these among them
 * @property {boolean} whole whether everybody was followed to the end of life
 * @property {import('../../pkg/headwater.js').Answer | null} answer the whole answer of the middle line, where a lever moves
 */
/** @typedef {import('../../pkg/headwater.js').FutureRows} FutureRows */
/**
 * @typedef {object} Question
 * @property {Uint8Array[]} place @property {string} scenario JSON @property {number} seed @property {boolean} moving
 * @property {string[]} [outcomes] @property {() => boolean} going whether anybody still waits for it
 */
/** @typedef {{whole: boolean, last: number, parts: FutureRows[]}} Held rows up to number `last` */

/** Two workers where there are cores for them. */
const workers = () => (globalThis.navigator?.hardwareConcurrency > 1 ? 2 : 1);

/**
 * Whether a core is left over for the page and its sentence while two others run futures. Where none is, workers take turns while
 * a lever moves.
 */
const spare = () => globalThis.navigator?.hardwareConcurrency > 2;

/** How often ranges are made at most while a lever moves, ms: without a core to spare the sentence needs some of theirs. */
const EVERY = 95;

/** @param {FutureRows} part @returns {FutureRows} */
const copyOf = ({ head, numbers }) => ({ head, numbers: numbers.map((own) => own.slice()) });

/** @param {() => Uint8Array[]} files of the place the page shows */
export function createFutures(files) {
  const team = crew(workers());
  const speed = pace();
  /** @type {boolean | null} whether whole lives were run last */
  let lastWhole = null;
  let current = 0;
  let tired = false;
  /** Whether all futures of a plan have run: whatever they run by is compiled for speed from then on. */
  let warm = false;
  let closed = false;
  /** @type {{place: Uint8Array[], scenario: string, seed: number, parts: FutureRows[]} | null} few enough to be held */
  let kept = null;

  /**
   * Runs futures of a scenario; `onranges` hears of every stage, each a complete answer. A newer question, or `drop`, ends it.
   * @param {string} scenario JSON
   * @param {{seed: number, moving?: boolean, outcomes?: string[]}} how `moving`: a lever is under the finger, so only what is
   *   quick is run; `outcomes`: no others
   * @param {(found: FuturesAnswer) => void} onranges
   * @returns {Promise<boolean>} whether it came to its end
   * @throws {import('./faults.js').EngineError} with the faults of the scenario
   */
  async function ask(scenario, { seed, moving = false, outcomes }, onranges) {
    current += 1;
    const own = current;
    const going = () => own === current;
    const question = { place: files(), scenario, seed, moving, outcomes, going };
    /** @type {Held} */
    let held = { whole: false, last: 0, parts: [] };
    const stages = stagesOf(speed, { moving });
    for (const { draws, whole, longest, rest } of stages) {
      if (whole !== held.whole) held = { whole, last: 0, parts: [] };
      if (longest && (speed.of(whole, draws - held.last) ?? 0) > longest) break;
      if (rest) await new Promise((resolve) => setTimeout(resolve, rest));
      const said = await stage(question, held, draws);
      if (!going() || !said) return false;
      const { place } = question;
      if (whole && draws === FIRST) kept = { place, scenario, seed, parts: [...held.parts] };
      onranges({ ...said, draws, seed, whole, all: inAll(stages, speed, { draws, whole }) });
      if (whole && (draws === FIRST || !warm)) await rehearse(place, scenario, seed, going);
      if (whole && draws === FULL) warm = true;
    }
    return true;
  }

  /**
   * What so many futures say. Rows that were lost with a worker while it summed them up are run again, and all others with them.
   * @param {Question} question @param {Held} held of which more are run @param {number} draws
   */
  async function stage(question, held, draws) {
    for (let time = 0; await run(question, held, draws); time += 1) {
      try {
        return await sumUp(question, held.parts);
      } catch (error) {
        if (!(error instanceof Trap) || time === AGAIN) throw error;
        Object.assign(held, { last: 0, parts: [] });
      }
    }
    return null;
  }

  /**
   * Runs futures up to a number, chunk by chunk.
   * @param {Question} question @param {Held} held @param {number} draws @returns {Promise<boolean>} whether all were run
   */
  async function run({ place, scenario, seed, moving, outcomes, going }, held, draws) {
    const { whole } = held;
    while (going() && held.last < draws) {
      const first = held.last + 1;
      const last = Math.min(draws, held.last + AT_ONCE);
      const began = performance.now();
      // Ranges of the ledger's lines stand in its table and in files, which have them again when the lever rests.
      const asked = { seed, first, last, set_in_motion: whole, outcomes, ledger: !moving };
      held.parts.push(...(await team.rows(place, scenario, asked, going, moving && !spare())));
      if (!going()) return false;
      // The first of a kind after the other is run by code and memory that are not ready: it says little of the next.
      if (lastWhole === whole || speed.of(whole, 1) === null)
        speed.ran(whole, last - held.last, performance.now() - began);
      lastWhole = whole;
      held.last = last;
    }
    return going();
  }

  /** @param {Question} question @param {FutureRows[]} parts */
  async function sumUp({ place, scenario, seed, moving, going }, parts) {
    const [ranges, answer] = await Promise.all([
      team.ranges(place, parts, seed, going),
      moving ? team.run(place, scenario, going) : null,
    ]);
    return ranges && { ranges, answer };
  }

  /**
   * Measures what the years shown take once everything they share is at hand: whether bands can keep up with a lever.
   * @param {Uint8Array[]} place @param {string} scenario @param {number} seed @param {() => boolean} going
   */
  async function rehearse(place, scenario, seed, going) {
    if (stagesOf(speed, { moving: true }).length > 0) return;
    const began = performance.now();
    const asked = { seed, first: 1, last: FIRST, set_in_motion: false, ledger: false };
    // Nobody waits for it: if it fails, what is shown stays good.
    const parts = await team.rows(place, scenario, asked, going, !spare()).catch(() => null);
    if (parts && going()) speed.ran(false, FIRST, performance.now() - began);
  }

  return {
    ask,
    /** Opens a worker ahead of the first question, where a core is left over for it. */
    open() {
      if (team.size > 1 && !closed) team.open();
    },
    /** For tests: pages of memory of each worker's module. */
    pages: () => team.pages(files()),
    /** Whether ranges are quick enough to be made while a lever moves. */
    get quick() {
      return stagesOf(speed, { moving: true }).length > 0;
    },
    /** Whether they follow a lever all the way: quick, by two workers, and not found too slow since it last rested. */
    get follow() {
      return !tired && team.size > 1 && stagesOf(speed, { moving: true }).length > 0;
    },
    /** Milliseconds from one to the next at the least while they follow a lever. */
    every: spare() ? 0 : EVERY,
    /** @param {boolean} is whether they were too slow for a lever, or it rests */
    tire(is) {
      tired = is;
    },
    /**
     * The first `FIRST` futures of a scenario in the place of now, if they were the last to be run to the end of life.
     * @param {string} scenario JSON @param {number} seed
     */
    kept(scenario, seed) {
      if (kept?.place !== files() || kept.scenario !== scenario || kept.seed !== seed) return null;
      // Copies: a stage that is under way lends its own to the workers.
      return isAtHand(kept.parts) ? kept.parts.map(copyOf) : null;
    },
    /** How many workers run futures. */
    workers: team.size,
    /** What was asked no longer matters. */
    drop() {
      current += 1;
    },
    /** For tests: ends one worker as if the machine had taken it. @param {number} number */
    lose: (number) => team.lose(number),
    close() {
      current += 1;
      closed = true;
      team.close();
    },
  };
}
