// `npm run bench`: everything that is measured, each part also by its name: `npm run bench -- native|counts|peers|page|engine|growth|futures`.
// Close other programs first: all but the counts are clocks. Any other arguments go to the native benchmarks. Each part but
// `native` writes its section of docs/PERFORMANCE.md.

import { chromium } from '../lib/chromium.mjs';
import { must } from '../lib/process.mjs';
import { machine, writeSection } from '../lib/sections.mjs';
import { forEverything, forNative } from '../lib/setup.mjs';
import { inSteps } from '../lib/steps.mjs';
import { DIST, moduleSteps, nativeStep, pageSteps } from './build.mjs';

const WRITTEN = 'docs/PERFORMANCE.md';

/** Without the command line: see the benchmarks in Cargo.toml. */
async function native(more) {
  const args = ['bench', '--locked', '--bench', 'baseline', '--bench', 'ensemble', ...more];
  await must('cargo', args, { minutes: 60, show: true });
}

async function counts() {
  const { measureCounts } = await import('../bench/counts.mjs');
  return measureCounts();
}

async function peers() {
  const { measurePeers } = await import('../../benches/peers/measure.mjs');
  return measurePeers();
}

async function page() {
  const { measurePage } = await import('../page/measure.mjs');
  const { markdown, rows } = await import('../page/bench-report.mjs');
  const state = machine();
  const found = await measurePage(DIST, await chromium());
  const list = rows(found);
  console.table(list);
  writeSection('page', 'The page', markdown(found, list, state));
  return WRITTEN;
}

/** Futures by the workers' modules alone, before a browser is beside them. */
async function engine() {
  const { measureEngine } = await import('../bench/engine.mjs');
  const { markdown, rows } = await import('../bench/engine-report.mjs');
  const state = machine();
  const list = rows(await measureEngine());
  console.table(list);
  writeSection('engine', 'Possible futures by the workers alone', markdown(list, state));
  return WRITTEN;
}

/** How cost grows, and what a start takes. */
async function growth() {
  const { markdown, measureGrowth, rows } = await import('../bench/growth.mjs');
  const state = machine();
  const found = await measureGrowth();
  console.table(rows(found));
  writeSection('growth', 'How cost grows', markdown(found, state));
  return WRITTEN;
}

async function futures() {
  const { measureFutures } = await import('../page/measure-futures.mjs');
  const { markdown, rows } = await import('../page/futures-report.mjs');
  const state = machine();
  const measured = await measureFutures(DIST, await chromium());
  const list = rows(measured);
  console.table(list);
  writeSection('futures', 'Possible futures in the browser', markdown(measured, list, state));
  return WRITTEN;
}

/** What each part needs before it, and what it does. */
const PARTS = {
  native: { needs: 'native', step: { name: 'native benchmarks', run: () => native([]) } },
  counts: { needs: 'native', step: { name: 'instructions of pieces of the model', run: counts } },
  peers: { needs: 'everything', step: { name: 'engines of others on the common model', run: peers } },
  page: { needs: 'page', step: { name: 'page benchmark', run: page } },
  engine: { needs: 'page', step: { name: 'possible futures by the workers alone', run: engine } },
  growth: { needs: 'page', step: { name: 'how cost grows', run: growth } },
  futures: { needs: 'page', step: { name: 'possible futures in the browser', run: futures } },
};

/** Steps of some parts: what they need, once, and then themselves. */
function stepsOf(names) {
  const parts = names.map((name) => PARTS[name]);
  const needs = parts.map((part) => part.needs);
  const { step, program } = nativeStep();
  const built = needs.includes('page') ? [step, ...moduleSteps(program), ...pageSteps] : [];
  const setup = needs.every((need) => need === 'native') ? forNative : forEverything;
  return [...setup, ...built, ...parts.map((part) => part.step)];
}

export async function main(args) {
  if (args.length === 0) return inSteps(stepsOf(Object.keys(PARTS)));
  if (args.every((name) => name in PARTS)) return inSteps(stepsOf(args));
  return inSteps([...forNative, { name: 'native benchmarks', run: () => native(['--', ...args]) }]);
}
