// How long a thousand futures and their ranges take where nothing but the workers runs: the built modules in threads of Node,
// asked in the way of the page (www/engine/crew.js). Says what a change of the engine is worth without a browser beside it.

import { OUTCOMES } from '../../www/app/together.js';
import { askAll, openTeam, plans } from '../lib/futures-team.mjs';
import { PLAIN, VECTORS } from '../lib/wasm.mjs';

/** Each question so often; the first are answered by code that Node has not compiled for speed yet, and not counted. */
export const GOES = { before: 6, counted: 11 };

/** A module and how many workers, as the page would choose them on other machines. */
const WAYS = [
  { folder: PLAIN, workers: 1 },
  { folder: PLAIN, workers: 2 },
  { folder: VECTORS, workers: 1 },
  { folder: VECTORS, workers: 2 },
];

/** What the page asks for while a lever moves. */
const MOVING = { whole: false, outcomes: OUTCOMES, ledger: false };
/** More than that: no page asks for it, it is the whole of a native answer. */
const EVERYTHING = { whole: false };
const LISTS = [
  { what: 'default plan: 1,000 of the years shown, as while a lever moves', plan: 'usual', how: MOVING },
  { what: '1,000 of whole lives', plan: 'usual', how: { whole: true } },
  { what: 'all programmes, 30 years: 1,000 of the years shown, as while a lever moves', plan: 'every', how: MOVING },
  { what: 'the same with every outcome and the ledger', plan: 'every', how: EVERYTHING },
  { what: '1,000 of whole lives', plan: 'every', how: { whole: true } },
];

/** Milliseconds on the wall and of the processor of a thousand futures with their ranges, while the money moves. */
async function times(team, plan, how) {
  const found = [];
  for (let go = 0; go < GOES.before + GOES.counted; go += 1) {
    const scenario = JSON.stringify(plan(0.004 + 0.0005 * go));
    const [from, used] = [performance.now(), process.cpuUsage()];
    await askAll(team, scenario, how);
    const { user, system } = process.cpuUsage(used);
    found.push({ wall: performance.now() - from, processor: (user + system) / 1000 });
  }
  return found.slice(GOES.before);
}

/** Every plan by every way: times, and the memory that the workers then hold. */
export async function measureEngine() {
  const all = plans();
  const found = [];
  for (const { what, plan, how } of LISTS) {
    const ways = [];
    for (const way of WAYS) {
      const team = await openTeam(way);
      const goes = await times(team, all[plan], how);
      const bytes = await team.all('bytes');
      ways.push({ goes, bytes: bytes.reduce((sum, own) => sum + own, 0) });
      await team.close();
    }
    found.push({ what, ways });
  }
  return found;
}
