// What would you have to believe? Figures that turn the sign alone, those within their range first, then the nearest.
import { spokenAmounts } from '../reasons/amounts.js';
import { howWeKnow } from '../reasons/status.js';
import { message } from './figures.js';
import { subtitle } from './hangs.js';

/** @param {object} found of the engine's question @param {string} place its name */
export function turningView(found, place) {
  const { rows, within, asked } = found.thresholds;
  const list = rows.map((row) => ({ ...row, ...wordsOf(row) }));
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
      ...row.said,
      inside: message(row.within ? 'turns-yes' : 'turns-no'),
    })),
    marks: {},
  };
}

/** Its four figures in words, told apart. */
function wordsOf({ label, flips_at, value, low, high, unit }) {
  const [there, here, from, to] = spokenAmounts([flips_at, value, low, high], unit);
  return {
    believe: message('turns-believe', { label, there, here }),
    range: message('turns-figure-range', { low: from, high: to }),
    said: { flips_at: there, value: here, low: from, high: to },
  };
}

const columns = [
  { key: 'label', label: message('turns-col-figure') },
  { key: 'flips_at', label: message('turns-col-flips') },
  { key: 'value', label: message('turns-col-value') },
  { key: 'low', label: message('turns-col-figure-low') },
  { key: 'high', label: message('turns-col-figure-high') },
  { key: 'inside', label: message('turns-col-inside') },
  { key: 'how', label: message('turns-col-how') },
  { key: 'grade', label: message('source-grade') },
];
