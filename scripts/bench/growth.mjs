// How cost grows: the exponent with which time follows the number of futures, years and programmes; and what a start takes, piece
// by piece. One worker with vectors, in Node. An exponent is a ratio of times in one run, so that a slow machine changes little.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { askAll, openTeam, plans } from '../lib/futures-team.mjs';
import { onMachine, tableOf } from '../lib/sections.mjs';
import { FIRST_VECTORS, VECTORS } from '../lib/wasm.mjs';
import { quantile } from '../page/bench-report.mjs';

const OLDHAM = 'E08000004';
const GOES = { before: 4, counted: 9 };
const STARTS = 9;

const median = (list) => quantile(list, 0.5);

/** Two sizes of each thing that grows: a plan of that size, how many futures, and how far they are followed. */
function pairs() {
  const { usual, every } = plans();
  const years = (count) => (share) => ({ ...every(share), horizon_years: count });
  const some = (count) => (share) => {
    const ids = Object.keys(every(share).programmes).slice(0, count);
    return { ...every(share), programmes: Object.fromEntries(ids.map((id) => [id, { share: 1 / count }])) };
  };
  const pair = (sizes, what, of) => ({ what, sizes, asks: sizes.map(of) });
  return [
    pair([250, 1000], 'futures, the default plan', (draws) => ({ plan: usual, draws })),
    pair([250, 1000], 'futures, all programmes', (draws) => ({ plan: every, draws })),
    pair([10, 30], 'years shown, all programmes', (count) => ({ plan: years(count), draws: 1000 })),
    pair([5, 20], 'programmes, the first so many', (count) => ({ plan: some(count), draws: 1000 })),
    { ...pair([10, 30], 'years shown, whole lives', (count) => ({ plan: years(count), draws: 1000 })), whole: true },
  ];
}

/** Processor time of each of two questions, asked in turn by a worker each, while the money moves; ms. */
async function inTurn(asks, whole) {
  const teams = await Promise.all(asks.map(() => openTeam({ folder: VECTORS, workers: 1 })));
  const times = asks.map(() => []);
  for (let go = 0; go < GOES.before + GOES.counted; go += 1) {
    for (const [at, { plan, draws }] of asks.entries()) {
      const from = process.cpuUsage();
      await askAll(teams[at], JSON.stringify(plan(0.004 + 0.0005 * go)), { whole }, draws);
      const { user, system } = process.cpuUsage(from);
      if (go >= GOES.before) times[at].push((user + system) / 1000);
    }
  }
  await Promise.all(teams.map((team) => team.close()));
  return times.map(median);
}

async function start() {
  const { usual } = plans();
  const script = new URL('start-worker.mjs', import.meta.url);
  const workerData = { folder: FIRST_VECTORS, place: OLDHAM, scenario: usual(0.01) };
  const found = [];
  for (let go = 0; go < STARTS; go += 1) found.push((await once(new Worker(script, { workerData }), 'message'))[0]);
  return Object.fromEntries(Object.keys(found[0]).map((key) => [key, median(found.map((one) => one[key]))]));
}

export async function measureGrowth() {
  const growth = [];
  for (const { what, sizes, asks, whole = false } of pairs()) {
    const times = await inTurn(asks, whole);
    growth.push({ what, sizes, times, exponent: Math.log(times[1] / times[0]) / Math.log(sizes[1] / sizes[0]) });
  }
  return { growth, start: await start() };
}

/** @param {Awaited<ReturnType<typeof measureGrowth>>} found */
export function rows({ growth }) {
  return growth.map(({ what, sizes, times, exponent }) => ({
    'what grows': what,
    from: `${sizes[0]}: ${times[0].toFixed(0)} ms`,
    to: `${sizes[1]}: ${times[1].toFixed(0)} ms`,
    exponent: exponent.toFixed(2),
  }));
}

/** The section of docs/PERFORMANCE.md. @param {Awaited<ReturnType<typeof measureGrowth>>} found */
export function markdown(found, state) {
  const { compile, instantiate, read, first } = found.start;
  const ms = (value) => `${value.toFixed(1)} ms`;
  return [
    onMachine(state, `Node ${process.versions.node}`),
    `Oldham; processor time of one worker with vectors, rows and their ranges, median of ${GOES.counted}, the two sizes in turn. An exponent of 1 is twice the time for twice as much.`,
    '',
    tableOf(rows(found)),
    '',
    `A start in a thread where nothing is compiled, median of ${STARTS}: the first module compiled in ${ms(compile)} and instantiated in ${ms(instantiate)}, evidence and place read in ${ms(read)}, the first whole answer in ${ms(first)}. Instantiated and run once: ${ms(instantiate + first)} (to pass 60 ms, aim 20 ms).`,
  ].join('\n');
}
