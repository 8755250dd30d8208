// The figures of possible futures in the browser as a table: each way beside the others, and what vectors and a second worker
// are worth.

import { onMachine, tableOf } from '../lib/sections.mjs';
import { quantile } from './bench-report.mjs';

/** What is aimed at with vectors and two workers, ms: docs/PERFORMANCE.md. */
const AIM = { full: 60 };
const PAGE = 65536;

const median = (values) => {
  const found = values.filter((value) => value !== null);
  return found.length > 0 ? quantile(found, 0.5) : Number.NaN;
};
const written = (value) => {
  if (Number.isNaN(value)) return '-';
  return value < 1000 ? `${value.toFixed(value < 100 ? 1 : 0)} ms` : `${(value / 1000).toFixed(2)} s`;
};
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const ratio = (value) => (Number.isNaN(value) ? '-' : value.toFixed(2));

const is = (simd, workers) => (way) => way.simd === simd && way.workers === workers;

/** @param {Awaited<ReturnType<typeof import('./measure-futures.mjs').measureFutures>>} measured */
export function rows({ found }) {
  const [plain1, plain2, simd1, simd2] = [is(false, 1), is(false, 2), is(true, 1), is(true, 2)].map((own) =>
    found.find(own),
  );
  const row = (what, of, write = written) => {
    const [a, b, c, d] = [plain1, plain2, simd1, simd2].map(of);
    return {
      what,
      'plain, one worker': write(a),
      'plain, two': write(b),
      'simd128, one': write(c),
      'simd128, two': write(d),
      'simd128 is worth': ratio(b / d),
      'a second worker is worth': ratio(c / d),
    };
  };
  const alone = { 'a second worker is worth': '' };
  const memory = (what, after) => {
    const all = ({ pages }) => pages[after].reduce((sum, own) => sum + own * PAGE, 0);
    return { ...row(`workers hold together after ${what}`, all, megabytes), ...alone, 'simd128 is worth': '' };
  };
  return [
    row('from the central answer to the start of the first futures, by the first worker', ({ began }) => median(began)),
    row('from the central answer to the first ranges', ({ waited }) => median(waited)),
    row('250 futures of whole lives, new workers', ({ cold }) => median(cold.took)),
    row('250 futures of whole lives, money moved', ({ whole }) => median(whole.took)),
    { ...row('the same, processor time of all', ({ whole }) => whole.processor), ...alone },
    row('250 of the years shown and the middle line, as under a lever', ({ moving }) => median(moving.took)),
    row('until 1,000 of whole lives, money moved', ({ full }) => median(full.took)),
    { ...row('the same, processor time of all', ({ full }) => full.processor), ...alone },
    memory('a thousand', 'full'),
    memory("a lever's bands and their whole answers", 'moving'),
  ];
}

/** The section of docs/PERFORMANCE.md. */
export function markdown(measured, list, state) {
  const best = measured.found.find(is(true, 2));
  const each = (pages) => pages.map((own) => megabytes(own * PAGE)).join(' and ');
  const away = median(best.full.took) / AIM.full;
  return [
    onMachine(state, `Chromium ${measured.browser}`),
    'Oldham, the default plan, in the built page; medians of the clock on the wall, and means of the processor time of page and workers together; ranges included. One worker: as on a machine with one core.',
    `A thousand come in the page's own stages, 250 and then three times as many in three questions, without the rest between them. Of the workers of futures, with vectors and two, each holds ${each(best.pages.full)} after a thousand; the last also gives a lever's whole answers, ${each(best.pages.moving)} after them.`,
    `With both, a thousand take ${away.toFixed(1)} times the aim of ${AIM.full} ms.`,
    '',
    tableOf(list),
  ].join('\n');
}
