// What is paid in for a plan, year by year: money that went to programmes and money that was cut and given to none.
import { series } from './figures.js';

/** @returns {number[]} pounds by year */
export function paidIn(answer) {
  const none = series(answer.money.cut_and_given_to_no_programme);
  return series(answer.money.spent).map((spent, i) => spent + none[i]);
}

/** Pounds of one kind of ledger line by year, over all payers. */
export function ledgerYears(answer, kind) {
  const rows = answer.ledger.filter((row) => row.kind === kind);
  return Array.from(answer.years, (_, i) => rows.reduce((total, row) => total + row.gbp[i], 0));
}
