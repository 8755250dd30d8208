// The same bits everywhere: the WebAssembly module against the native program, number by number.
//
// The native program writes numbers so that reading them gives back the same 64 bits, so equal means equal.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Failure, must } from '../lib/process.mjs';
import { rangesOf } from '../../www/engine/told.js';
import { at } from '../lib/project.mjs';
import { loadWasm, PLAIN, VECTORS } from '../lib/wasm.mjs';
import { EVIDENCE } from '../page/data.mjs';
import { compareLong } from './parity-long.mjs';

const YEARS = 30;
/** All kinds of council: large and small, rich and poor, one without published figures, England, and two joined. */
const AREAS = [
  ['E06000009'], // Blackpool
  ['E09000027'], // Richmond upon Thames
  ['E08000004'], // Oldham
  ['E08000025'], // Birmingham
  ['E06000052'], // Cornwall
  ['E06000053'], // Isles of Scilly
  ['E09000001'], // City of London
  ['E09000012'], // Hackney
  ['E06000017'], // Rutland
  ['E10000016'], // Kent
  ['E06000065'], // North Yorkshire
  ['E08000031'], // Wolverhampton
  ['E92000001'], // England
  ['E08000004', 'E08000005'], // Oldham and Rochdale
];

const bytes = (...parts) => new Uint8Array(readFileSync(at(...parts)));

/** A model on the evidence as the page loads it: slim, or with its prose. */
export function openModel({ Model }, { prose = false } = {}) {
  const part = (name) => new Uint8Array(readFileSync(join(EVIDENCE, name)));
  return new Model(
    part('evidence.json'),
    bytes('data', 'definitions.json'),
    prose ? part('provenance.json') : undefined,
  );
}

/** The shipped files of places. */
export const placeFiles = (codes) => codes.map((code) => bytes('data', 'places', `${code}.json`));

/** Compares two series; gives how many numbers are the same, or throws at the first that is not. */
function compareSeries(where, native, wasm) {
  if (!(wasm instanceof Float64Array) || wasm.length !== native.length || native.length !== YEARS) {
    throw new Failure(
      `${where}: ${native?.length} numbers natively, ${wasm?.length} in WebAssembly, ${YEARS} expected`,
    );
  }
  native.forEach((value, year) => {
    if (!Object.is(value ?? NaN, wasm[year])) {
      throw new Failure(`${where}, year ${year}: ${value} natively, ${wasm[year]} in WebAssembly`);
    }
  });
  return native.filter((value) => value !== null).length;
}

/** Compares what is not a series; the order of keys does not matter. */
function compareRest(where, native, wasm) {
  if (isDeepStrictEqual(native, wasm)) return;
  const output = `natively: ${JSON.stringify(native)}\nin WebAssembly: ${JSON.stringify(wasm)}`;
  throw new Failure(`${where} differs`, { output });
}

function compareOutcome(where, native, wasm) {
  let same = 0;
  for (const key of ['unit', 'label', 'basis']) compareRest(`${where} ${key}`, native[key], wasm[key]);
  if (native.baseline || wasm.baseline) same += compareSeries(where, native.baseline, wasm.baseline);
  compareRest(
    `${where} strata`,
    native.by?.map((row) => row.sex),
    wasm.by?.map((row) => row.sex),
  );
  for (const [index, row] of (native.by ?? []).entries()) {
    same += compareSeries(`${where}, ${row.sex}`, row.baseline, wasm.by[index].baseline);
  }
  return same;
}

function compareAnswers(native, wasm) {
  let same = 0;
  const code = native.place.code;
  for (const key of ['model', 'evidence', 'data', 'price_year', 'place', 'years', 'flags', 'warnings']) {
    compareRest(`${code} ${key}`, native[key], wasm[key]);
  }
  compareRest(`${code} outcomes`, Object.keys(native.outcomes).sort(), Object.keys(wasm.outcomes).sort());
  for (const [id, outcome] of Object.entries(native.outcomes)) {
    same += compareOutcome(`${code} ${id}`, outcome, wasm.outcomes[id]);
  }
  return same;
}

/** Every number of a document, compared with its twin; gives how many there were. */
export function compareDocuments(where, native, wasm) {
  if (typeof native === 'number') {
    if (Object.is(native, wasm)) return 1;
    throw new Failure(`${where}: ${native} natively, ${wasm} in WebAssembly`);
  }
  if (native === null || typeof native !== 'object') {
    compareRest(where, native, wasm);
    return 0;
  }
  const [ours, theirs] = [native, wasm].map((one) =>
    Array.isArray(one) || ArrayBuffer.isView(one) ? 'list' : typeof one,
  );
  const isList = Array.isArray(native);
  if (wasm === null || typeof wasm !== 'object' || ours !== theirs)
    throw new Failure(`${where}: ${ours} natively, ${theirs} in WebAssembly`);
  const keys = Object.keys(native);
  compareRest(
    `${where} keys`,
    isList ? native.length : [...keys].sort(),
    isList ? wasm.length : Object.keys(wasm).sort(),
  );
  return keys.reduce((same, key) => same + compareDocuments(`${where}.${key}`, native[key], wasm[key]), 0);
}

/** Presets compared in every area: growth held back, a cut first, and one that the programmes cannot use. */
const EVERYWHERE = ['default.json', 'social-care-first.json', 'fast-cut-slow-programmes.json'];

