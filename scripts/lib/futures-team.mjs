// Workers of futures in threads of Node, asked in the way of the page's own (www/engine/crew.js): for the benchmark of the engine
// and for the check of how much memory they hold.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { AT_ONCE, FULL } from '../../www/engine/stages.js';
import { rangesOf } from '../../www/engine/told.js';
import { EVIDENCE } from '../page/data.mjs';
import { at } from './project.mjs';

const OLDHAM = 'E08000004';
const SEED = 1;
const YEARS = 30;

/** The plans that are measured, each by its share of hospital spending. */
export function plans() {
  const { programme } = JSON.parse(readFileSync(`${EVIDENCE}/evidence.json`, 'utf8'));
  const programmes = Object.fromEntries(programme.map(({ id }) => [id, { share: 1 / programme.length }]));
  const preset = JSON.parse(readFileSync(at('presets', 'default.json'), 'utf8'));
  return {
    usual: (share) => ({ ...preset, shift: { ...preset.shift, share_of_acute: share } }),
    every: (share) => ({ shift: { share_of_acute: share }, horizon_years: YEARS, programmes }),
  };
}

/** Workers of one module. @param {{folder: string, workers: number}} way */
export async function openTeam({ folder, workers }) {
  const script = new URL('futures-worker.mjs', import.meta.url);
  const workerData = { folder, place: OLDHAM };
  const threads = Array.from({ length: workers }, () => new Worker(script, { workerData }));
  await Promise.all(threads.map((thread) => once(thread, 'message')));
  const ask = async (thread, name, { args, lent = [] }) => {
    const answer = once(thread, 'message');
    thread.postMessage(
      { name, args },
      lent.map(({ buffer }) => buffer),
    );
    return (await answer)[0];
  };
  return {
    size: workers,
    ask: (number, name, args) => ask(threads[number], name, { args }),
    all: (name, argsOf = () => ({ args: [] })) =>
      Promise.all(threads.map((thread, number) => ask(thread, name, argsOf(number)))),
    close: () => Promise.all(threads.map((thread) => thread.terminate())),
  };
}

/**
 * All rows of a plan and what they say together, run in as many questions as the page asks.
 * @param {Awaited<ReturnType<typeof openTeam>>} team @param {string} scenario JSON
 * @param {{whole: boolean, outcomes?: string[], ledger?: boolean}} how
 */
export async function askAll(team, scenario, { whole, outcomes, ledger = true }, draws = FULL) {
  const parts = [];
  for (let first = 1; first <= draws; first += AT_ONCE) {
    const asked = { seed: SEED, first, last: first + AT_ONCE - 1, set_in_motion: whole, outcomes, ledger };
    const how = { ...asked, of: team.size, shares: team.size };
    parts.push(...(await team.all('futures', (part) => ({ args: [scenario, { ...how, part }] }))).flat());
  }
  const told = await team.all('told', (share) => {
    const own = parts.map(({ head, numbers }) => ({ head, numbers: numbers[share] }));
    return { args: [own, share, SEED], lent: own.map(({ numbers }) => numbers) };
  });
  const ranges = rangesOf(told);
  if (ranges.draws !== draws) throw new Error(`${ranges.draws} futures instead of ${draws}`);
  return ranges;
}
