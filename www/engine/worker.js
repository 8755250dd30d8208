// @ts-check
// The model in a thread of its own. Nothing is thrown across the border: every call answers `{ value }`, `{ faults }` (the
// input is wrong) or `{ trap }` (the module itself failed and must be made anew).
import { expose, transfer } from 'comlink';
import { longCalls } from './long-calls.js';
import { initSync, Model } from './module.js';

/** @type {{exports: import('../../pkg/headwater.js').InitOutput, model: Model | null, place: import('../../pkg/headwater.js').PlaceModel | null} | null} */
let held = null;

/** @template T @param {() => T} work */
function guarded(work) {
  try {
    return { value: work() };
  } catch (/** @type {any} */ error) {
    if (error?.name === 'Faults' && Array.isArray(error.faults)) return { faults: error.faults };
    return { trap: `${error?.name ?? 'Error'}: ${error?.message ?? error}` };
  }
}

/** @param {'model' | 'place'} part */
function need(part) {
  const found = held?.[part];
  if (!found) throw new Error(`no ${part} yet`);
  return /** @type {any} */ (found);
}

const api = {
  /** Compiles and starts the module. @param {Uint8Array} bytes */
  start(bytes) {
    return guarded(() => {
      const module = new WebAssembly.Module(/** @type {BufferSource} */ (bytes));
      held = { exports: initSync({ module }), model: null, place: null };
    });
  },

  /**
   * Reads the evidence; again with its prose when somebody asks where figures come from.
   * @param {Uint8Array} evidence @param {Uint8Array} definitions @param {Uint8Array} [prose]
   */
  load(evidence, definitions, prose) {
    return guarded(() => {
      if (!held) throw new Error('not started');
      const model = new Model(evidence, definitions, prose);
      held.model?.free();
      held.model = model;
      return { about: model.about(), describe: model.describe() };
    });
  },

  /** Opens a place, or several joined. The one before stays if this one has faults. @param {Uint8Array[]} files */
  place(files) {
    return guarded(() => {
      const place = need('model').place(files);
      held?.place?.free();
      if (held) held.place = place;
      return place.summary();
    });
  },

  /** @param {string} scenario JSON */
  run: (scenario) => guarded(() => need('place').run(scenario)),
  /** What the sentence says, without whole lives. @param {string} scenario JSON */
  glimpse: (scenario) => guarded(() => need('place').glimpse(scenario)),
  /** @param {string} scenario JSON */
  explain: (scenario) => guarded(() => need('place').explain(scenario)),
  /** @param {string} scenario JSON */
  plan: (scenario) => guarded(() => need('place').plan(scenario)),
  /**
   * Rows of possible futures; the numbers move to whoever asked.
   * @param {string} scenario JSON @param {import('../../pkg/headwater.js').FuturesAsked} asked
   */
  futures(scenario, asked) {
    const said = guarded(() => need('place').futures(scenario, asked));
    return 'value' in said ? transfer(said, buffersOf(said.value.flatMap(numbersOf))) : said;
  },
  /**
   * What rows of futures say together of one share. Their numbers are lent: they go back to whoever asked.
   * @param {import('../../pkg/headwater.js').FutureShare[]} parts @param {number} share @param {number} seed
   */
  told(parts, share, seed) {
    const lent = parts.map(({ numbers }) => numbers);
    const said = guarded(() => ({ told: need('model').tell(parts, share, seed), lent }));
    return said.value ? transfer(said, buffersOf([said.value.told.numbers, ...lent])) : said;
  },
  /** What rows of futures say together. @param {import('../../pkg/headwater.js').FutureRows[]} parts @param {number} seed */
  ranges: (parts, seed) => guarded(() => need('model').ranges(parts, seed)),
  /** One plan less another in the same futures. @param {object[]} one @param {object[]} other rows of each @param {number} seed */
  pairs: (one, other, seed) => guarded(() => need('model').pairs(one, other, seed)),
  /** @param {number} years */
  baseline: (years) => guarded(() => need('place').baseline(years)),
  assumptions: () => guarded(() => need('model').assumptions()),
  /** @param {string} id */
  source: (id) => guarded(() => need('model').source(id)),

  /**
   * One place of many: sums only, and the place is let go at once.
   * @param {Uint8Array} file @param {string} scenario JSON
   */
  glance: (file, scenario) =>
    guarded(() => {
      const place = need('model').place([file]);
      try {
        const { code, name, residents } = place.summary();
        const { outcomes, years } = place.run(scenario);
        return { code, name, residents, outcomes: sums(outcomes, years.length - 1) };
      } finally {
        place.free();
      }
    }),

  ...longCalls(guarded, () => need('place')),

  /** Pages of memory the module holds, for the test that it does not grow. */
  pages: () => guarded(() => (held ? held.exports.memory.buffer.byteLength / 65536 : 0)),
};

/** @param {import('../../pkg/headwater.js').FutureRows} part */
const numbersOf = (part) => part.numbers;

/** What is handed over instead of copied. @param {Float64Array[]} lists */
const buffersOf = (lists) => lists.map(({ buffer }) => buffer);

/** @param {Record<string, import('../../pkg/headwater.js').Change>} outcomes @param {number} last */
function sums(outcomes, last) {
  const short = Object.entries(outcomes).map(([id, { unit, difference, by_horizon, set_in_motion }]) => [
    id,
    {
      unit,
      last_year: difference?.[last] ?? null,
      by_horizon: by_horizon ?? null,
      set_in_motion: set_in_motion ?? null,
    },
  ]);
  return Object.fromEntries(short);
}

expose(api);

/** @typedef {typeof api} Api */
