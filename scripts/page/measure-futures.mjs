// How long possible futures take in a real browser: the built page's own workers and module, with vector instructions and
// without, by one worker and by two. Everything is asked of the page as the page itself asks it.

import { chromium as playwright } from 'playwright-core';
import { REST } from '../../www/engine/stages.js';
import { serve } from './server.mjs';

const PLACE = '#place=E08000004';
const SEED = 1;
/** A worker's module and how many workers, as the page would choose them on other machines. */
export const WAYS = [
  { simd: false, workers: 1 },
  { simd: false, workers: 2 },
  { simd: true, workers: 1 },
  { simd: true, workers: 2 },
];
const PATIENCE = (Number(process.env.HEADWATER_PATIENCE ?? 1) || 1) * 120_000;

/** How often each is measured: what begins anew, what follows a move, and a thousand. */
const GOES = { cold: 3, warm: 5, full: 2 };

/** Put before the worker's own script: keeps what the module exports where the benchmark can read the size of its memory. */
const KEEP = `{
  const Own = WebAssembly.Instance;
  WebAssembly.Instance = function Instance(...given) {
    const made = new Own(...given);
    globalThis.benchmarkExports = made.exports;
    return made;
  };
}`;

/** Put before the worker's own script: notes when a worker is first asked for futures, on the clock that all threads share. */
const NOTE = `addEventListener('message', ({ data }) => {
  if (data?.path?.at(-1) === 'futures') globalThis.benchmarkBegan ??= performance.timeOrigin + performance.now();
}, true);`;

/**
 * Measures all ways in the page of a folder.
 * @param {string} folder of the built page @param {string} browserPath
 */
export async function measureFutures(folder, browserPath, goes = GOES) {
  const server = await serve(folder, { beforeWorker: NOTE });
  const bare = await serve(folder, { beforeWorker: KEEP });
  const browser = await playwright.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const found = [];
    for (const way of WAYS) {
      const visit = await firstRanges(browser, server.url, way, goes.cold);
      found.push({ ...way, ...visit, ...(await asked(browser, bare.url, way, goes)) });
    }
    const of = (simd) => found.filter((way) => way.simd === simd).flatMap(({ modules }) => modules);
    if (of(true).some((file) => of(false).includes(file))) throw new Error('both ways ran the same module');
    return { browser: browser.version(), found };
  } finally {
    await browser.close();
    await Promise.all([server.close(), bare.close()]);
  }
}

/** In the page before its own scripts: a machine with so many cores, with vector instructions or without. */
function pretend({ simd, workers }) {
  Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => workers });
  // The page picks its module by asking whether a vector instruction is valid.
  if (!simd) WebAssembly.validate = () => false;
}

/** In the page before its own scripts: notes when the model's answer and its first ranges are there. */
function watch() {
  window.benchmarkTimes = { origin: performance.timeOrigin };
  const look = () => {
    const store = document.querySelector('hw-app')?.store;
    if (!store) {
      setTimeout(look, 1);
      return;
    }
    const note = (state) => {
      if (state.answer) window.benchmarkTimes.answer ??= performance.now();
      if (state.ranges) window.benchmarkTimes.ranges ??= performance.now();
    };
    store.subscribe(note);
    note(store.state);
  };
  look();
}

async function opened(browser, url, way, also = () => {}) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const modules = new Set();
  page.on('request', (request) => {
    const file = new URL(request.url()).pathname.split('/').at(-1);
    if (file.endsWith('.wasm')) modules.add(file);
  });
  await page.addInitScript(pretend, way);
  await page.addInitScript(also);
  await page.goto(`${url}${PLACE}`);
  return { context, page, modules };
}

