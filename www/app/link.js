// The address of a state. The part after `#` is never sent to a server. It names the place, what differs from a
// preset, and the versions of model and evidence; what cannot be read is named and left out, the rest is kept.
import { cleanId, FAMILIES, KEYS, MIXES, nameNow, readValue, UNSET, writeValue } from './link-keys.js';
import { owned, valueAt, withValue } from './overlay.js';
import { MOST_SEED, readSeed, SEED } from './seed.js';

/** The version of this format. */
export const LINK_FORMAT = '1';
const LONGEST = 4000;
const MOST_PLACES = 40;
export const DEFAULT_PRESET = 'default';

/** @typedef {{key: string, value: string, reason: string, low?: number, high?: number, words?: string}} LinkFault
 *   `reason` ends a message id: `link-fault-<reason>` */

/**
 * @typedef {object} Link
 * @property {string[]} codes @property {object} scenario @property {string | null} model
 * @property {string | null} evidence @property {string | null} language @property {boolean} present
 * @property {number | null} seed of the draws; null is the page's own
 * @property {string | null} why the outcome whose reasons are asked for; not a part of the state, so no link is written with it
 * @property {LinkFault[]} faults
 */

/**
 * @param {string} fragment with or without its `#`
 * @param {Record<string, object>} presets by id
 * @returns {Link}
 */
export function readLink(fragment, presets) {
  const faults = [];
  const pairs = readPairs(fragment, faults);
  const take = (key) => {
    const value = pairs.get(key) ?? null;
    pairs.delete(key);
    return value;
  };
  const format = take('w');
  if (format !== null && format !== LINK_FORMAT) faults.push({ key: 'w', value: format, reason: 'format' });
  const link = {
    codes: readCodes(take('place'), faults),
    model: take('m'),
    evidence: take('e'),
    language: readLanguage(take('lang'), faults),
    present: take('present') === '1',
    seed: readSeedOf(take('seed'), faults),
    why: readWhy(take('why'), faults),
    faults,
  };
  return { ...link, scenario: readScenario(pairs, take('preset'), presets, faults) };
}

