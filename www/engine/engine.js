// @ts-check
// The model as the page uses it: a place, a scenario, an answer. The work is done in a worker; nothing here computes.
import { file, forget, places } from './data.js';
import { askEarly } from './early.js';
import { EngineError, fault } from './faults.js';
import { createFifths } from './fifths.js';
import { createFutures } from './futures.js';
import { lane } from './lane.js';
import { createLong } from './long.js';
import { ownFiles } from './own-place.js';
import { createPairs } from './pairs.js';
import { createSweep } from './sweep.js';
import { Thread, Trap } from './thread.js';

/**
 * @typedef {object} EngineState what the engine is doing
 * @property {'loading' | 'ready' | 'working' | 'stale' | 'failed'} state
 * @property {string} message Fluent id of a message without arguments
 * @property {string} detail what the machine said, for those who help
 */
/** @typedef {import('../../pkg/headwater.js').ScenarioOverlay} Scenario */
/** @typedef {{ask: 'run' | 'glimpse', scenario: string}} Question */
/** @typedef {Engine} EngineType */

/**
 * Opens the engine: fetches module, evidence and index together and starts the worker.
 * @param {{onstate?: (state: EngineState) => void, first?: () => import('./early.js').First}} [options]
 *   `first`: the place and the plan that will be asked for first
 * @returns {Promise<Engine>}
 * @throws {EngineError} whose faults name the file, what was found, and what to do
 */
export async function openEngine({ onstate = () => {}, first } = {}) {
  onstate({ state: 'loading', message: 'engine-loading', detail: '' });
  const thread = new Thread();
  try {
    const opening = thread.open();
    const early = first ? askEarly(thread, opening, first) : null;
    const [index, opened] = await Promise.all([places(), opening]);
    onstate({ state: 'ready', message: 'engine-ready', detail: '' });
    const engine = new Engine(thread, index, opened, { onstate, early });
    // The large files of the first answer are here, so what it fetches takes little; what it computes does: whoever sees none waits.
    if (first?.().shown) engine.futures.open();
    else early?.then((asked) => asked?.run.then(() => engine.futures.open()));
    return engine;
  } catch (error) {
    const known = error instanceof EngineError ? error : fault('worker', String(error), 'engine-not-started');
    onstate({ state: 'failed', message: 'engine-not-started', detail: known.message });
    throw known;
  }
}

export class Engine {
  #thread;
  /** @type {Promise<Thread> | null} a second worker for long questions, made when first needed */
  #second = null;
  /** @type {Promise<unknown>} the last change of place: they go one after another, so that the last one asked for stays */
  #seats = Promise.resolve();
  /** @type {Promise<unknown>} the last of the long questions: they go one after another */
  #last = Promise.resolve();
  #onstate;
  #runs;
  /** @type {Uint8Array[]} */
  #files = [];
  /** Milliseconds the last whole answer took, there and back; a lever asks for less while that is long. */
  took = Number.POSITIVE_INFINITY;
  /** @type {ReturnType<typeof askEarly> | null} what was asked before anybody could ask */
  #early;
  /** @type {string | null} scenario under which the model last failed */
  #trapped = null;

