// The same bits everywhere: the WebAssembly module against the native program, number by number.
//
// The native program writes numbers so that reading them gives back the same 64 bits, so equal means equal.

import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { Failure, must } from '../lib/process.mjs';
import { at } from '../lib/project.mjs';
import { loadWasm, PLAIN, VECTORS } from '../lib/wasm.mjs';

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

/** A model on the shipped packs. */
export function openModel({ Model }) {
  return new Model(bytes('pack', 'evidence.json'), bytes('data', 'definitions.json'));
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

/** `program`: path of the native program. */
export async function checkParity(program) {
  const models = [];
  for (const folder of [PLAIN, VECTORS]) models.push(openModel(await loadWasm(folder)));
  const counts = models.map(() => 0);
  for (const codes of AREAS) {
    const args = ['baseline', '--place', codes.join('+'), '--years', String(YEARS), '--format', 'json'];
    const native = JSON.parse(await must(program, args));
    models.forEach((model, index) => {
      counts[index] += compareAnswers(native, model.baseline(placeFiles(codes), YEARS));
    });
  }
  return `${counts[0]} numbers plain and ${counts[1]} simd128, all with the same bits as native, ${AREAS.length} areas, ${YEARS} years`;
}
