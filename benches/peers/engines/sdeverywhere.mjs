// SDEverywhere: `node sdeverywhere.mjs generate TABLES FOLDER` writes the common model as JavaScript and C, as its compiler makes
// them; `node sdeverywhere.mjs js FOLDER DRAWS GOES` and `... wasm MODULE DRAWS GOES` print one JSON object of measurements.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { draws, FACTORS, median, OUTPUTS, STEPS, TIMES } from './clock.mjs';
import { inputs, mdl, outputs } from './mdl.mjs';

async function generate(file, folder) {
  const { parseAndGenerate } = await import('@sdeverywhere/compile');
  const model = mdl(readFileSync(file, 'utf8'));
  writeFileSync(join(folder, 'common.mdl'), model);
  const spec = { name: 'model', inputVarNames: inputs, outputVarNames: outputs };
  for (const [kind, operation] of Object.entries({ js: 'generateJS', c: 'generateC' })) {
    mkdirSync(join(folder, kind), { recursive: true });
    await parseAndGenerate(model, 'vensim', spec, [operation], folder, 'model', join(folder, kind));
  }
  writeFileSync(join(folder, 'js', 'package.json'), '{"type":"module"}\n');
}

const ones = Array(FACTORS).fill(1);
const rows = (of) =>
  Array.from({ length: TIMES }, (_, time) => Array.from({ length: OUTPUTS }, (_, at) => of(time, at)));

/** Its JavaScript, run by its own runtime. */
async function script(folder, count, goes) {
  const { createSynchronousModelRunner } = await import('@sdeverywhere/runtime');
  const { default: model } = await import(pathToFileURL(resolve(folder, 'js', 'model.js')));
  const runner = createSynchronousModelRunner(await model());
  let out = runner.createOutputs();
  out = runner.runModelSync(ones, out);
  const central = rows((time, at) => out.varSeries[at].points[time].y);
  const all = draws(count);
  const milliseconds = median(goes, () => {
    for (const draw of all) out = runner.runModelSync(draw, out);
  });
  return { ns: (milliseconds / (count * STEPS)) * 1e6, central };
}

/** Its C as a WebAssembly module, with the short frame in sdeverywhere/. */
function module(path, count, goes) {
  const model = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)), {}).exports;
  model._initialize?.();
  const put = (at, draw) => new Float64Array(model.memory.buffer, model.inputs() + at * FACTORS * 8, FACTORS).set(draw);
  put(0, ones);
  model.run(0);
  const found = Array.from(new Float64Array(model.memory.buffer, model.outputs(), TIMES * OUTPUTS));
  const central = rows((time, at) => found[time * OUTPUTS + at]);
  for (const [at, draw] of draws(count).entries()) put(at, draw);
  const milliseconds = median(goes, () => {
    for (let draw = 0; draw < count; draw += 1) model.run(draw);
  });
  return { ns: (milliseconds / (count * STEPS)) * 1e6, central };
}

const [task, path, ...rest] = process.argv.slice(2);
if (task === 'generate') await generate(path, rest[0]);
else console.log(JSON.stringify(await (task === 'js' ? script : module)(path, ...rest.map(Number))));
