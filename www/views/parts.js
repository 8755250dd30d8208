// Parts of a total: what each programme and the hospital side add or take, with the overlap as a part of its own.
import { figure, message, sum } from './figures.js';
import { priceUsed } from './estimates.js';
import { about, partsOf } from './outcomes.js';
import { bandCells, bandColumns, rangesNote, sumOf, wide } from './ranges.js';
import { direction, side } from './shape.js';

/**
 * @param {object} answer
 * @param {{outcome: string, account?: 'by_horizon'|'set_in_motion', explanation?: object|null, ranges?: object|null,
 *   doubt?: string}} options
 *   with the engine's explanation the parts are programmes; without it they are the parts that the answer itself knows
 */
export function partsView(
  answer,
  { outcome, account = 'set_in_motion', explanation = null, ranges = null, doubt = 'working' },
) {
  const facts = about(outcome);
  const rangeOf = (id) => (id ? sumOf(ranges, id, account) : null);
  const whole = rangeOf(outcome);
  const list = (explained(explanation, outcome, account) ?? known(answer, outcome, account))
    .filter((part) => part.value !== 0)
    .sort((a, b) => Number(a.overlap) - Number(b.overlap) || Math.abs(b.value) - Math.abs(a.value))
    .map((part) => ({
      ...part,
      range: rangeOf(part.id),
      side: side(part.value, facts),
      words: amount(part.value, facts),
    }));
  const total = sum(list.map((part) => part.value));
  const form = formOf(list, answer, outcome);
  return {
    name: 'parts',
    message: message(`pic-parts-${form}`),
    subtitle: message('pic-parts-subtitle', {
      noun: facts.noun,
      place: answer.place.name,
      account,
      years: answer.years.length,
    }),
    summary: null,
    range:
      whole && list.length > 0 ? message('pic-parts-range', { range: wide(whole, facts), noun: facts.noun }) : null,
    parts: list,
    total: {
      value: total,
      range: whole,
      side: side(total, facts),
      words: amount(total, facts),
      label: message('pic-parts-total'),
    },
    notes: [
      ...(facts.priced ? [message('pic-fair-price', { price: priceUsed(answer) })] : []),
      ...(list.length > 0 ? [rangesNote(ranges, doubt, Boolean(whole))] : []),
    ],
    columns: [
      { key: 'label', label: message('pic-col-part') },
      { key: 'value', label: message('pic-col-difference'), places: Math.max(2, facts.places), signed: true },
      ...(whole ? bandColumns(Math.max(2, facts.places)) : []),
    ],
    rows: [
      ...list.map((part) => ({ ...part, ...bandCells(part.range) })),
      { label: message('pic-parts-total'), value: total, ...bandCells(whole) },
    ],
    marks: list.length > 0 ? { better: facts.better, list, total, range: whole } : null,
    why: { outcome, year: null, figure: account },
    form,
  };
}

/** Rounding leaves specks in an overlap; a part a millionth of the largest is none. */
const SPECK = 1e-6;

function explained(explanation, outcome, account) {
  const parts = explanation?.outcomes?.[outcome]?.contributions;
  if (!parts) return null;
  const most = Math.max(...parts.map((part) => Math.abs(part[account])));
  return parts
    .filter((part) => Math.abs(part[account]) > SPECK * most)
    .map((part) => ({
      label: part.channel === 'overlap' ? message('pic-parts-overlap') : part.label,
      value: part[account],
      overlap: part.channel === 'overlap',
    }));
}

function known(answer, outcome, account) {
  return partsOf(answer, outcome).map((id) => ({
    id,
    label: message(`pic-part-${id}`),
    value: answer.outcomes[id][account].undiscounted,
    overlap: false,
  }));
}

function amount(value, facts) {
  return message('pic-parts-amount', {
    direction: value === 0 ? 'same' : direction(value, facts.least),
    amount: figure(facts.kind, Math.abs(value)),
  });
}

function formOf(list, answer, outcome) {
  if (list.length === 0) return answer.outcomes[outcome]?.set_in_motion?.undiscounted === 0 ? 'nothing' : 'not_counted';
  const sides = new Set(list.map((part) => part.side).filter((word) => word === 'better' || word === 'worse'));
  if (sides.size === 0) return 'too_small';
  return sides.size === 2 ? 'both_ways' : 'one_way';
}
