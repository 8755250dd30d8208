// One start in a thread of its own, where nothing is compiled yet: from the bytes of the first module to the first answer.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { openModel, placeFiles } from '../checks/parity.mjs';
import { MODULE } from '../lib/wasm.mjs';

const { folder, place, scenario } = workerData;
const bytes = readFileSync(join(folder, MODULE));
const exported = await import(pathToFileURL(join(folder, 'headwater.js')).href);
const began = performance.now();
const module_or_path = await WebAssembly.compile(bytes);
const compiled = performance.now();
await exported.default({ module_or_path });
const instantiated = performance.now();
const opened = openModel(exported).place(placeFiles([place]));
const read = performance.now();
opened.run(scenario);
const first = performance.now() - read;
parentPort.postMessage({
  compile: compiled - began,
  instantiate: instantiated - compiled,
  read: read - instantiated,
  first,
});
