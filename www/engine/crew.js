// @ts-check
// The workers that run futures. Each runs its part of every chunk. One that fails is made anew and asked again: what the
// others did is kept, and nothing that was shown is lost.
import { Thread, Trap } from './thread.js';

/** @typedef {import('../../pkg/headwater.js').FutureRows} FutureRows */
/** @typedef {{thread: Thread, seated: Uint8Array[] | null}} Hand a worker, and the place it has */

/** How often one question is asked again of a worker that failed. */
const AGAIN = 2;

/** @param {number} size how many workers */
export function crew(size) {
  /** @type {(Promise<Hand> | null)[]} */
  const hands = Array.from({ length: size }, () => null);

  /** @param {number} number */
  function hand(number) {
    let opening = hands[number];
    if (!opening) {
      const thread = new Thread({ whole: true });
      opening = thread.open().then(() => ({ thread, seated: null }));
      hands[number] = opening;
      opening.catch(() => {
        hands[number] = null;
      });
    }
    return opening;
  }

  /** @param {number} number */
  async function lose(number) {
    const opening = hands[number];
    hands[number] = null;
    const found = await opening?.catch(() => null);
    found?.thread.close();
  }

  /**
   * Asks one worker, with the place it is about.
   * @param {number} number @param {Uint8Array[]} files @param {() => boolean} going
   * @param {keyof import('./worker.js').Api} name @param {any[]} args
   * @returns {Promise<any>} null if nobody waits for it any more
   */
  async function ask(number, files, going, name, ...args) {
    for (let time = 0; going(); time += 1) {
      try {
        const held = await hand(number);
        if (held.seated !== files) {
          await held.thread.seat(files);
          held.seated = files;
        }
        if (!going()) return null;
        return await held.thread.call(name, ...args);
      } catch (error) {
        if (!going()) return null;
        if (!(error instanceof Trap) || time === AGAIN) throw error;
        await lose(number);
      }
    }
    return null;
  }

  return {
    size,
    lose,

    /**
     * Rows of some futures, in as many parts as there are workers.
     * @param {Uint8Array[]} files @param {string} scenario @param {object} asked @param {() => boolean} going
     * @returns {Promise<FutureRows[]>}
     */
    async rows(files, scenario, asked, going) {
      const parts = hands.map((_, part) => ask(part, files, going, 'futures', scenario, { ...asked, part, of: size }));
      const found = await Promise.all(parts);
      return found.filter(Boolean);
    },

    /**
     * What all parts say together.
     * @param {Uint8Array[]} files @param {FutureRows[]} parts @param {number} seed @param {() => boolean} going
     * @returns {Promise<import('../../pkg/headwater.js').Ranges | null>}
     */
    ranges: (files, parts, seed, going) => ask(0, files, going, 'ranges', parts, seed),

    /**
     * The whole answer of a scenario, by the worker that does not make the ranges.
     * @param {Uint8Array[]} files @param {string} scenario @param {() => boolean} going
     * @returns {Promise<import('../../pkg/headwater.js').Answer | null>}
     */
    run: (files, scenario, going) => ask(size - 1, files, going, 'run', scenario),

    /** Ends all workers. */
    close() {
      for (const number of hands.keys()) lose(number);
    },
  };
}
