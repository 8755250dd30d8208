/** What would change this answer, in a few sentences; and what can be asked about before the engine has said so itself. */
import { spokenAmounts } from './amounts.js';
import { tenthsWords } from '../views/chance.js';
import { message } from '../views/figures.js';
import { netWords } from '../views/hangs.js';

export const ACCOUNTS = ['by_horizon', 'set_in_motion'];

export const ABOUTS = ['qalys', 'life_years', 'deaths_under_75', 'emergency_admissions', 'bed_days', 'ae_attendances'];

/** @param {object} found of the engine's question @returns {import('../views/figures.js').Message[]} */
export function headline({ rivals, thresholds, sign, about }) {
  const lines = [];
  if (rivals) lines.push(message('turns-head-sides', { sign: sign ?? 'none', same: rivals.same, of: rivals.of }));
  if (rivals) lines.push(...endsLines(rivals, about));
  if (thresholds) lines.push(figureLine(thresholds));
  return lines;
}

/** The two combinations; and, where model runs were added, in how many of them it is better under each single side and under those. */
function endsLines({ rows, least_favourable: against, most_favourable: favour }, about) {
  if (!against || !favour) return [];
  const [worst, best] = [against, favour].map(({ central }) => netWords(about, central));
  const lines = [message('turns-head-ends', { worst, best })];
  const shares = rows.filter(({ taken, futures }) => futures && !taken).map(({ futures }) => futures.above_zero);
  if (shares.length === 0 || !against.futures || !favour.futures) return lines;
  const [least, most] = [Math.min(...shares), Math.max(...shares)].map(tenthsWords);
  const [hard, kind] = [against, favour].map(({ futures }) => tenthsWords(futures.above_zero));
  return [...lines, message('turns-head-runs', { least, most, hard, kind })];
}

function figureLine({ rows: [first], within }) {
  if (!first) return message('turns-head-no-figure');
  const { label, unit, flips_at, value, low, high } = first;
  // As in the picture's words, where the ends of its range stand beside them.
  const [there, here] = spokenAmounts([flips_at, value, low, high], unit);
  return message('turns-head-figure', { label, there, here, within });
}
