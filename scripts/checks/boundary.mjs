// The WebAssembly boundary keeps its word: faults arrive as one error with path, value and reason; answers are copies.

import { Failure } from '../lib/process.mjs';
import { loadWasm, PLAIN } from '../lib/wasm.mjs';
import { openModel, placeFiles } from './parity.mjs';

const words = (text) => new TextEncoder().encode(text);

/** Each case: what is asked, and the paths of all faults it must be answered with. */
function cases(Model, model) {
  const oldham = placeFiles(['E08000004']);
  return [
    ['no years', () => model.baseline(oldham, 0), ['years']],
    ['half a year', () => model.baseline(oldham, 1.5), ['years']],
    ['years left out', () => model.baseline(oldham), ['years']],
    ['too many years', () => model.baseline(oldham, 101), ['years']],
    ['no place', () => model.baseline([], 30), ['place']],
    ['not a list', () => model.baseline(null, 30), ['places']],
    ['not bytes, and no years', () => model.baseline(['E08000004'], 0), ['places[0]', 'years']],
    ['the same place twice', () => model.baseline([...oldham, ...oldham], 30), ['place']],
    [
      'two broken places',
      () => model.baseline([words('{'), words('[')], 30),
      ['places[0]: line 1, column 1', 'places[1]: line 1, column 1'],
    ],
    [
      'broken packs',
      () => new Model(words('{'), words('')),
      ['evidence: line 1, column 1', 'definitions: line 1, column 0'],
    ],
  ];
}

function checkThrown(name, ask, paths) {
  try {
    ask();
  } catch (error) {
    const found = error.faults?.map((fault) => fault.path);
    const whole = error.faults?.every((fault) => typeof fault.value === 'string' && fault.reason.length > 0);
    if (error instanceof Error && error.name === 'Faults' && whole && String(found) === String(paths)) return;
    throw new Failure(`${name}: threw ${error} with faults at ${found}; expected faults at ${paths}`);
  }
  throw new Failure(`${name}: nothing was thrown`);
}

/** An answer must not change when the model is used again, or freed. */
function checkCopies(model) {
  const places = placeFiles(['E08000004']);
  const answer = model.baseline(places, 30);
  const before = Array.from(answer.outcomes.deaths.baseline);
  for (let again = 0; again < 20; again += 1) model.baseline(placeFiles(['E92000001']), 100);
  model.free();
  const after = answer.outcomes.deaths.baseline;
  if (!before.every((value, year) => value > 0 && Object.is(value, after[year])))
    throw new Failure('an answer changed after the next call');
}

export async function checkBoundary() {
  const exported = await loadWasm(PLAIN);
  const model = openModel(exported);
  const all = cases(exported.Model, model);
  for (const [name, ask, paths] of all) checkThrown(name, ask, paths);
  checkCopies(model);
  return `${all.length} kinds of bad input refused with path and reason; answers are copies`;
}
