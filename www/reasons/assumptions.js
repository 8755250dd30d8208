/**
 * The assumptions explorer as plain data: which figures are shown, what a person typed, whether it is within our range, and the
 * change it makes to the scenario. The scenario stays a sparse overlay: back to ours means the key goes.
 */
import { isHundredths, typed } from './amounts.js';
import { outcomesMovedBy, spreadOf } from './source.js';
import { howWeKnow } from './status.js';

/** What each kind of figure can hold; the same rules as the model's reader. */
const HOLDS = {
  share: (value) => value >= 0 && value <= 1,
  ratio: (value) => value > 0,
  rate: (value) => value >= 0,
  count: (value) => value >= 0,
  duration: (value) => value >= 0,
  money: (value) => value >= 0,
  growth: (value) => value >= -0.5 && value <= 0.5,
  utility: (value) => value >= -1 && value <= 1,
  elasticity: (value) => value >= -10 && value <= 10,
};

/** Topics: the group of the pack; figures without one belong to the programmes' effects. */
export function topicOf(figure) {
  return figure.group || 'effect';
}

/** Topics present, in alphabetical order of their ids. */
export function topics(figures) {
  return [...new Set(figures.map(topicOf))].sort();
}

const plain = (text) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '');

/** Whether every word that was typed occurs in a figure's words, name or population. */
function matches(figure, words) {
  const text = plain(`${figure.label} ${figure.id.replaceAll(/[_.]/g, ' ')} ${figure.id} ${figure.applies_to ?? ''}`);
  return words.every((word) => text.includes(word));
}

/**
 * What most of this plan's results use comes first; figures of equal use keep the order of the pack.
 * @param {object[]} figures of `engine.assumptions()` @param {object|null} explanation of the plan
 */
export function byUse(figures, explanation) {
  const uses = new Map();
  for (const { parameters = [] } of Object.values(explanation?.outcomes ?? {})) {
    for (const id of parameters) uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  const of = ({ id }) => uses.get(id) ?? 0;
  return [...figures].sort((one, other) => of(other) - of(one));
}

/**
 * Figures that fit, in the order given, so that no row moves while somebody types in it.
 * @param {object[]} figures of `engine.assumptions()`
 * @param {{search?: string, how?: string, topic?: string, own?: boolean}} filter
 * @param {Object<string, number>} [own] the person's values by id
 */
export function find(figures, filter, own = {}) {
  const words = plain(filter.search ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const fits = (figure) =>
    (!filter.how || howWeKnow(figure.status) === filter.how) &&
    (!filter.own || figure.id in own) &&
    (!filter.topic || topicOf(figure) === filter.topic) &&
    matches(figure, words);
  return figures.filter(fits);
}

/**
 * What a person typed, read and judged.
 * @param {string} text as typed, in the unit on screen
 * @returns {{value: number|null, verdict: 'ours'|'within'|'beyond'|'no-range'|'impossible'|'not-a-number'}}
 */
export function judge(figure, text) {
  const trimmed = text
    .trim()
    .replace(/^£/, '')
    .replaceAll(',', '')
    .replace(/^\u2212/, '-');
  if (trimmed === '') return { value: null, verdict: 'ours' };
  const number = Number(trimmed);
  if (!Number.isFinite(number)) return { value: null, verdict: 'not-a-number' };
  const value = typed(number, figure.unit);
  if (HOLDS[figure.kind] && !HOLDS[figure.kind](value)) return { value: null, verdict: 'impossible' };
  return { value, verdict: value === figure.value ? 'ours' : place(figure, value) };
}

/** Where a value lies against our range. */
export function place(figure, value) {
  const { low, high } = spreadOf(figure) ?? {};
  if (typeof low !== 'number' || typeof high !== 'number') return 'no-range';
  return value >= low && value <= high ? 'within' : 'beyond';
}

/** The change of the scenario; `value` undefined takes the key out. */
export function changeOf(figure, value) {
  const own = value === null || value === figure.value ? undefined : value;
  return { path: `assumptions.${figure.id}`, keys: ['assumptions', figure.id], value: own, label: figure.label };
}

/** One row: what stands beside a figure. */
export function row(figure, own, explanation) {
  const value = own?.[figure.id];
  return {
    figure,
    own: value,
    verdict: value === undefined ? 'ours' : place(figure, value),
    hundredths: isHundredths(figure.unit),
    changes: outcomesMovedBy(figure.id, explanation),
  };
}

/** Ids of the scenario that no figure here has: kept and named, never dropped in silence. */
export function strangers(figures, own = {}) {
  const known = new Set(figures.map((figure) => figure.id));
  return Object.keys(own).filter((id) => !known.has(id));
}

/** Everything a scenario changes of ours: figures and sides taken, for marks and lists. */
export function changes(scenario) {
  return [
    ...Object.keys(scenario?.assumptions ?? {}).map((id) => ({ kind: 'assumptions', id })),
    ...Object.keys(scenario?.switches ?? {}).map((id) => ({ kind: 'switches', id })),
  ];
}

/** The change that takes a side; our own side takes the key out. */
export function side(rival, option) {
  const value = option === rival.default ? undefined : option;
  return { path: `switches.${rival.id}`, keys: ['switches', rival.id], value, label: rival.label };
}