function readPairs(fragment, faults) {
  const text = fragment.replace(/^#/, '');
  if (text.length > LONGEST) {
    faults.push({ key: 'link', value: `${text.slice(0, 40)}…`, reason: 'long', high: LONGEST });
    return new Map();
  }
  const pairs = new Map();
  for (const part of text.split('&').filter(Boolean)) {
    const [key, ...rest] = part.split('=');
    const value = decode(rest.join('='));
    if (value === null || rest.length === 0) faults.push({ key, value: rest.join('='), reason: 'unreadable' });
    else if (pairs.has(key)) faults.push({ key, value, reason: 'twice' });
    else pairs.set(key, value);
  }
  return pairs;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function readCodes(text, faults) {
  if (text === null) return [];
  const codes = [];
  for (const code of text.split('+')) {
    if (!/^E\d{8}$/.test(code)) faults.push({ key: 'place', value: code, reason: 'code' });
    else if (codes.length === MOST_PLACES)
      faults.push({ key: 'place', value: code, reason: 'places', high: MOST_PLACES });
    else if (!codes.includes(code)) codes.push(code);
  }
  return codes;
}

function readSeedOf(text, faults) {
  if (text === null) return null;
  const seed = readSeed(text);
  if (seed === null) faults.push({ key: 'seed', value: text, reason: 'seed', high: MOST_SEED });
  return seed === SEED ? null : seed;
}

function readWhy(text, faults) {
  const id = text === null ? null : cleanId(text);
  if (text !== null && id === null) faults.push({ key: 'why', value: text, reason: 'why' });
  return id;
}

/** The link with the reasons for an outcome open. @param {string} href of the page @param {string} outcome */
export const whyLink = (href, outcome) => `${href}&why=${encode(outcome)}`;

function readLanguage(text, faults) {
  if (text === null || /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(text)) return text;
  faults.push({ key: 'lang', value: text, reason: 'language' });
  return null;
}

function readScenario(pairs, preset, presets, faults) {
  const known = preset === null || Object.hasOwn(presets, preset);
  if (!known) faults.push({ key: 'preset', value: preset, reason: 'preset' });
  const start = presets[known && preset !== null ? preset : DEFAULT_PRESET];
  let scenario = start;
  const mixed = [...pairs.keys()].some((key) => /^(p|gbp)\./.test(key));
  if (mixed || pairs.has('mix')) scenario = readMix(pairs, scenario, faults);
  for (const [key, text] of pairs) scenario = readPart(scenario, key, text, faults);
  // If none of a mix could be read, the preset's own mix is nearer to what was meant than a cut that buys nothing.
  if (mixed && isEmpty(scenario.programmes)) scenario = withValue(scenario, 'programmes', start.programmes);
  return scenario === start ? start : owned(scenario);
}

const isEmpty = (mix) => typeof mix === 'object' && Object.keys(mix).length === 0;

function readMix(pairs, scenario, faults) {
  const mix = pairs.get('mix') ?? 'none';
  pairs.delete('mix');
  if (mix === UNSET) return withValue(scenario, 'programmes', undefined);
  if (Object.hasOwn(MIXES, mix)) return withValue(scenario, 'programmes', MIXES[mix]);
  faults.push({ key: 'mix', value: mix, reason: 'words', words: Object.keys(MIXES).join(', ') });
  return scenario;
}

function readPart(scenario, key, text, faults) {
  const rule = ruleOf(key);
  if (!rule) {
    faults.push({ key, value: text, reason: 'key' });
    return scenario;
  }
  if (text === UNSET) return withValue(scenario, rule.path, undefined);
  const read = readValue(rule, text);
  if ('reason' in read) {
    faults.push({ key, value: text, ...read });
    return scenario;
  }
  // A share of acute spending and pounds are two ways to say how much: the last one said counts.
  const other = { shift: 'shift.gbp_per_year', pounds: 'shift.share_of_acute' }[key];
  return withValue(other ? withValue(scenario, other, undefined) : scenario, rule.path, read.value);
}

function ruleOf(key) {
  const renamed = nameNow(key);
  const plain = KEYS.find((rule) => rule.key === renamed);
  if (plain) return plain;
  const dot = renamed.indexOf('.');
  const first = renamed.slice(0, Math.max(dot, 0));
  const family = Object.hasOwn(FAMILIES, first) && FAMILIES[first];
  const id = family && cleanId(renamed.slice(dot + 1));
  return id ? { ...family, path: family.path.replace('*', id) } : null;
}

/**
 * The shortest link that brings this state back.
 * @param {{codes: string[], scenario: object, model?: string, evidence?: string, language?: string | null,
 *   present?: boolean, seed?: number | null}} state
 * @param {Record<string, object>} presets
 * @returns {string} without `#`
 */
export function writeLink({ codes, scenario, model, evidence, language, present, seed }, presets) {
  const head = [['w', LINK_FORMAT]];
  if (model) head.push(['m', model]);
  if (evidence) head.push(['e', evidence]);
  if (codes.length > 0) head.push(['place', codes.join('+')]);
  const tail = [];
  if (language) tail.push(['lang', language]);
  if (seed !== null && seed !== undefined && seed !== SEED) tail.push(['seed', String(seed)]);
  if (present) tail.push(['present', '1']);
  return [...head, ...shortest(scenario, presets), ...tail].map(([key, value]) => `${key}=${encode(value)}`).join('&');
}

const encode = (value) => encodeURIComponent(value).replaceAll('%2B', '+').replaceAll('%3A', ':');

function shortest(scenario, presets) {
  const size = (parts) => parts.reduce((sum, [key, value]) => sum + key.length + value.length + 2, 0);
  const ids = [DEFAULT_PRESET, ...Object.keys(presets).filter((id) => id !== DEFAULT_PRESET)];
  let best = null;
  for (const id of ids) {
    const preset = presets[id];
    // An ambition comes with its preset only: a plan changed by hand does not measure itself against it.
    if (JSON.stringify(preset.target) !== JSON.stringify(scenario.target)) continue;
    const parts = differences(scenario, preset);
    if (id !== DEFAULT_PRESET) parts.unshift(['preset', id]);
    if (best === null || size(parts) < size(best)) best = parts;
  }
  return best;
}

function differences(scenario, preset) {
  const parts = [];
  const compare = (key, rule) => {
    const value = valueAt(scenario, rule.path);
    if (value !== valueAt(preset, rule.path)) parts.push([key, writeValue(rule, value)]);
  };
  for (const rule of KEYS) compare(rule.key, rule);
  parts.push(...mixDifferences(scenario.programmes, preset.programmes));
  for (const [key, table] of [
    ['a', 'assumptions'],
    ['s', 'switches'],
  ]) {
    const ids = new Set([...Object.keys(preset[table] ?? {}), ...Object.keys(scenario[table] ?? {})]);
    for (const id of ids) compare(`${key}.${id}`, { ...FAMILIES[key], path: `${table}.${id}` });
  }
  return parts.filter(([key, value]) => !isSecondAmount(key, value, parts));
}

/** `pounds=…` already says that the share is gone, and the other way round. */
function isSecondAmount(key, value, parts) {
  const other = { shift: 'pounds', pounds: 'shift' }[key];
  return value === UNSET && parts.some(([name, text]) => name === other && text !== UNSET);
}

function mixDifferences(mix, ours) {
  if (JSON.stringify(mix) === JSON.stringify(ours)) return [];
  if (mix === undefined) return [['mix', UNSET]];
  if (typeof mix === 'string') return [['mix', 'evidence']];
  const parts = Object.entries(mix).map(([id, { share, gbp_per_year }]) =>
    share === undefined ? [`gbp.${id}`, String(gbp_per_year)] : [`p.${id}`, writeValue(FAMILIES.p, share)],
  );
  return parts.length > 0 ? parts : [['mix', 'none']];
}
