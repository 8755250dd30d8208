// One worker of futures in Node: a module with a model and a place, asked by messages (futures-team.mjs).

import { parentPort, workerData } from 'node:worker_threads';
import { openModel, placeFiles } from '../checks/parity.mjs';
import { loadWasm } from './wasm.mjs';

const { Model, memory } = await loadWasm(workerData.folder);
const model = openModel({ Model });
const place = model.place(placeFiles([workerData.place]));

/** What it answers, and which of that moves to whoever asked instead of being copied. */
const CALLS = {
  futures(scenario, asked) {
    const said = place.futures(scenario, asked);
    return [said, said.flatMap(({ numbers }) => numbers)];
  },
  told(parts, share, seed) {
    const said = model.tell(parts, share, seed);
    return [said, [said.numbers]];
  },
  run(scenario) {
    place.run(scenario);
    return [null, []];
  },
  bytes: () => [memory.buffer.byteLength, []],
};

parentPort.on('message', ({ name, args }) => {
  const [said, moved] = CALLS[name](...args);
  parentPort.postMessage(
    said,
    moved.map(({ buffer }) => buffer),
  );
});
parentPort.postMessage('ready');
