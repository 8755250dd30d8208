// @ts-check
// Long questions to the second worker: what an answer hangs on, and which plan reaches a goal. Each goes on in short turns,
// so that it can be stopped between two of them and other questions are not kept waiting. Nothing here computes.

/** Milliseconds of one turn: short enough to stop at once, long enough not to spend them on messages. */
const TURN = 60;
/** Possible futures run in one turn. */
const FUTURES = 10;

/** @typedef {{done: number, of?: number, expected?: number, finished: boolean}} Progress */
/** @typedef {keyof import('./worker.js').Api} Call */

/**
 * @param {() => Uint8Array[]} files of the place the page shows
 * @param {(name: Call, place: Uint8Array[] | false, ...args: any[]) => Promise<any>} ask asks the second worker, with the place open
 */
export function createLong(files, ask) {
  let last = 0;

  /**
   * Begins a question about a scenario in the place of now; it stays with that place whatever comes later.
   * @param {'question' | 'solve'} kind @param {object} scenario @param {object} asked
   */
  return async function begin(kind, scenario, asked) {
    last += 1;
    const key = last;
    const place = files();
    const text = JSON.stringify(scenario);
    await ask(kind, place, key, text, kind === 'solve' ? JSON.stringify(asked) : asked);

    return {
      /**
       * Goes on to its end.
       * @param {() => boolean} going false as soon as nobody waits for it any more
       * @param {(progress: Progress) => void | Promise<void>} onprogress waited for @returns {Promise<boolean>} false if stopped
       */
      async run(going, onprogress) {
        for (let progress = { finished: false }; !progress.finished; ) {
          if (!going()) return false;
          progress = await ask('go', false, key, TURN);
          if (going()) await onprogress(/** @type {Progress} */ (progress));
        }
        return going();
      },

      /**
       * Possible futures of the same scenario with something changed in it, as parts of one ensemble.
       * @param {() => boolean} going as above @param {object} other scenario @param {{seed: number, draws: number, keep: object}} how `keep`: what is kept of each, as in `FuturesAsked`
       * @param {(done: number) => void} onprogress @returns {Promise<object[] | null>} null if stopped
       */
      async futures(going, other, { seed, draws, keep }, onprogress) {
        const parts = [];
        for (let first = 1; first <= draws; first += FUTURES) {
          if (!going()) return null;
          const asked = { ...keep, seed, first, last: Math.min(draws, first + FUTURES - 1) };
          parts.push(...(await ask('futures', place, JSON.stringify(other), asked)));
          if (going()) onprogress(asked.last);
        }
        return going() ? parts : null;
      },

      /** @param {string} what `learn`, `takeRival` or `takeCombination` @param {any[]} args */
      tell: (what, ...args) => ask('tell', false, key, what, args),
      found: () => ask('found', false, key),
      close: () => ask('end', false, key),
    };
  };
}
