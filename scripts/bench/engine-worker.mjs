// One worker of futures in Node: a module with a model and a place, asked by messages. See engine.mjs.

import { parentPort, workerData } from 'node:worker_threads';
import { openModel, placeFiles } from '../checks/parity.mjs';
import { loadWasm } from '../lib/wasm.mjs';

const { folder, place: code } = workerData;
const { Model, memory } = await loadWasm(folder);
const model = openModel({ Model });
const place = model.place(placeFiles([code]));

/** What a worker answers, and which of it moves to whoever asked instead of being copied. */
const CALLS = {
  futures(scenario, asked) {
    const said = place.futures(scenario, asked);
    return [said, said.numbers];
  },
  told(parts, share, seed) {
    const told = model.tell(parts, share, seed);
    const lent = parts.map(({ numbers }) => numbers);
    return [{ told, lent }, [told.numbers, ...lent]];
  },
  run: (scenario) => [place.run(scenario) && null, []],
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
