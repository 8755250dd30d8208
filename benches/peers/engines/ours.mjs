// Our way as a WebAssembly module in Node: `node ours.mjs MODULE DRAWS GOES` prints one JSON object of measurements.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { median, middle, OUTPUTS, STEPS, TIMES } from './clock.mjs';

const SERIES = OUTPUTS * TIMES;
/** Draws side by side: a worker gets whole blocks. */
const BLOCK = 8;
/** Rounds of arithmetic in a measurement. */
const ROUNDS = 2_000_000;

const start = (module) => new WebAssembly.Instance(module, {}).exports;

/** One worker: runs its draws when told, and lays the numbers where everybody can read them. */
function work({ module, draws, first, end, shared }) {
  const model = start(module);
  model.prepare(draws);
  const out = new Float64Array(shared);
  parentPort.on('message', () => {
    const address = model.ours(first, end);
    out.set(
      new Float64Array(model.memory.buffer, address + first * SERIES * 8, (end - first) * SERIES),
      first * SERIES,
    );
    parentPort.postMessage('done');
  });
  parentPort.postMessage('ready');
}

const told = (worker) => new Promise((resolve) => worker.once('message', resolve));

/** Milliseconds on the wall for all draws by so many workers. */
async function together(module, draws, count, goes) {
  const shared = new SharedArrayBuffer(draws * SERIES * 8);
  const each = Math.ceil(draws / count / BLOCK) * BLOCK;
  const workers = Array.from({ length: count }, (_, at) => {
    const [first, end] = [at * each, Math.min(draws, (at + 1) * each)];
    return new Worker(fileURLToPath(import.meta.url), { workerData: { module, draws, first, end, shared } });
  });
  await Promise.all(workers.map(told));
  const go = async () => {
    const began = performance.now();
    for (const worker of workers) worker.postMessage('run');
    await Promise.all(workers.map(told));
    return performance.now() - began;
  };
  for (let warm = 0; warm < 3; warm += 1) await go();
  const times = [];
  for (let at = 0; at < goes; at += 1) times.push(await go());
  await Promise.all(workers.map((worker) => worker.terminate()));
  return middle(times);
}

async function measure(path, draws, goes) {
  const module = new WebAssembly.Module(readFileSync(path));
  const model = start(module);
  model.prepare(0);
  const address = model.ours(0, 1);
  const central = Array.from(new Float64Array(model.memory.buffer, address, SERIES));
  model.prepare(draws);
  const some = Math.min(draws, 100);
  const plain = median(goes, () => model.plainly(0, some));
  const ours = median(goes, () => model.ours(0, draws));
  const peak = (groups) =>
    (model.arithmetic(groups, ROUNDS) / median(goes, () => model.arithmetic(groups, ROUNDS))) * 1e-6;
  return {
    plain_ns: (plain / (some * STEPS)) * 1e6,
    ours_ns: (ours / (draws * STEPS)) * 1e6,
    quantiles_ms: median(goes, () => model.spread()),
    peak_gflops: Math.max(...[1, 2, 3].map(peak)),
    one_worker_ms: await together(module, draws, 1, 3 * goes),
    two_workers_ms: await together(module, draws, 2, 3 * goes),
    central: Array.from({ length: TIMES }, (_, time) => central.slice(time * OUTPUTS, (time + 1) * OUTPUTS)),
  };
}

if (isMainThread) {
  const [path, draws, goes] = process.argv.slice(2);
  console.log(JSON.stringify(await measure(path, Number(draws), Number(goes))));
} else work(workerData);
