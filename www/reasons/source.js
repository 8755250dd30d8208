/** The source panel: everything behind one figure, as rows of a term and its words. Nothing is left out or made up. */
import { amount } from './amounts.js';

/** A range as a message; a figure without one says why. */
export function range(record) {
  const spread = record.uncertainty;
  const from = (low, high) => ({ low: amount(low, record.unit ?? ''), high: amount(high, record.unit ?? '') });
  if (spread && 'fixed' in spread) return { none: spread.fixed };
  if (spread) return { ...from(spread.low, spread.high), level: spread.level, status: spread.status };
  if (record.low !== undefined && record.high !== undefined && record.low !== null)
    return from(record.low, record.high);
  return { none: '' };
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
 * @param {object} answer what `engine.source(id)` gave: `{id, type, record, sources}`
 * @param {object} [explanation] of the plan on the page
 */
export function sourceView(answer, explanation) {
  const record = answer.record ?? answer;
  const sources = answer.sources ?? [];
  return {
    id: answer.id ?? record.id,
    label: record.label ?? record.name ?? answer.id,
    value: typeof record.value === 'number' ? amount(record.value, record.unit ?? '') : null,
    price_year: record.price_year ?? '',
    range: record.uncertainty || record.low !== undefined ? range(record) : null,
    status: record.status ?? '',
    used: record.input !== false,
    why: record.rationale ?? '',
    where: record.locator ?? '',
    applies_to: record.applies_to ?? '',
    quality: record.quality ?? '',
    grade: record.grade ?? '',
    measured: record.outcome ? { outcome: record.outcome, design: record.design ?? '' } : null,
    seen_via: record.seen_via ?? '',
    checked: record.checked ?? '',
    note: record.note ?? '',
    changes: outcomesMovedBy(answer.id ?? record.id, explanation),
    sources: sources.map((source) => ({ ...source, href: address(source) })),
  };
}
