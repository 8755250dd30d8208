// @ts-check
// The workers that run futures. Each runs its part of every chunk. One that fails is made anew and asked again: what the
// others did is kept, and nothing that was shown is lost. Rows stay with the page; while they are summed up, each worker has a
// share of their columns on loan, so that nothing is copied and none holds them all.
import { transfer } from 'comlink';
import { Thread, Trap } from './thread.js';
import { rangesOf } from './told.js';

/** @typedef {import('../../pkg/headwater.js').FutureRows} FutureRows */
/** @typedef {import('../../pkg/headwater.js').Told} Told */
/** @typedef {{thread: Thread, seated: Uint8Array[] | null}} Hand a worker, and the place it has */

/** How often one question is asked again of a worker that failed. */
export const AGAIN = 2;

/** In the place of numbers that a worker has on loan. */
const AWAY = new Float64Array();

/** Whether nothing of these rows is on loan, or lost. @param {FutureRows[]} parts */
export const isAtHand = (parts) => parts.every(({ numbers }) => numbers.every((own) => own !== AWAY));

/** @param {number} size how many workers */
export function crew(size) {
  /** @type {(Promise<Hand> | null)[]} */
  const hands = Array.from({ length: size }, () => null);

  /** @param {number} number */
  function hand(number) {
    let opening = hands[number];
    if (!opening) {
      const thread = new Thread({ whole: true });
      const own = thread.open().then(() => ({ thread, seated: null }));
      own.catch(() => {
        thread.close();
        if (hands[number] === own) hands[number] = null;
      });
      hands[number] = own;
      opening = own;
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
        return await once(number, files, going, name, args);
      } catch (error) {
        if (!going()) return null;
        if (!(error instanceof Trap) || time === AGAIN) throw error;
      }
    }
    return null;
  }

  /**
   * @param {number} number @param {Uint8Array[]} files @param {() => boolean} going
   * @param {keyof import('./worker.js').Api} name @param {any[]} args
   */
  async function once(number, files, going, name, args) {
    const opening = hand(number);
    try {
      const held = await opening;
      if (held.seated !== files) {
        await held.thread.seat(files);
        held.seated = files;
      }
      return going() ? await held.thread.call(name, ...args) : null;
    } catch (error) {
      // Somebody else may have seen it fail before, and made another.
      if (error instanceof Trap && hands[number] === opening) await lose(number);
      throw error;
    }
  }

  /**
   * What all parts say of one share, by the worker whose share it is. It is asked once: what it had on loan goes with it if it
   * fails.
   * @param {number} share @param {Uint8Array[]} files @param {FutureRows[]} parts @param {number} seed @param {() => boolean} going
   * @returns {Promise<Told | null>} null if nobody waits for it any more
   */
  async function tell(share, files, parts, seed, going) {
    const lent = parts.map(({ head, numbers }) => ({ head, numbers: numbers[share] }));
    const args = [
      transfer(
        lent,
        lent.map(({ numbers }) => numbers.buffer),
      ),
      share,
      seed,
    ];
    for (const part of parts) part.numbers[share] = AWAY;
    const said = await once(share, files, going, 'told', args);
    // Where nobody waits any more nothing may have been sent: what is still here goes back as it is.
    const back = said?.lent ?? lent.map(({ numbers }) => (numbers.length > 0 ? numbers : AWAY));
    back.forEach((/** @type {Float64Array} */ numbers, /** @type {number} */ i) => {
      parts[i].numbers[share] = numbers;
    });
    return said?.told ?? null;
  }

  return {
    size,
    lose,

    /**
     * Opens one worker ahead of the first question; a second would take from the answer that may be on its way. One that cannot be
     * opened is tried again when it is asked.
     */
    open() {
      hand(0).catch(() => {});
    },

    /** For tests: pages of memory of each worker's module. @param {Uint8Array[]} files @returns {Promise<number[]>} */
    pages: (files) => Promise.all(hands.map((_, number) => ask(number, files, () => true, 'pages'))),

    /**
     * Rows of some futures, in parts. Any are missing only where nobody waits for them any more.
     * @param {Uint8Array[]} files @param {string} scenario @param {object} asked @param {() => boolean} going
     * @param {boolean} [inTurn] one worker after another, which leaves a core to others
     * @returns {Promise<FutureRows[]>}
     */
    async rows(files, scenario, asked, going, inTurn = false) {
      const how = { ...asked, of: size, shares: size };
      const found = [];
      for (const part of hands.keys()) {
        const own = ask(part, files, going, 'futures', scenario, { ...how, part });
        found.push(inTurn ? await own : own);
      }
      return (await Promise.all(found)).flatMap((parts) => parts ?? []);
    },

    /**
     * What all parts say together, each share of their columns summed up by another worker.
     * @param {Uint8Array[]} files @param {FutureRows[]} parts @param {number} seed @param {() => boolean} going
     * @returns {Promise<import('../../pkg/headwater.js').Ranges | null>}
     * @throws {Trap} if a worker failed, and what it had on loan is lost
     */
    async ranges(files, parts, seed, going) {
      const told = await Promise.all(hands.map((_, share) => tell(share, files, parts, seed, going)));
      const all = told.filter((found) => found !== null);
      return all.length === size ? rangesOf(all) : null;
    },

    /**
     * The whole answer of a scenario, by the last worker.
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
