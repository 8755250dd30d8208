// Keeps what model runs say of two plans true to what is compared: asked once both are answered and rest, stage by stage, and
// only after the page has all ranges of its own plan, so that these do not wait for it.
import { rangesOf } from '../../app/ranges.js';
import { SEED } from '../../app/seed.js';

/** @typedef {{key: string|null, found: object|null, failed: boolean}} Pairing */

/** What is compared, while both plans are answered and rest; otherwise null. */
export function comparedKey(state) {
  const { answered, compare, scenario, place, moving, seed, faults } = state;
  const rests = answered?.scenario === scenario && answered?.place === place && !moving && faults.length === 0;
  if (!rests || !compare?.answer || compare.place !== place) return null;
  const own = place.files?.map(({ name, text }) => `${name}${text.length}`) ?? [];
  return JSON.stringify([place.codes, own, seed ?? SEED, scenario, compare.scenario]);
}

/** @param {(pairing: Pairing) => void} onchange */
export function createPairing(onchange) {
  const nothing = { key: null, found: null, failed: false };
  let state = nothing;
  let pairs = null;
  let asked = 0;

  const put = (next) => {
    state = next;
    onchange(state);
  };

  function stop() {
    pairs?.drop();
    if (state !== nothing) put(nothing);
  }

  async function ask(engine, page, known) {
    const key = comparedKey(page);
    asked += 1;
    const own = asked;
    const goesOn = () => state.key === key && asked === own;
    pairs = engine.pairs;
    put({ key, found: known, failed: false });
    const heard = (found) => goesOn() && put({ key, found, failed: false });
    try {
      await pairs.ask(page.scenario, page.compare.scenario, page.seed ?? SEED, heard);
    } catch {
      // Both plans are answered; only how sure that is cannot be said.
      if (goesOn()) put({ key, found: state.found, failed: true });
    }
  }

  return {
    get state() {
      return state;
    },
    stop,
    /**
     * Asks again for what failed; what is known stays until more is.
     * @param {import('../../engine/engine.js').Engine} engine @param {object} page its state
     */
    async again(engine, page) {
      if (state.failed && comparedKey(page) === state.key) await ask(engine, page, state.found);
    },
    /** @param {import('../../engine/engine.js').Engine} engine @param {object} page its state */
    async follow(engine, page) {
      const key = comparedKey(page);
      if (key === state.key) return;
      if (key === null) return stop();
      const { ranges, doubt } = rangesOf(page);
      if ((!ranges || ranges.of) && doubt !== 'failed') return stop();
      await ask(engine, page, null);
    },
  };
}
