// What a visitor downloads, in bytes, against the limits the project has set itself.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Failure } from '../lib/process.mjs';
import { at } from '../lib/project.mjs';
import { MODULE, PLAIN, VECTORS } from '../lib/wasm.mjs';

/** Brotli limits: the module's from the speed goals, the rest from what a phone should load. None for the evidence yet. */
const KILOBYTE = 1000;
const parts = () => [
  { name: 'module', file: join(PLAIN, MODULE), limit: 250 * KILOBYTE },
  { name: 'module, simd128', file: join(VECTORS, MODULE), limit: 250 * KILOBYTE },
  { name: 'evidence pack', file: at('pack', 'evidence.json') },
  { name: 'index of places', file: at('data', 'index.json'), limit: 12 * KILOBYTE },
  { name: 'definitions', file: at('data', 'definitions.json') },
  { name: 'largest place', file: largest(at('data', 'places')), limit: 6 * KILOBYTE },
  { name: 'map, shapes', file: at('data', 'map', 'shapes.topojson'), limit: 60 * KILOBYTE },
  { name: 'map, hexagons', file: at('data', 'map', 'hex.json'), limit: 60 * KILOBYTE },
];

function largest(folder) {
  const size = (name) => statSync(join(folder, name)).size;
  const names = readdirSync(folder);
  return join(
    folder,
    names.reduce((most, name) => (size(name) > size(most) ? name : most)),
  );
}

/** Prints the table; fails where a part is over its limit. Gives the module's size in one line. */
export function describeSizes() {
  const rows = parts().map(({ name, file, limit }) => {
    const bytes = readFileSync(file);
    return {
      name,
      limit,
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes).length,
    };
  });
  const cell = (value) => String(value ?? '').padStart(10);
  console.log(`      ${'bytes'.padEnd(18)}${['raw', 'gzip', 'brotli', 'limit'].map(cell).join('')}`);
  for (const row of rows) {
    console.log(`      ${row.name.padEnd(18)}${[row.raw, row.gzip, row.brotli, row.limit].map(cell).join('')}`);
  }
  const over = rows.filter((row) => row.brotli > row.limit);
  if (over.length > 0) {
    throw new Failure(`over its limit: ${over.map((row) => row.name).join(', ')}`, {
      advice: 'Find out what grew (git log, twiggy) before raising a limit in scripts/checks/sizes.mjs.',
    });
  }
  return `module ${rows[0].raw} bytes, ${rows[0].gzip} gzip, ${rows[0].brotli} brotli`;
}
