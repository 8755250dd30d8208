// How long a thousand futures and their ranges take where nothing but the workers runs: the built modules in threads of Node,
// asked as the page asks its workers (www/engine/crew.js). Says what a change of the engine is worth without a browser beside it.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { AT_ONCE, FULL } from '../../www/engine/stages.js';
import { rangesOf } from '../../www/engine/told.js';
import { at } from '../lib/project.mjs';
import { machine, onMachine, tableOf } from '../lib/sections.mjs';
import { PLAIN, VECTORS } from '../lib/wasm.mjs';
import { EVIDENCE } from '../page/data.mjs';

const OLDHAM = 'E08000004';
const SEED = 1;
const YEARS = 30;
/** Each question so often; the first are asked of code that Node has not compiled for speed yet and not counted. */
const GOES = { before: 4, counted: 9 };
const WAYS = [
  { folder: PLAIN, workers: 1 },
  { folder: PLAIN, workers: 2 },
  { folder: VECTORS, workers: 1 },
  { folder: VECTORS, workers: 2 },
];

/** The plans that are measured, at a share of hospital spending. */
function plans() {
  const { programme } = JSON.parse(readFileSync(`${EVIDENCE}/evidence.json`, 'utf8'));
  const each = 1 / programme.length;
  const every = Object.fromEntries(programme.map(({ id }) => [id, { share: each }]));
  const preset = JSON.parse(readFileSync(at('presets', 'shift-1.json'), 'utf8'));
  return {
    'default plan': (share) => ({ ...preset, shift: { ...preset.shift, share_of_acute: share } }),
    'all twenty programmes, 30 years': (share) => ({
      shift: { share_of_acute: share },
      horizon_years: YEARS,
      programmes: every,
    }),
  };
}

/** Workers of one module. */
async function open({ folder, workers }) {
  const threads = Array.from(
    { length: workers },
    () => new Worker(new URL('engine-worker.mjs', import.meta.url), { workerData: { folder, place: OLDHAM } }),
  );
  await Promise.all(threads.map((thread) => once(thread, 'message')));
  const ask = async (number, name, args, moved = []) => {
    const answer = once(threads[number], 'message');
    threads[number].postMessage({ name, args }, moved);
    return (await answer)[0];
  };
  return {
    ask,
    all: (name, argsOf) => Promise.all(threads.map((_, number) => ask(number, name, ...argsOf(number)))),
    size: workers,
    close: () => Promise.all(threads.map((thread) => thread.terminate())),
  };
}

/** All rows and what they say together; the page keeps the rows, and lends each worker its share of their columns. */
export async function askAll(team, scenario, { whole, draws = FULL }) {
  const parts = [];
  const step = whole ? AT_ONCE : draws;
  for (let first = 1; first <= draws; first += step) {
    const asked = { seed: SEED, first, last: first + step - 1, set_in_motion: whole, of: team.size, shares: team.size };
    parts.push(...(await team.all('futures', (part) => [[scenario, { ...asked, part }]])));
  }
  const told = await team.all('told', (share) => {
    const lent = parts.map(({ head, numbers }) => ({ head, numbers: numbers[share] }));
    return [[lent, share, SEED], lent.map(({ numbers }) => numbers.buffer)];
  });
  const ranges = rangesOf(told.map((said) => said.told));
  if (ranges.draws !== draws) throw new Error(`${ranges.draws} futures instead of ${draws}`);
  return ranges;
}

/** Milliseconds on the wall, and of the processor, of a thousand futures with their ranges while the money moves. */
async function times(team, plan, whole) {
  const found = [];
  for (let go = 0; go < GOES.before + GOES.counted; go += 1) {
    const scenario = JSON.stringify(plan(0.004 + 0.0005 * go));
    const [from, used] = [performance.now(), process.cpuUsage()];
    await askAll(team, scenario, { whole });
    const { user, system } = process.cpuUsage(used);
    found.push({ wall: performance.now() - from, processor: (user + system) / 1000 });
  }
  return found.slice(GOES.before);
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Every plan by every way. */
export async function measureEngine() {
  const found = [];
  for (const [name, plan] of Object.entries(plans())) {
    for (const whole of [false, true]) {
      const of = [];
      for (const way of WAYS) {
        const team = await open(way);
        of.push(await times(team, plan, whole));
        await team.close();
      }
      found.push({ what: `${name}: 1,000 of ${whole ? 'whole lives' : 'the years shown'}`, of });
    }
  }
  return found;
}

const ms = (value) => `${value.toFixed(0)} ms`;

/** @param {Awaited<ReturnType<typeof measureEngine>>} found */
export function rows(found) {
  return found.map(({ what, of }) => {
    const wall = of.map((goes) => middle(goes.map((go) => go.wall)));
    const best = Math.min(...of[3].map((go) => go.wall));
    const [plain, , one, two] = wall;
    return {
      what,
      'plain, one worker': ms(plain),
      'plain, two': ms(wall[1]),
      'simd128, one': ms(one),
      'simd128, two': `${ms(two)} (shortest ${ms(best)})`,
      'processor time, simd128, two': ms(middle(of[3].map((go) => go.processor))),
      'simd128 is worth': (plain / one).toFixed(2),
      'a second worker is worth': (one / two).toFixed(2),
    };
  });
}

/** The section of docs/PERFORMANCE.md. */
export function markdown(list, state) {
  return [
    onMachine(state, `Node ${process.versions.node}`),
    `Oldham, money moved from one question to the next; rows and their ranges, on the wall, the middle of ${GOES.counted}. To pass: 130 ms for the years shown and 260 ms for whole lives, by two workers with vectors; aim: 60 and 120 ms.`,
    '',
    tableOf(list),
  ].join('\n');
}

export async function report() {
  const state = machine();
  const list = rows(await measureEngine());
  console.table(list);
  return { list, text: markdown(list, state) };
}
