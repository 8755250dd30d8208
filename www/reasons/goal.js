/**
 * A goal for working backwards, as a form holds it and as the engine reads it. Nothing is checked here beyond reading digits: what
 * was typed and is no number goes to the engine as it is, so that one place alone says what is wrong with it.
 */
import { about, linesOf } from '../views/outcomes.js';

export const ACCOUNTS = ['by_horizon', 'set_in_motion'];
export const OBJECTIVES = ['least_cost', 'most_equal', 'least_change'];
export const PROBABILITIES = ['', '0.6', '0.7', '0.8', '0.9'];
export const LIMITS = ['free', 'as_in_plan', 'locked', 'between'];

/** Years of life at birth are no count that a plan adds to. */
const NOT_COUNTS = /life_expectancy/;

/** Outcomes that can be aimed for. */
export const aimable = (answer) => linesOf(answer).filter((id) => !NOT_COUNTS.test(id));

/** @param {string} outcome @param {object} answer */
export const newAim = (outcome, answer) => ({
  outcome,
  change: about(outcome).better === 'up' ? 'more' : 'fewer',
  bound: 'at_least',
  many: '',
  when: String(answer.years[Math.floor(answer.years.length / 2)]),
  fifth: '',
});

/** A form to begin with. */
export const newForm = (answer) => ({
  aims: [newAim('emergency_admissions', answer)],
  probability: '0.8',
  budget: '',
  limits: {},
});

/** What was typed: nothing, a number, or the text itself. */
export function typedNumber(text) {
  const plain = text.trim().replace(/^£/, '').replaceAll(',', '');
  if (plain === '') return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number : text.trim();
}

function targetOf({ outcome, change, bound, many, when, fifth }) {
  const period = ACCOUNTS.includes(when) ? { account: when } : { year: Number(when) };
  const [count, group] = [typedNumber(many), typedNumber(fifth)];
  // Nothing typed is sent as the text it is, so that the engine says which number is missing.
  return { outcome, change, [bound]: count ?? '', ...period, ...given('fifth', group) };
}

const given = (key, value) => (value === undefined ? {} : { [key]: value });

function limitOf({ kind, min = '', max = '', locked = '' }) {
  if (kind === 'as_in_plan') return { as_in_scenario: true };
  // Nothing typed is no amount: the engine says so, rather than leaving the programme free.
  if (kind === 'locked') return { locked_gbp_per_year: typedNumber(locked) ?? '' };
  return { ...given('min_gbp_per_year', typedNumber(min)), ...given('max_gbp_per_year', typedNumber(max)) };
}

/**
 * Which plans are looked for at once: all on the middle run, which takes a moment; at a probability, where each takes many model
 * runs, the cheapest, and the others when somebody asks. @param {string} probability
 */
export const objectivesOf = (probability) => (probability ? OBJECTIVES.slice(0, 1) : OBJECTIVES);

/** The goal that the engine reads. @param {ReturnType<typeof newForm>} form @param {number} seed */
export function goalOf({ aims, probability, budget, limits }, seed) {
  const bound = Object.entries(limits).filter(([, { kind }]) => kind !== 'free');
  return {
    targets: aims.map(targetOf),
    objectives: objectivesOf(probability),
    ...given('budget_gbp_per_year', typedNumber(budget)),
    programmes: Object.fromEntries(bound.map(([id, limit]) => [id, limitOf(limit)])),
    ...(probability ? { probability: Number(probability), seed } : {}),
  };
}

/**
 * Faults of a goal by the control they belong to: `aims[0]`, `budget`, `limits.ID`, `probability`; the rest under ''.
 * @param {{path: string}[]} faults
 */
export function faultsByControl(faults) {
  const found = {};
  for (const fault of faults) {
    const key = controlOf(fault.path.replace(/^goal(: |\.)?/, ''));
    found[key] = [...(found[key] ?? []), fault];
  }
  return found;
}

/** The message that names the field of a fault; '' where its control is the whole aim or programme. */
export function fieldOf(path) {
  const key = path
    .replace(/^goal(: |\.)?/, '')
    .split('.')
    .at(-1);
  return FIELDS[key.replace(/\[\d+\]$/, '')] ?? '';
}

const FIELDS = {
  at_least: 'goal-many',
  at_most: 'goal-many',
  outcome: 'goal-outcome',
  change: 'goal-bound',
  year: 'goal-when',
  account: 'goal-when',
  fifth: 'weights-whom',
  budget_gbp_per_year: 'goal-budget',
  probability: 'goal-sure',
  draws: 'goal-field-draws',
  seed: 'goal-field-seed',
  min_gbp_per_year: 'goal-min',
  max_gbp_per_year: 'goal-max',
  locked_gbp_per_year: 'goal-locked',
  shift: 'goal-field-shift',
  share_of_acute: 'goal-field-shift',
  gbp_per_year: 'goal-field-shift',
};

function controlOf(path) {
  const aim = /^targets\[(\d+)\]/.exec(path);
  if (aim) return `aims[${aim[1]}]`;
  if (path.startsWith('budget')) return 'budget';
  if (path.startsWith('probability')) return 'probability';
  const limit = /^programmes\.([a-z0-9_]+)/.exec(path);
  return limit ? `limits.${limit[1]}` : '';
}
