/** The source panel: everything behind one figure, as rows of a term and its words. Nothing is left out or made up. */
import { amount } from './amounts.js';

/** A range as a message; a figure without one says why. */
export function range(record) {
  const spread = spreadOf(record);
  const from = (low, high) => ({ low: amount(low, record.unit ?? ''), high: amount(high, record.unit ?? '') });
  if (spread && 'fixed' in spread) return { none: spread.fixed };
  if (spread) return { ...from(spread.low, spread.high), level: spread.level, status: spread.status };
  return { none: '' };
}

/** The spread of a record of the engine (`range`) or of the pack (`uncertainty`). */
export function spreadOf(record) {
  return typeof record.range === 'object' ? record.range : record.uncertainty;
}

/** Fluent id of what was counted in the place (`place.population`), if the page has words for it. */
export function placeWords(id) {
  return id.startsWith('place.') ? `counted-${id.slice(6).replaceAll('.', '-')}` : 'counted-nothing';
}

/** Where a source can be read: its DOI first, else its address. Only web addresses become links. */
export function address(source) {
  if (source.doi) return source.doi.startsWith('http') ? source.doi : `https://doi.org/${source.doi}`;
  return /^https?:\/\//.test(source.url ?? '') ? source.url : '';
}

/** Outcomes that a figure stands behind in this plan. */
export function outcomesMovedBy(id, explanation) {
  const outcomes = Object.entries(explanation?.outcomes ?? {});
  return outcomes.filter(([, one]) => one.parameters?.includes(id)).map(([outcome]) => outcome);
}

/**
 * The panel of one figure.
 * @param {object} record what `engine.source(id)` gave: the figure, table, source or count in full, with its sources
 * @param {object} [explanation] of the plan on the page
 */
export function sourceView(record, explanation) {
  const text = (key) => record[key] ?? '';
  const single = record.type === 'source' ? record.sources?.[0] : null;
  return {
    id: record.id,
    label: record.label ?? single?.title ?? record.id,
    value: typeof record.value === 'number' ? amount(record.value, text('unit')) : null,
    price_year: text('price_year'),
    range: spreadOf(record) ? range(record) : null,
    notDrawn: text('not_drawn'),
    status: text('status'),
    used: record.used !== false && record.role !== 'shown',
    why: text('rationale'),
    where: text('locator'),
    applies_to: text('applies_to'),
    grade: text('grade'),
    measured: record.outcome ? { outcome: record.outcome, design: text('design') } : null,
    belief: record.belief ? { belief: record.belief, reason: text('belief_reason') } : null,
    period: text('period'),
    method: text('method'),
    seen_via: text('seen_via'),
    checked: text('checked'),
    note: text('note'),
    changes: outcomesMovedBy(record.id, explanation),
    sources: (record.sources ?? []).map((source) => ({ ...source, href: address(source) })),
  };
}
