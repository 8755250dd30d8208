// The published table of link keys: what each means in a scenario file, and in which unit. Percent in links,
// shares in files. Once published a key keeps its meaning; a renamed id goes through RENAMED.

const FUNDING = { cut: 'cut_first', bridge: 'bridge', growth: 'growth_only', new: 'new_money' };
const TARGETING = { everyone: 'universal', more: 'proportionate', poorest: 'most_deprived' };

/** @typedef {{key: string, path: string, kind: 'percent' | 'number' | 'whole' | 'flag' | 'word',
 *   low?: number, high?: number, words?: Record<string, string>}} LinkKey */

/** Keys with one meaning each. @type {LinkKey[]} */
export const KEYS = [
  { key: 'shift', path: 'shift.share_of_acute', kind: 'percent', low: 0, high: 100 },
  { key: 'pounds', path: 'shift.gbp_per_year', kind: 'number', low: 0, high: 1e12 },
  { key: 'start', path: 'shift.start_year', kind: 'whole', low: 2026, high: 2055 },
  { key: 'ramp', path: 'shift.ramp_years', kind: 'whole', low: 1, high: 30 },
  { key: 'fund', path: 'funding', kind: 'word', words: FUNDING },
  { key: 'who', path: 'targeting', kind: 'word', words: TARGETING },
  { key: 'back', path: 'reinvest.capture_share', kind: 'percent', low: 0, high: 100 },
  { key: 'delay', path: 'reinvest.delay_years', kind: 'whole', low: 0, high: 30 },
  { key: 'bridge', path: 'bridge.years', kind: 'whole', low: 0, high: 10 },
  { key: 'repay', path: 'bridge.repayment_years', kind: 'whole', low: 1, high: 30 },
  { key: 'gift', path: 'bridge.as_new_money', kind: 'flag' },
  { key: 'years', path: 'horizon_years', kind: 'whole', low: 1, high: 30 },
];

/** Keys that carry an id after a dot. @type {Record<string, LinkKey>} */
export const FAMILIES = {
  p: { key: 'p', path: 'programmes.*.share', kind: 'percent', low: 0, high: 100 },
  gbp: { key: 'gbp', path: 'programmes.*.gbp_per_year', kind: 'number', low: 0, high: 1e12 },
  a: { key: 'a', path: 'assumptions.*', kind: 'number', low: -1e15, high: 1e15 },
  s: { key: 's', path: 'switches.*', kind: 'word' },
};

/** Ids that changed their name, old to new. */
export const RENAMED = {};

/** How the money is divided when it is not by programme. */
export const MIXES = { evidence: 'evidence_mix', none: {} };

/** The mark for "this preset sets it, and here it is not set". */
export const UNSET = '-';

/** What an id is called now. A link may hold any word, so names that every object has are no ids. @param {string} id */
export const nameNow = (id) => (Object.hasOwn(RENAMED, id) ? RENAMED[id] : id);

const ID = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/;

/** A known id spelling, renamed if it has moved; null if it cannot be an id. @param {string} id */
export function cleanId(id) {
  if (!ID.test(id) || id.length > 80) return null;
  return nameNow(id);
}

/**
 * Reads one value of a link.
 * @param {LinkKey} rule @param {string} text
 * @returns {{value: unknown} | {reason: string, low?: number, high?: number, words?: string}}
 */
export function readValue(rule, text) {
  if (rule.kind === 'word') return readWord(rule, text);
  if (rule.kind === 'flag') return text === '0' || text === '1' ? { value: text === '1' } : { reason: 'flag' };
  if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return { reason: 'number' };
  const number = Number(text);
  if (rule.kind === 'whole' && !Number.isInteger(number)) return { reason: 'whole' };
  if (number < rule.low || number > rule.high) return { reason: 'range', low: rule.low, high: rule.high };
  return { value: rule.kind === 'percent' ? tidy(number / 100) : number };
}

function readWord({ words }, text) {
  if (!words) return cleanId(text) ? { value: cleanId(text) } : { reason: 'word' };
  if (Object.hasOwn(words, text)) return { value: words[text] };
  return { reason: 'words', words: Object.keys(words).join(', ') };
}

/** Writes one value into a link. @param {LinkKey} rule @param {unknown} value */
export function writeValue(rule, value) {
  if (value === undefined) return UNSET;
  if (rule.kind === 'percent') return String(tidy(value * 100));
  if (rule.kind === 'flag') return value ? '1' : '0';
  if (!rule.words) return String(value);
  return Object.keys(rule.words).find((word) => rule.words[word] === value) ?? UNSET;
}

/** Takes the dust of binary fractions off: 0.07 × 100 is 7. */
const tidy = (number) => Number(number.toPrecision(12));
