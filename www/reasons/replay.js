/**
 * The last change retold as a chain of causes: what was moved, whom it reaches, what follows, and the other side of it.
 * Each step is a message; amounts are the new answer less the one before, in the last year that both show.
 */
import { about } from '../views/outcomes.js';
import { direction } from './amounts.js';

const LEAST_POUNDS = 500;

/** Last year that both answers show, as an index; -1 if they are not of one place. */
function commonYear(before, answer) {
  if (before?.place?.code !== answer?.place?.code) return -1;
  return Math.min(before.years.length, answer.years.length) - 1;
}

const yearly = (answer, outcome, year) => answer.outcomes[outcome]?.difference?.[year] ?? null;
const whole = (answer, outcome) => answer.outcomes[outcome]?.set_in_motion?.undiscounted ?? null;

/** New less old; `null` where either was not counted. An outcome that one answer lacks was not moved there. */
function moved(before, answer, outcome, read) {
  const present = (one) => (outcome in one.outcomes ? read(one, outcome) : 0);
  const [was, is] = [present(before), present(answer)];
  return was === null || is === null ? null : is - was;
}

function step(id, value, least, more = {}) {
  if (value === null || Math.abs(value) < least) return null;
  return { id, args: { direction: direction(value, least), n: Math.abs(value), ...more } };
}

/** The programme whose reach changed most, and the change of all together. */
function reached(before, answer, year) {
  const names = new Set([...Object.keys(before.outcomes), ...Object.keys(answer.outcomes)]);
  const rows = [...names]
    .filter((name) => name.startsWith('people_reached.'))
    .map((name) => ({
      programme: name.slice(15),
      change: moved(before, answer, name, (one) => yearly(one, name, year)) ?? 0,
    }));
  const [most] = [...rows].sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  return { all: rows.reduce((sum, row) => sum + row.change, 0), most };
}

function illness(before, answer, year) {
  const rows = Object.keys(answer.outcomes)
    .filter((name) => name.startsWith('new_cases.'))
    .map((name) => ({ name, change: moved(before, answer, name, (one) => yearly(one, name, year)) }))
    .filter((row) => row.change !== null)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  return rows[0] ?? null;
}

const last = (series) => (series?.length ? series[series.length - 1] : 0);

function moneySteps(before, answer) {
  const difference = (key) => last(answer.money[key]) - last(before.money[key]);
  const full = (answer.money.full_shift_gbp_per_year ?? 0) - (before.money.full_shift_gbp_per_year ?? 0);
  return [
    step('replay-moved', full, LEAST_POUNDS),
    step('replay-cut', difference('cut'), LEAST_POUNDS),
    step('replay-unused', difference('could_not_be_used'), LEAST_POUNDS),
  ];
}

function peopleSteps(before, answer, year, programmes) {
  const { all, most } = reached(before, answer, year);
  const label = programmes.find((one) => one.id === most?.programme)?.label ?? '';
  const ill = illness(before, answer, year);
  return [
    step('replay-people', all, 0.5, { known: label ? 'yes' : 'no', programme: label }),
    ill && { ...step('replay-illness', ill.change, about(ill.name).least), noun: about(ill.name).noun },
  ].filter((one) => one?.id);
}

function lifeSteps(before, answer, year) {
  const flow = (outcome) =>
    step(
      `replay-${outcome}`,
      moved(before, answer, outcome, (one) => yearly(one, outcome, year)),
      about(outcome).least,
    );
  const sum = (outcome) => step(`replay-${outcome}`, moved(before, answer, outcome, whole), about(outcome).least);
  return [
    ...['emergency_admissions', 'bed_days', 'deaths_under_75'].map(flow),
    ...['qalys_prevention', 'qalys_social_care', 'qalys_cut', 'qalys_capacity'].map(sum),
  ];
}

function cashStep(before, answer) {
  const cash = (one) => one.three_kinds?.cash_released_gbp_by_horizon ?? null;
  if (cash(before) === null || cash(answer) === null) return null;
  return step('replay-cash', cash(answer) - cash(before), LEAST_POUNDS) ?? { id: 'replay-no-cash', args: {} };
}

/**
 * @param {{before: object|null, answer: object|null, programmes?: {id: string, label: string}[]}} given
 * @returns {{state: 'none'|'other-place'|'same'|'told', year: number|null, steps: {id: string, args: object, noun?: object}[]}}
 */
export function retell({ before, answer, programmes = [] }) {
  if (!before || !answer || before === answer) return { state: 'none', year: null, steps: [] };
  const year = commonYear(before, answer);
  if (year < 0) return { state: 'other-place', year: null, steps: [] };
  const found = [
    ...moneySteps(before, answer),
    ...peopleSteps(before, answer, year, programmes),
    ...lifeSteps(before, answer, year),
  ].filter(Boolean);
  if (!found.length) return { state: 'same', year: answer.years[year], steps: [] };
  const steps = [...found, cashStep(before, answer), { id: 'replay-end', args: {} }].filter(Boolean);
  return { state: 'told', year: answer.years[year], steps };
}
