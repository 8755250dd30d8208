// @ts-check
// One worker with the model in it. If it dies it is made anew, with the same evidence and the same place.
import { wrap } from 'comlink';
import { bytesOf, file, forget } from './data.js';
import { EngineError, fault } from './faults.js';
import { moduleUrl } from './module.js';
import workerUrl from './worker.js?worker&url';

/** @typedef {import('../../pkg/headwater.js').Fault} Fault */
/** @typedef {{value: any} | {faults: Fault[]} | {trap: string}} Said */

/** Under a policy of trusted types, a worker may be made from this one address only. */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('headwater', {
  createScriptURL(/** @type {string} */ url) {
    if (url !== workerUrl) throw new TypeError('not the address of the worker');
    return url;
  },
});

/** The model itself failed: not the input's fault. */
export class Trap extends Error {}

export class Thread {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {import('comlink').Remote<import('./worker.js').Api> | null} */
  #remote = null;
  /** @type {Set<(error: Error) => void>} whom to tell when the worker dies */
  #waiting = new Set();
  #words = false;
  /** @type {Uint8Array[] | null} place files, to seat the place again */
  #seated = null;
  #whole;

  /** @param {{whole?: boolean}} [options] `whole`: with everything that can wait until the first answer stands */
  constructor({ whole = false } = {}) {
    this.#whole = whole;
  }

  /** Starts the worker, the module in it and the model in that. Gives `{about, describe}`. */
  async open() {
    this.close();
    const worker = new Worker(policy ? policy.createScriptURL(workerUrl) : workerUrl, { type: 'module' });
    worker.addEventListener('error', (event) => this.#lose(event.message || 'worker not loaded'));
    this.#worker = worker;
    this.#remote = wrap(worker);
    // Everything is fetched at once, and the module is compiled while the evidence is still on its way.
    const [evidence, definitions, prose] = await Promise.all([
      file('evidence.json'),
      file('definitions.json'),
      this.#words ? file('provenance.json') : undefined,
      bytesOf(moduleUrl({ whole: this.#whole })).then((module) => this.#start(module)),
    ]);
    const opened = await this.#load(evidence, definitions, prose);
    if (this.#seated) await this.call('place', this.#seated);
    return opened;
  }

  /** @param {Uint8Array} module */
  async #start(module) {
    try {
      await this.call('start', module);
    } catch (error) {
      if (error instanceof Trap) throw fault('WebAssembly', error.message, 'engine-wasm-blocked');
      throw error;
    }
  }

  /** @param {Uint8Array} evidence @param {Uint8Array} definitions @param {Uint8Array} [prose] */
  async #load(evidence, definitions, prose) {
    try {
      return await this.call('load', evidence, definitions, prose);
    } catch (error) {
      if (error instanceof EngineError) for (const name of ['evidence.json', 'definitions.json']) forget(name);
      throw error instanceof EngineError ? fault('evidence', error.message, 'engine-evidence-corrupt') : error;
    }
  }

  /** Loads the words behind the figures, once. */
  async learn() {
    if (this.#words) return;
    const parts = await Promise.all(['evidence.json', 'definitions.json', 'provenance.json'].map(file));
    await this.#load(parts[0], parts[1], parts[2]);
    this.#words = true;
    if (this.#seated) await this.call('place', this.#seated);
  }

  /** Whether the place of these files is open. @param {Uint8Array[]} files */
  holds(files) {
    return this.#seated === files;
  }

  /** Opens a place from its files. @param {Uint8Array[]} files */
  async seat(files) {
    const summary = await this.call('place', files);
    this.#seated = files;
    return summary;
  }

  /**
   * Calls the worker.
   * @param {keyof import('./worker.js').Api} name
   * @param {any[]} args
   * @throws {EngineError} with the faults of the input
   * @throws {Trap} if the model itself failed
   */
  async call(name, ...args) {
    const remote = /** @type {any} */ (this.#remote);
    if (!remote) throw new Trap('closed');
    const said = /** @type {any} */ (await this.#orLost(remote[name](...args)));
    if ('faults' in said) throw new EngineError(said.faults);
    if ('trap' in said) throw new Trap(said.trap);
    return said.value;
  }

  /**
   * What the worker says, or that it died.
   * @param {Promise<Said>} saying
   * @returns {Promise<Said>}
   */
  #orLost(saying) {
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      saying.then(resolve, reject).finally(() => this.#waiting.delete(reject));
    });
  }

  /** @param {string} why */
  #lose(why) {
    for (const reject of this.#waiting) reject(new Trap(why));
    this.#waiting.clear();
  }

  /** Ends the worker; what it was doing is lost. */
  close() {
    this.#lose('closed');
    this.#worker?.terminate();
    this.#worker = null;
    this.#remote = null;
  }
}
