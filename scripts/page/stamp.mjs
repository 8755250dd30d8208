// What the answers written down when the page is made were made of, in twelve letters: model, evidence, default plan and places.
// The script of the page holds the same letters and shows no such answer that does not bear them: a copy kept from an older page.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../lib/project.mjs';
import { MODULE, VECTORS } from '../lib/wasm.mjs';
import { EVIDENCE } from './data.mjs';

const LETTERS = 12;

/** The stamp of what lies there now; empty where something is not built yet, and then nothing bears it. */
export function stamp() {
  const places = readdirSync(at('data', 'places')).sort();
  const files = [
    join(VECTORS, MODULE),
    join(EVIDENCE, 'evidence.json'),
    at('data', 'definitions.json'),
    at('presets', 'default.json'),
    at('www', 'views', 'first-screen.js'),
    ...places.map((name) => at('data', 'places', name)),
  ];
  if (!files.every((file) => existsSync(file))) return '';
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, LETTERS);
}
