// What would you have to believe? Figures that turn the sign alone, those within their range first, then the nearest.
import { amount } from '../reasons/amounts.js';
import { howWeKnow } from '../reasons/status.js';
import { message } from './figures.js';
import { subtitle } from './hangs.js';

/** @param {object} found of the engine's question @param {string} place its name */
export function turningView(found, place) {
  const { rows, within, asked } = found.thresholds;
  const list = rows.map((row) => ({ ...row, believe: believe(row), range: rangeOf(row) }));
  return {
    name: 'what-you-would-have-to-believe',
    message: message(`turns-turning-${rows.length === 0 ? 'none' : within === 0 ? 'beyond' : 'within'}`, { within }),
    subtitle: subtitle(found, place),
    summary: null,
    within: list.filter((row) => row.within),
    beyond: list.filter((row) => !row.within),
    notes: [message('turns-turning-asked', { asked }), message('turns-turning-key')],
    columns,
    rows: list.map((row) => ({
      ...row,
      how: row.status ? message(`how-${howWeKnow(row.status)}`) : null,
      inside: message(row.within ? 'turns-yes' : 'turns-no'),
    })),
    marks: {},
  };
}

const believe = ({ label, flips_at: there, value, unit }) =>
  message('turns-believe', { label, there: amount(there, unit), here: amount(value, unit) });

export const rangeOf = ({ low, high, unit }) =>
  message('turns-figure-range', { low: amount(low, unit), high: amount(high, unit) });

const columns = [
  { key: 'label', label: message('turns-col-figure') },
  { key: 'flips_at', label: message('turns-col-flips'), places: 5 },
  { key: 'value', label: message('turns-col-value'), places: 5 },
  { key: 'low', label: message('turns-col-figure-low'), places: 5 },
  { key: 'high', label: message('turns-col-figure-high'), places: 5 },
  { key: 'unit', label: message('turns-col-unit') },
  { key: 'inside', label: message('turns-col-inside') },
  { key: 'how', label: message('turns-col-how') },
  { key: 'grade', label: message('source-grade') },
];
