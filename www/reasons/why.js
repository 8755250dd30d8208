/**
 * From a figure to its reasons: what the panel "Why this number" shows, as plain data.
 * It chooses, sorts and arranges what the model explained; of its own it only adds small parts up.
 */
import { about } from '../views/outcomes.js';
import { atYear, bandsOf, sumOf } from '../views/ranges.js';
import { side } from '../views/shape.js';
import { chainView } from './links.js';
import { explained } from './outcomes.js';
import { tally } from './status.js';

/** The two accounts of every result. */
export const ACCOUNTS = /** @type {const} */ (['by_horizon', 'set_in_motion']);
const OVERLAP = 'overlap';

/**
 * The figure somebody asked about: of one year, or of an account.
 * @param {object} answer
 * @param {{outcome: string, year?: number|null, figure?: string|null}} question `figure`: an account, or `difference` of a year
 */
export function figureOf(answer, question) {
  const { outcome } = question;
  const series = answer.outcomes[outcome];
  if (!series) return null;
  const base = { outcome, unit: series.unit, unknown: series.unknown || '', out_of: null };
  const account = question.figure;
  if (ACCOUNTS.includes(account))
    return withSide({ ...base, when: account, value: series[account]?.undiscounted ?? null });
  const at = answer.years.indexOf(Number(question.year));
  const index = at < 0 ? answer.years.length - 1 : at;
  const value = series.difference?.[index] ?? null;
  return withSide({
    ...base,
    when: 'year',
    year: answer.years[index],
    value,
    out_of: series.baseline?.[index] ?? null,
  });
}

/** What model runs say of the figure; null while they do not. */
export function rangeOfFigure(ranges, figure, years) {
  if (figure.when === 'year') return atYear(bandsOf(ranges, figure.outcome), years.indexOf(figure.year));
  return sumOf(ranges, figure.outcome, figure.when);
}

function withSide(figure) {
  return { ...figure, side: side(figure.value ?? 0, about(figure.outcome)) };
}

/** Parts of the total, biggest first, overlap last; `null` where the model does not take this outcome apart. */
export function partsOf(explanation, outcome, account) {
  const names = new Map((explanation?.chain ?? []).map((chain) => [chain.programme, chain.label]));
  const contributions = explanation?.outcomes?.[outcome]?.contributions;
  if (!contributions) return null;
  const rows = contributions.map((part) => ({
    programme: part.programme ?? '',
    channel: part.channel,
    name: names.get(part.programme) ?? '',
    value: part[account],
    side: side(part[account], about(outcome)),
    overlap: part.channel === OVERLAP,
  }));
  const size = (row) => (row.overlap ? -1 : Math.abs(row.value));
  return rows.filter((row) => row.value !== 0).sort((a, b) => size(b) - size(a));
}

/** Labels and statuses of the figures behind an outcome, in the model's order; ids nobody described keep their id. */
export function figuresBehind(explanation, outcome, catalogue) {
  const ids = explanation?.outcomes?.[outcome]?.parameters ?? [];
  return ids.map((id) => catalogue.get(id) ?? { id, label: null, status: id.startsWith('place.') ? 'published' : '' });
}

/** One list of all figures known by id: what `explain` summarised, and what the assumptions list adds. */
export function catalogueOf(explained_, assumptions = []) {
  const list = [...assumptions, ...(explained_?.parameters ?? [])];
  return new Map(list.map((figure) => [figure.id, figure]));
}

/** All parts that are not among the biggest, as one: so that what is listed adds up to the total. `null` if none is left. */
export function restOf(parts, reasons, outcome) {
  const left = parts.filter((part) => !reasons.includes(part));
  if (left.length === 0) return null;
  const value = left.reduce((sum, part) => sum + part.value, 0);
  return { value, side: side(value, about(outcome)), overlap: left.some((part) => part.overlap) };
}

/** The whole panel. `null` figure: no such outcome in the answer. */
export function whyView({ answer, explanation, catalogue, question, account }) {
  const figure = figureOf(answer, question);
  const outcome = explained(question.outcome, answer);
  const parts = partsOf(explanation, outcome, account);
  const figures = figuresBehind(explanation, outcome, catalogue);
  const programmes = new Set((parts ?? []).map((part) => part.programme));
  const all = [...catalogue.values()];
  const reasons = (parts ?? []).filter((part) => !part.overlap).slice(0, 3);
  const chains = (explanation?.chain ?? []).map((chain) => chainView(chain, account, all));
  return {
    figure,
    outcome,
    parts,
    total: explanation?.outcomes?.[outcome]?.total?.[account] ?? null,
    unit: explanation?.outcomes?.[outcome]?.unit ?? figure?.unit ?? '',
    reasons,
    rest: restOf(parts ?? [], reasons, outcome),
    chains: chains.sort((a, b) => Number(programmes.has(b.programme)) - Number(programmes.has(a.programme))),
    figures,
    known: tally(figures.map((row) => row.status)),
  };
}