/** Visits with an empty cache: from the central answer to the start of the first futures, and to the first ranges beside it. */
async function firstRanges(browser, url, way, visits) {
  const [waited, began] = [[], []];
  for (let visit = 0; visit < visits; visit += 1) {
    const { context, page } = await opened(browser, url, way, watch);
    await page.waitForFunction(() => window.benchmarkTimes?.ranges, null, { timeout: PATIENCE, polling: 50 });
    const { origin, answer, ranges } = await page.evaluate(() => window.benchmarkTimes);
    waited.push(ranges - answer);
    const noted = await Promise.all(page.workers().map((worker) => worker.evaluate(() => globalThis.benchmarkBegan)));
    const begun = noted.filter(Number.isFinite);
    if (begun.length === 0) throw new Error('no worker was asked for futures');
    began.push(Math.min(...begun) - origin - answer);
    await context.close();
  }
  return { waited, began };
}

/** Seconds of processor time that pages and their workers have used, whatever else the machine did. */
async function used(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** Asks the engine of a page that asks nothing itself, and looks how much memory its workers then hold. */
async function asked(browser, url, way, goes) {
  const { context, page, modules } = await opened(browser, url, way);
  const session = await browser.newBrowserCDPSession();
  await page.waitForFunction(() => document.querySelector('hw-app')?.state?.answer, null, { timeout: PATIENCE });
  await page.evaluate(prepare, { rest: REST, seed: SEED });
  const ask = async (what, times) => {
    const before = await used(session);
    const said = await page.evaluate(([name, often]) => window.benchmark(name, often), [what, times]);
    return { ...said, processor: ((await used(session)) - before) * (1000 / times) };
  };
  const times = { cold: await ask('cold', goes.cold) };
  const pages = {};
  for (const what of ['whole', 'full', 'moving']) {
    times[what] = await ask(what, what === 'full' ? goes.full : goes.warm);
    const held = await Promise.all(page.workers().map((worker) => worker.evaluate(pagesOfFutures)));
    pages[what] = held.filter((own) => own > 0);
  }
  await session.detach();
  await context.close();
  return { ...times, pages, modules: [...modules] };
}

/** In a worker: pages of memory of a module that can run futures; 0 in the worker that answers. */
function pagesOfFutures() {
  const exports = globalThis.benchmarkExports;
  const runs = exports && Object.keys(exports).some((name) => name.endsWith('_futures'));
  return runs ? exports.memory.buffer.byteLength / 65536 : 0;
}

/**
 * In the page: makes `benchmark(what, times)`, milliseconds until futures that are enough; null where the page would not run them.
 * Money moves from one question to the next, as under a lever. `cold`: the first futures by new workers; `whole`: the first by
 * those at hand; `moving`: those of the years shown, with the whole answer of the middle line, as while a lever moves; `full`: a
 * thousand.
 */
function prepare({ rest, seed }) {
  const app = document.querySelector('hw-app');
  const { futures } = app.engine;
  const { scenario } = app.state.answered;
  const ask = futures.ask;
  futures.ask = () => Promise.resolve(false);
  futures.drop();
  const wait = window.setTimeout;
  window.setTimeout = (task, time, ...more) => wait.call(window, task, time === rest ? 0 : time, ...more);
  let moves = 0;
  const moved = () => {
    moves += 1;
    const share_of_acute = 0.004 + 0.0005 * (moves % 20);
    return JSON.stringify({ ...scenario, shift: { ...scenario.shift, share_of_acute } });
  };
  const enough = {
    cold: () => true,
    whole: () => true,
    moving: ({ answer }) => answer !== null,
    full: (answer) => answer.draws === 1000,
  };
  window.benchmark = async (what, times) => {
    const found = { took: [] };
    for (let time = 0; time < times; time += 1) {
      if (what === 'cold') futures.close();
      const from = performance.now();
      let took = null;
      await ask(moved(), { seed, moving: what === 'moving' }, (answer) => {
        if (took !== null || !enough[what](answer)) return;
        took = performance.now() - from;
        futures.drop();
      });
      found.took.push(took);
    }
    return found;
  };
}
