/** What would change this answer, in two sentences; and what can be asked about before the engine has said so itself. */
import { spokenAmounts } from './amounts.js';
import { message } from '../views/figures.js';

export const ACCOUNTS = ['by_horizon', 'set_in_motion'];

export const ABOUTS = ['qalys', 'life_years', 'deaths_under_75', 'emergency_admissions', 'bed_days', 'ae_attendances'];

/** @param {object} found of the engine's question @returns {import('../views/figures.js').Message[]} */
export function headline({ rivals, thresholds, sign }) {
  const lines = [];
  if (rivals) lines.push(message('turns-head-sides', { sign: sign ?? 'none', same: rivals.same, of: rivals.of }));
  if (thresholds) lines.push(figureLine(thresholds));
  return lines;
}

function figureLine({ rows: [first], within }) {
  if (!first) return message('turns-head-no-figure');
  const { label, unit, flips_at, value, low, high } = first;
  // As in the picture's words, where the ends of its range stand beside them.
  const [there, here] = spokenAmounts([flips_at, value, low, high], unit);
  return message('turns-head-figure', { label, there, here, within });
}
