// The figures of the page's benchmark as a table, against the goals.

import { onMachine } from '../lib/sections.mjs';

const sorted = (values) => [...values].sort((a, b) => a - b);
/** A quantile of measured values. */
export const quantile = (values, share) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(share * values.length))];
const ms = (value) => (value === undefined || Number.isNaN(value) ? '-' : `${value.toFixed(value < 100 ? 1 : 0)} ms`);

function row(what, values, goal) {
  const p95 = quantile(values, 0.95);
  const met = goal === null ? '-' : p95 <= goal ? 'yes' : 'no';
  return { what, median: ms(quantile(values, 0.5)), p95: ms(p95), goal: ms(goal ?? undefined), met };
}

/** When something true could be read: made with the page, or by the model where that was first. */
const sentences = (visits) => visits.map(({ sentence, answer }) => sentence ?? answer);

const times = (visits, what) => visits.map((visit) => visit[what]);

/** @param {Awaited<ReturnType<typeof import('./measure.mjs').measurePage>>} found */
export function rows(found) {
  const over = (tasks) => tasks.filter((duration) => duration > 50);
  const long = (tasks, what) => ({
    what,
    median: `${over(tasks).length} tasks`,
    p95: ms(Math.max(0, ...tasks)),
    goal: '0 over 50 ms',
    met: over(tasks).length === 0 ? 'yes' : 'no',
  });
  const list = [
    row('slider to answer', found.plain.answered, 16.7),
    row('slider to sentence ready to paint', found.plain.ready, 16.7),
    row('slider to frame that shows it', found.plain.shown, 16.7),
    row('slider to answer, 4x slower', found.slowed.answered, 50),
    row('slider to sentence ready to paint, 4x slower', found.slowed.ready, 50),
    row('slider to frame that shows it, 4x slower', found.slowed.shown, 50),
    long(found.plain.tasks, 'long tasks while dragging (count, longest)'),
    long(found.slowed.tasks, 'long tasks while dragging, 4x slower'),
  ];
  const pages = [
    ['main page', found.first],
    ['link to a place', found.linked],
  ];
  return [
    ...pages.map(([where, visits]) => row(`first true sentence, ${where}`, sentences(visits), 1500)),
    ...pages.map(([where, visits]) =>
      row(`first answer (made with the page), drawn, ${where}`, times(visits, 'first'), 1500),
    ),
    // No goal: it cannot be there in 1.5 s (see above), and it is not what people wait for any more.
    ...pages.map(([where, visits]) => row(`the model’s own first answer, ${where}`, times(visits, 'answer'), null)),
    ...list,
  ];
}

/** The section of docs/PERFORMANCE.md. */
export function markdown(found, list, state) {
  const kilobytes = Math.round(
    quantile(
      found.first.map((visit) => visit.bytes),
      0.5,
    ) / 1000,
  );
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    onMachine(state, `Chromium ${found.browser}`),
    `${found.first.length} visits, ${found.plain.shown.length} moves; a visit fetches ${kilobytes} kB until the model’s own first answer.`,
    'First answer: the answer of the default plan, worked out when the page was made, drawn by the elements that draw every answer: sentence, beads, 100 people, line over the years; on a phone the last three are below the fold. The model’s own: from then on any plan is answered. Phone (cold cache): 4x slower processor, 1.6 Mbit/s, 150 ms. Slider: the sentence of the answer (while a lever moves, without whole lives on a machine that takes longer than 10 ms for them). The frame that shows it is the next of 60 a second, so at the least 16.7 ms after the one before.',
    '',
    line(['what', 'median', '95th percentile', 'goal', 'met']),
    line(['---', '---', '---', '---', '---']),
    ...list.map((each) => line([each.what, each.median, each.p95, each.goal, each.met])),
  ].join('\n');
}
