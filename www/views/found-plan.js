// A plan found by working backwards: what each programme gets, beside what it has in the plan on the page and could use.
import { figure, message } from './figures.js';

/** @param {object} plan of the engine's search @param {string} place its name */
export function foundPlanView(plan, place) {
  const inPlay = ({ gbp_per_year: found, gbp_per_year_in_scenario: now }) => found > 0 || now > 0;
  const list = plan.programmes.filter(inPlay).sort((one, other) => other.gbp_per_year - one.gbp_per_year);
  return {
    name: 'plan-found',
    message: message('goal-plan-title'),
    subtitle: message('goal-plan-subtitle', { place }),
    summary: null,
    list: list.map((row) => ({ ...row, words: rowWords(row), more: moreWords(row) })),
    notes: [message('goal-plan-key')],
    columns,
    rows: plan.programmes.map((row) => ({
      ...row,
      why: message(`goal-why-${wordOf(row.why)}`),
      ...limitsOf(row),
      without: row.without_it?.gbp_more ?? null,
    })),
    marks: { most: Math.max(1, ...list.flatMap((row) => [row.gbp_per_year, row.gbp_per_year_in_scenario])) },
  };
}

export const wordOf = (id) => id.replaceAll('_', '-');

/** Nothing is a word, not a figure. */
const pounds = (gbp) => (gbp > 0 ? figure('pounds', gbp) : message('goal-nothing'));

const rowWords = ({ gbp_per_year: found, gbp_per_year_in_scenario: now }) =>
  message('goal-plan-row', { found: pounds(found), now: pounds(now) });

function moreWords({ why, room_gbp_per_year: room, without_it: without, gbp_per_year: found }) {
  const words = [message(`goal-why-${wordOf(why)}`)];
  if (why === 'in_part') words.push(message('goal-room', { room: figure('pounds', room) }));
  if (without && found > 0) {
    words.push(
      without.reached
        ? message('goal-without', { more: figure('pounds', without.gbp_more) })
        : message('goal-without-none'),
    );
  }
  return words;
}

const limitsOf = ({ limits }) => ({ min: limits.min_gbp_per_year, max: limits.max_gbp_per_year });

const columns = [
  { key: 'label', label: message('goal-col-programme') },
  { key: 'gbp_per_year', label: message('goal-col-found') },
  { key: 'gbp_per_year_in_scenario', label: message('goal-col-now') },
  { key: 'room_gbp_per_year', label: message('goal-col-room') },
  { key: 'min', label: message('goal-col-min') },
  { key: 'max', label: message('goal-col-max') },
  { key: 'why', label: message('goal-col-why') },
  { key: 'without', label: message('goal-col-without') },
  { key: 'grade_outcome', label: message('goal-col-grade-outcome') },
  { key: 'grade_hospital', label: message('goal-col-grade-hospital') },
];