/** Presets in an area: the answer in both modules. `all`: every preset, and the reasons of the default. */
async function comparePresets(program, models, codes, all) {
  const counts = models.map(() => 0);
  const places = models.map((model) => model.place(placeFiles(codes)));
  for (const preset of all ? readdirSync(at('presets')) : EVERYWHERE) {
    const scenario = readFileSync(at('presets', preset), 'utf8');
    const years = String(JSON.parse(scenario).horizon_years ?? 20);
    const args = [
      'run',
      '--place',
      codes.join('+'),
      '--scenario',
      at('presets', preset),
      '--years',
      years,
      '--format',
      'json',
    ];
    const { explanation, parameters, ...answer } = JSON.parse(await must(program, args));
    const nameless = { ...answer, name: JSON.parse(scenario).name ?? '' };
    places.forEach((place, index) => {
      counts[index] += compareDocuments(`${codes} ${preset}`, nameless, place.run(scenario));
    });
    if (all && preset === 'default.json') {
      counts[0] += compareDocuments(`${codes} ${preset}`, { explanation, parameters }, places[0].explain(scenario));
    }
  }
  for (const place of places) place.free();
  return counts;
}

const FUTURES = { seed: 3, first: 1, last: 12 };

/** Possible futures of the default in Oldham by either engine: all cores natively, two workers' parts in both modules. */
async function compareFutures(program, models, { exact }) {
  const scenario = readFileSync(at('presets', 'default.json'), 'utf8');
  const [codes, { seed, last }] = [['E08000004'], FUTURES];
  const args = ['run', '--place', codes[0], '--scenario', at('presets', 'default.json')];
  const asked = ['--draws', String(last), '--seed', String(seed), '--format', 'json', ...(exact ? [] : ['--quick'])];
  const { ranges } = JSON.parse(await must(program, [...args, ...asked]));
  return models.map((model) => {
    const parts = [1, 0].flatMap((part) => {
      const place = model.place(placeFiles(codes));
      const rows = place.futures(scenario, { ...FUTURES, part, of: 2, shares: 2, fifths: true, exact });
      place.free();
      return rows;
    });
    const told = rangesOf([0, 1].map((share) => model.tell(shareOf(parts, share), share, seed)));
    const where = `${codes} futures`;
    return compareDocuments(where, ranges, model.ranges(parts, seed)) + compareTold(`${where}, told`, told, ranges);
  });
}

const shareOf = (parts, share) => parts.map(({ head, numbers }) => ({ head, numbers: numbers[share] }));

/** What the page is told of futures, against the whole document: all that is told is in it. */
function compareTold(where, told, document) {
  const whole = (value) => value === null || typeof value !== 'object' || ArrayBuffer.isView(value);
  if (whole(told)) return compareDocuments(where, document ?? null, told);
  if (Array.isArray(told)) compareRest(`${where} length`, document.length, told.length);
  return Object.keys(told).reduce((same, key) => same + compareTold(`${where}.${key}`, told[key], document[key]), 0);
}

/** Two plans in the same futures, and what one gives more than the other in each. */
async function comparePairs(program, models) {
  const [codes, { seed, last }] = [['E08000004'], FUTURES];
  const files = ['default', 'new-money'].map((name) => at('presets', `${name}.json`));
  const args = ['compare', '--place', codes[0], ...files.flatMap((file) => ['--scenario', file])];
  const asked = ['--draws', String(last), '--seed', String(seed), '--format', 'json'];
  const { pairs } = JSON.parse(await must(program, [...args, ...asked]));
  return models.map((model) => {
    const place = model.place(placeFiles(codes));
    const [one, other] = files.map((file) => place.futures(readFileSync(file, 'utf8'), FUTURES));
    place.free();
    return compareDocuments(`${codes} pairs`, pairs[0].differences, model.pairs(one, other, seed));
  });
}

/** `program`: path of the native program. */
export async function checkParity(program) {
  const [plain, vectors] = [await loadWasm(PLAIN), await loadWasm(VECTORS)];
  const models = [openModel(plain, { prose: true }), openModel(vectors)];
  const counts = models.map(() => 0);
  for (const [position, codes] of AREAS.entries()) {
    const args = ['baseline', '--place', codes.join('+'), '--years', String(YEARS), '--format', 'json'];
    const native = JSON.parse(await must(program, args));
    const files = placeFiles(codes);
    const presets = await comparePresets(program, models, codes, position === 0);
    models.forEach((model, index) => {
      const place = model.place(files);
      counts[index] += compareAnswers(native, place.baseline(YEARS)) + presets[index];
      place.free();
    });
  }
  for (const exact of [true, false]) {
    const futures = await compareFutures(program, models, { exact });
    futures.forEach((count, index) => {
      counts[index] += count;
    });
  }
  const pairs = await comparePairs(program, models);
  pairs.forEach((count, index) => {
    counts[index] += count;
  });
  const openPlace = (model, codes) => model.place(placeFiles(codes));
  // Names of sources and headings of figures stand in the answers, so both have their prose.
  const told = [models[0], openModel(vectors, { prose: true })];
  const long = await compareLong({ program, models: told, openPlace, compare: compareDocuments });
  long.forEach((count, index) => {
    counts[index] += count;
  });
  const what = `${AREAS.length} areas: ${YEARS} years of baseline, ${EVERYWHERE.length} presets everywhere, every preset in ${AREAS[0]}, ${FUTURES.last} futures by either engine, by two workers, two plans in the same futures, one question of what an answer hangs on, two searches for a plan`;
  return `${counts[0]} numbers plain and ${counts[1]} simd128, all with the same bits as native; ${what}`;
}