  /**
   * @param {Thread} thread
   * @param {import('./index-rows.js').PlaceRow[]} index
   * @param {{about: import('../../pkg/headwater.js').About, describe: import('../../pkg/headwater.js').Description}} opened
   * @param {{onstate: (state: EngineState) => void, early: ReturnType<typeof askEarly> | null}} how
   */
  constructor(thread, index, { about, describe }, { onstate, early }) {
    this.#thread = thread;
    this.#onstate = onstate;
    this.#early = early;
    /** Every place of the index. */
    this.places = index;
    /** Versions and first year. */
    this.about = about;
    /** What can be set and asked. */
    this.describe = describe;
    /** Possible futures of the place, in workers of their own. */
    this.futures = createFutures(() => this.#files);
    this.#runs = lane((/** @type {Question} */ question) => this.#run(question));
    /**
     * A scenario in all places, one after another; `onrow` hears of each. `cancel()` on the promise stops it.
     * @type {(scenario: Scenario, onrow: (row: any) => void) => Promise<void> & {cancel: () => void}}
     */
    this.sweep = createSweep(index, () => this.#behind());
    /** @type {import('./pairs.js').Ask} */
    const ask = (name, place, ...args) => this.#ask(name, { place }, ...args);
    /** Two plans in the same possible futures (see pairs.js). */
    this.pairs = createPairs(() => this.#files, ask);
    /** Ranges of every fifth in every year (see fifths.js). */
    this.fifths = createFifths(() => this.#files, ask);
    /** Opens a long question about a scenario in the place of now: `question` or `solve` (see long.js). */
    this.long = createLong(
      () => this.#files,
      (name, place, ...args) => this.#ask(name, { words: true, place }, ...args),
    );
  }

  /**
   * Opens a place: shipped ones by code, and files of people's own (`{name, text}`), all joined into one.
   * @param {{codes: string[], files?: {name: string, text: string}[]}} place
   * @returns {Promise<import('../../pkg/headwater.js').PlaceSummary & {flags: import('../../pkg/headwater.js').Flag[]}>}
   * @throws {EngineError} with every fault
   */
  setPlace({ codes, files = [] }) {
    const asked = this.#seats.then(() => this.#setPlace(codes, files));
    this.#seats = asked.catch(() => {});
    return asked;
  }

  /** @param {string[]} codes @param {{name: string, text: string}[]} files */
  async #setPlace(codes, files) {
    const unknown = codes.filter((code) => !this.places.some((place) => place.code === code));
    if (unknown.length > 0) throw fault('place', unknown.join(', '), 'engine-place-unknown');
    const own = ownFiles(files, this.places);
    const early = await this.#early;
    if (early && own.length === 0 && String(early.codes) === String(codes) && this.#files.length === 0) {
      this.#files = early.files;
      return early.summary;
    }
    this.#early = null;
    const shipped = await Promise.all(codes.map((code) => file(`places/${code}.json`)));
    this.#runs.drop();
    const all = [...shipped, ...own];
    const summary = await this.#safely(() => this.#seat(all, codes));
    this.#files = all;
    return summary;
  }

  /** @param {Uint8Array[]} files @param {string[]} codes */
  async #seat(files, codes) {
    try {
      return await this.#thread.seat(files);
    } catch (error) {
      if (error instanceof EngineError) for (const code of codes) forget(`places/${code}.json`);
      throw error;
    }
  }

  /**
   * Runs a scenario in the place. One run is in flight; of those waiting the newest wins and the others resolve to null.
   * @param {Scenario} scenario
   * @returns {Promise<import('../../pkg/headwater.js').Answer | null>}
   * @throws {EngineError} with every fault of the scenario
   */
  run(scenario) {
    return this.#runs.put({ ask: 'run', scenario: JSON.stringify(scenario) });
  }

  /**
   * What the sentence says of a scenario while a lever moves: the part of `run`'s answer that needs no whole lives. It waits
   * in the same lane, so that the newest question of either kind wins.
   * @param {Scenario} scenario
   * @returns {Promise<import('../../pkg/headwater.js').Glimpse | null>}
   * @throws {EngineError} with every fault of the scenario
   */
  glimpse(scenario) {
    return this.#runs.put({ ask: 'glimpse', scenario: JSON.stringify(scenario) });
  }

  /** @param {Question} question */
  async #run({ ask, scenario }) {
    if (this.#files.length === 0) throw fault('place', '', 'engine-place-unknown');
    if (scenario === this.#trapped) throw fault('scenario', '', 'engine-trapped-again');
    this.#onstate({ state: 'working', message: 'engine-working', detail: '' });
    try {
      const known = ask === 'run' ? await this.#known(scenario) : null;
      const start = performance.now();
      const answer = known?.answer ?? (await this.#safely(() => this.#thread.call(ask, scenario), scenario));
      if (ask === 'run') this.took = known?.took ?? performance.now() - start;
      this.#onstate({ state: 'ready', message: 'engine-ready', detail: '' });
      return answer;
    } catch (error) {
      if (!this.#trapped) this.#onstate({ state: 'ready', message: 'engine-ready', detail: '' });
      throw error;
    }
  }

  /** The answer that was asked for early, if this is the question; it is given once. @param {string} scenario */
  async #known(scenario) {
    const early = await this.#early;
    this.#early = null;
    return early && early.scenario === scenario && early.files === this.#files ? early.run : null;
  }

  /**
   * If the model itself fails, makes it anew with the same place; the last good answer is then stale until the next run.
   * @template T @param {() => Promise<T>} ask @param {string} [scenario]
   */
  async #safely(ask, scenario) {
    try {
      const answer = await ask();
      this.#trapped = null;
      return answer;
    } catch (error) {
      if (!(error instanceof Trap)) throw error;
      this.#trapped = scenario ?? null;
      await this.#restart(error.message);
      throw fault('model', error.message, 'engine-trapped');
    }
  }

  /** @param {string} detail */
  async #restart(detail) {
    this.#onstate({ state: 'stale', message: 'engine-restarting', detail });
    try {
      await this.#thread.open();
      this.#onstate({ state: 'stale', message: 'engine-trapped', detail });
    } catch (error) {
      this.#onstate({ state: 'failed', message: 'engine-not-started', detail: String(error) });
      throw error;
    }
  }

  /** The second worker. One that could not be opened is forgotten, so that the next question tries again. */
  #behind() {
    if (!this.#second) {
      const thread = new Thread({ whole: true });
      this.#second = thread.open().then(() => thread);
      this.#second.catch(() => {
        this.#second = null;
      });
    }
    return this.#second;
  }

  /** @typedef {{words?: boolean, place?: boolean | Uint8Array[]}} Needs `place`: the one of now, or these files */

  /** @param {keyof import('./worker.js').Api} name @param {Needs} needs @param {any[]} args */
  #ask(name, needs, ...args) {
    const asked = this.#last.then(() => this.#askNow(name, needs, args));
    this.#last = asked.catch(() => {});
    return asked;
  }

  /** @param {keyof import('./worker.js').Api} name @param {Needs} needs @param {any[]} args */
  async #askNow(name, { words = false, place = false }, args) {
    const thread = await this.#behind();
    try {
      if (words) await thread.learn();
      const files = place === true ? this.#files : place;
      if (files && !thread.holds(files)) await thread.seat(files);
      return await thread.call(name, ...args);
    } catch (error) {
      if (!(error instanceof Trap)) throw error;
      thread.close();
      this.#second = null;
      throw fault('model', error.message, 'engine-trapped');
    }
  }

  /** Why the answer is what it is, and the figures behind it. @param {Scenario} scenario */
  explain(scenario) {
    return this.#ask('explain', { words: true, place: true }, JSON.stringify(scenario));
  }

  /** What to count while the scenario is carried out. @param {Scenario} scenario */
  plan(scenario) {
    return this.#ask('plan', { place: true }, JSON.stringify(scenario));
  }

  /** Where one figure, effect, table or counted series comes from. @param {string} id */
  source(id) {
    return this.#ask('source', { words: true }, id);
  }

  /** Every figure one may disagree with. */
  assumptions() {
    return this.#ask('assumptions', { words: true });
  }

  /** The place if nothing changes. @param {number} years */
  baseline(years) {
    return this.#ask('baseline', { place: true }, years);
  }

  /** Opens the second worker with the place of now, ahead of a long question, which then does not wait for it. */
  prepareLong() {
    this.#ask('pages', { words: true, place: true }).catch(() => {});
  }

  /** For tests: pages of memory of the first worker's module. */
  pages() {
    return this.#thread.call('pages');
  }

  /** Ends the workers. */
  close() {
    this.#runs.drop();
    this.futures.close();
    this.#thread.close();
    this.#second?.then((thread) => thread.close());
  }
}
