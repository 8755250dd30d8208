// @ts-check
// Which question goes next: one in flight, the newest waiting, anything between is dropped.

/**
 * @template Q, A
 * @param {(question: Q) => Promise<A>} ask
 */
export function lane(ask) {
  /** @type {{question: Q, resolve: (answer: A | null) => void, reject: (error: unknown) => void} | null} */
  let waiting = null;
  let busy = false;
  let era = 0;

  async function next() {
    if (busy || !waiting) return;
    const { question, resolve, reject } = waiting;
    const asked = era;
    waiting = null;
    busy = true;
    try {
      const answer = await ask(question);
      resolve(asked === era ? answer : null);
    } catch (error) {
      if (asked === era) reject(error);
      else resolve(null);
    }
    busy = false;
    next();
  }

  return {
    /** Asks; a question overtaken by a newer one before it was begun is answered with null. @param {Q} question */
    put(question) {
      waiting?.resolve(null);
      return /** @type {Promise<A | null>} */ (
        new Promise((resolve, reject) => {
          waiting = { question, resolve, reject };
          next();
        })
      );
    },
    /** Everything asked so far no longer matters: it is answered with null. */
    drop() {
      era += 1;
      waiting?.resolve(null);
      waiting = null;
    },
  };
}
