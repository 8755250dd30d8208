// How pictures speak of each outcome of an answer. No figure of the model is here: only which way is better, the
// smallest change that words can carry, and how many decimals a table shows.
import { message } from './figures.js';

const COUNT = { better: 'down', least: 0.5, places: 1, kind: 'count' };
const LIFE = { better: 'up', least: 0.5, places: 1, kind: 'count' };
const EXPECTANCY = { better: 'up', least: 0.005, places: 3, kind: 'count' };
const MONEY = { better: 'down', least: 500, places: 0, kind: 'pounds' };

/** Outcomes that are not a count of something one would rather have less of. */
const OTHERS = {
  qalys: LIFE,
  qalys_cut: LIFE,
  qalys_capacity: LIFE,
  qalys_prevention: LIFE,
  qalys_social_care: LIFE,
  life_years: LIFE,
  life_years_hospital: LIFE,
  life_years_prevention: LIFE,
  people_in_work: { ...COUNT, better: 'up' },
  'healthy_life_expectancy_birth.female': EXPECTANCY,
  'healthy_life_expectancy_birth.male': EXPECTANCY,
  'life_expectancy_birth.female': EXPECTANCY,
  'life_expectancy_birth.male': EXPECTANCY,
  social_care_gbp: MONEY,
};

/**
 * Outcomes that hang on which of the published prices of hospital care is used: their words may not decide by one.
 */
const PRICED = /^(qalys|life_years|deaths|life_expectancy|healthy_life)/;
const BY_DISEASE = /^deaths\..|_prevention$|_social_care$/;

/** Fluent ids hold no dots. */
export const wordId = (outcome) => outcome.replaceAll('.', '-');

/**
 * @param {string} outcome id of the answer, such as `deaths` or `new_cases.chd`
 * @returns {{better: 'up'|'down', least: number, places: number, kind: string, priced: boolean,
 *   noun: import('./figures.js').Message}}
 */
export function about(outcome) {
  const reached = outcome.startsWith('people_reached.');
  const facts = OTHERS[outcome] ?? (reached ? { ...COUNT, better: 'up' } : COUNT);
  const noun = reached ? message('pic-noun-people_reached') : message(`pic-noun-${wordId(outcome)}`);
  const priced = PRICED.test(outcome) && !BY_DISEASE.test(outcome);
  return { ...facts, noun, priced };
}

/** Parts of an outcome in the answer: ids whose `part_of` names it. */
export const partsOf = (answer, outcome) =>
  Object.keys(answer.outcomes).filter((id) => answer.outcomes[id].part_of === outcome);

/** Outcomes people ask about first; the others follow in the order of the answer. */
export const FIRST = [
  'emergency_admissions',
  'bed_days',
  'ae_attendances',
  'deaths',
  'deaths_under_75',
  'life_years',
  'qalys',
];

const inOrder = (ids) => [...FIRST.filter((id) => ids.includes(id)), ...ids.filter((id) => !FIRST.includes(id))];

/** A share of beds is no count that words of more and fewer fit: it has a picture of its own (beds.js). */
const OWN_PICTURE = new Set(['occupancy']);

/** A series is worth a line if it is a whole, and either its size or a change of it is known. */
export function linesOf({ outcomes }) {
  const has = ({ part_of: whole, difference, baseline }) =>
    !whole && difference && (baseline || difference.some((value) => value !== 0));
  const drawn = (id) => !id.startsWith('people_reached.') && !OWN_PICTURE.has(id);
  return inOrder(Object.keys(outcomes).filter((id) => drawn(id) && has(outcomes[id])));
}

const OF_PEOPLE = new Set(['persons', 'deaths', 'cases', 'admissions', 'attendances']);

/** Outcomes that count people, or things that happen to people, and whose size is known. */
export const peopleOf = ({ outcomes }) =>
  linesOf({ outcomes }).filter((id) => OF_PEOPLE.has(outcomes[id].unit) && outcomes[id].baseline);

/** Outcomes that have parts, in the answer or in its explanation. */
export const partedOf = (answer, explanation) =>
  linesOf(answer).filter((id) => partsOf(answer, id).length > 0 || explanation?.outcomes?.[id]);
