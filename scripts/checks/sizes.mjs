// What a visitor downloads, in bytes, against the limits the project has set itself.

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Failure } from '../lib/process.mjs';
import { at } from '../lib/project.mjs';
import { FIRST, FIRST_VECTORS, MODULE, PLAIN, VECTORS } from '../lib/wasm.mjs';
import { EVIDENCE } from '../page/data.mjs';

/** Brotli limits: the module's and the script's from the speed goals, the rest from what a phone should load. */
const KILOBYTE = 1000;
const parts = (dist) => [
  { name: 'module', files: [join(FIRST, MODULE)], limit: 250 * KILOBYTE },
  { name: 'module, simd128', files: [join(FIRST_VECTORS, MODULE)], limit: 250 * KILOBYTE },
  { name: 'script, first screen', files: firstScreen(dist), limit: 60 * KILOBYTE },
  { name: 'pictures, first screen', files: firstPictures(dist), limit: 36 * KILOBYTE },
  { name: 'largest first answer', files: [largestFirst(join(dist, 'places'))], limit: 4 * KILOBYTE },
  { name: 'whole module', files: [join(PLAIN, MODULE)], limit: 490 * KILOBYTE },
  { name: 'whole module, simd128', files: [join(VECTORS, MODULE)], limit: 490 * KILOBYTE },
  { name: 'evidence, slim', files: [join(EVIDENCE, 'evidence.json')], limit: 110 * KILOBYTE },
  { name: 'evidence, prose', files: [join(EVIDENCE, 'provenance.json')] },
  { name: 'index of places', files: [at('data', 'index.json')], limit: 12 * KILOBYTE },
  { name: 'definitions', files: [at('data', 'definitions.json')] },
  { name: 'largest place', files: [largest(at('data', 'places'))], limit: 6 * KILOBYTE },
  { name: 'map, shapes', files: [at('data', 'map', 'shapes.topojson')], limit: 60 * KILOBYTE },
  { name: 'map, hexagons', files: [at('data', 'map', 'hex.json')], limit: 60 * KILOBYTE },
];

function largest(folder) {
  const size = (name) => statSync(join(folder, name)).size;
  const names = readdirSync(folder);
  return join(
    folder,
    names.reduce((most, name) => (size(name) > size(most) ? name : most)),
  );
}

/** The largest of the first answers of all places. */
function largestFirst(folder) {
  const file = (code) => join(folder, code, 'first.json');
  const codes = readdirSync(folder).filter((code) => existsSync(file(code)));
  return file(codes.reduce((most, code) => (statSync(file(code)).size > statSync(file(most)).size ? code : most)));
}

/** What draws the beads, the 100 people and the line over the years, with its words. */
function firstPictures(dist) {
  const found = readdirSync(join(dist, 'assets')).filter((name) => /^first-pictures-.*\.js$/.test(name));
  if (found.length !== 1)
    throw new Failure(`dist/assets holds ${found.length} files of first pictures; one is expected`);
  return found.map((name) => join(dist, 'assets', name));
}

/** Every script that runs before the first answer but its pictures: those the main page itself asks for, and the worker. */
export function firstScreen(dist) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const asked = [...html.matchAll(/(?:src|href)="\.\/(assets\/[\w-]+\.js)"/g)].map(([, file]) => file);
  const found = new Set(asked.filter((file) => !/\/first-pictures-/.test(file)));
  if (found.size === 0) throw new Failure('dist/index.html asks for no script: build the page first');
  const workers = readdirSync(join(dist, 'assets')).filter((name) => /^worker-.*\.js$/.test(name));
  if (workers.length !== 1) throw new Failure(`dist/assets holds ${workers.length} workers; one is expected`);
  return [...found, `assets/${workers[0]}`].map((file) => join(dist, file));
}

const total = (buffers, size) => buffers.reduce((sum, buffer) => sum + size(buffer), 0);

/** Prints the table; fails where a part is over its limit. Gives module and script in one line. */
export function describeSizes(dist) {
  const rows = parts(dist).map(({ name, files, limit }) => {
    const buffers = files.map((file) => readFileSync(file));
    return {
      name,
      limit,
      raw: total(buffers, (buffer) => buffer.length),
      gzip: total(buffers, (buffer) => gzipSync(buffer, { level: 9 }).length),
      brotli: total(buffers, (buffer) => brotliCompressSync(buffer).length),
    };
  });
  const cell = (value) => String(value ?? '').padStart(10);
  console.log(`      ${'bytes'.padEnd(22)}${['raw', 'gzip', 'brotli', 'limit'].map(cell).join('')}`);
  for (const row of rows) {
    console.log(`      ${row.name.padEnd(22)}${[row.raw, row.gzip, row.brotli, row.limit].map(cell).join('')}`);
  }
  const over = rows.filter((row) => row.brotli > row.limit);
  if (over.length > 0) {
    throw new Failure(`over its limit: ${over.map((row) => row.name).join(', ')}`, {
      advice: 'Find out what grew (git log, twiggy) before raising a limit in scripts/checks/sizes.mjs.',
    });
  }
  const size = (name) => rows.find((row) => row.name === name).brotli;
  return `brotli: module ${size('module, simd128')}, whole module ${size('whole module, simd128')}, script of the first screen ${size('script, first screen')}`;
}
