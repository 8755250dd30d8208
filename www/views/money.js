// Money that can be used, and money that cannot: the cap is a wall.
import { figure, message, sum } from './figures.js';

const LEAST = 500;

/**
 * @param {object|null} answer
 * @param {{asked?: number|null, used?: number|null}} options pounds of one programme; without them, of the whole plan
 */
export function moneyView(answer, { asked = null, used = null } = {}) {
  const whole = asked === null;
  const unusedAll = whole ? sum(Array.from(answer.money.could_not_be_used)) : 0;
  const spent = whole ? sum(Array.from(answer.money.spent)) : used;
  const all = whole ? spent + unusedAll : asked;
  const rest = Math.max(0, all - spent);
  const form = formOf(all, spent, rest);
  const pounds = (value) => figure('pounds', value);
  return {
    name: 'money',
    message: message(`pic-money-${form}`),
    subtitle: message('pic-money-subtitle', {
      whole: whole ? 'yes' : 'no',
      asked: pounds(all),
      place: answer?.place.name ?? '',
      years: answer?.years.length ?? 0,
    }),
    summary: null,
    used: message('pic-money-used', { amount: pounds(spent) }),
    unused: rest < LEAST ? null : message('pic-money-unused', { amount: pounds(rest) }),
    notes: rest < LEAST ? [] : [message('pic-money-note')],
    columns: [
      { key: 'what', label: message('pic-col-what') },
      { key: 'gbp', label: message('pic-col-gbp'), places: 0 },
    ],
    rows: [
      ['asked', all],
      ['used', spent],
      ['unused', rest],
    ].map(([key, gbp]) => ({ what: message(`pic-money-row-${key}`), gbp })),
    marks: all < LEAST ? null : { all, used: spent, unused: rest < LEAST ? 0 : rest },
    why: null,
    form,
  };
}

function formOf(all, spent, rest) {
  if (all < LEAST) return 'nothing';
  if (rest < LEAST) return 'all';
  if (spent < LEAST) return 'none';
  return rest > spent ? 'most' : 'some';
}
