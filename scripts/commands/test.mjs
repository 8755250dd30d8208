// `npm test`: sets up what is missing, then checks everything, cheapest first. CI runs this and nothing else.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkBoundary } from '../checks/boundary.mjs';
import { checkDependencies } from '../checks/dependencies.mjs';
import { checkFences } from '../checks/fences.mjs';
import { checkParity } from '../checks/parity.mjs';
import { checkScripts } from '../checks/scripts.mjs';
import { chromium } from '../lib/chromium.mjs';
import { must } from '../lib/process.mjs';
import { at } from '../lib/project.mjs';
import { forEverything } from '../lib/setup.mjs';
import { inSteps } from '../lib/steps.mjs';
import { DIST, moduleSteps, nativeStep, pageSteps } from './build.mjs';

const WASM = ['--target', 'wasm32-unknown-unknown', '--features', 'whole'];

/** Runs cargo, with the versions of Cargo.lock. Long enough for a first build on a slow machine. */
const cargo = (args, options = {}) => must('cargo', args, { minutes: 30, ...options });

async function format() {
  await cargo(['fmt', '--check', '--', '-l'], {
    advice: 'These files are not formatted: run `cargo fmt` and look at what it changed.',
  });
}

async function lints(...args) {
  await cargo(['clippy', '--locked', ...args, '--', '-D', 'warnings']);
}

async function docs() {
  const env = { RUSTDOCFLAGS: '-D warnings' };
  await cargo(['doc', '--locked', '--no-deps', '--features', 'cli'], { env });
  await cargo(['doc', '--locked', '--no-deps', '--lib', ...WASM], { env });
}

/** Unit, integration and doc tests; shown as they run. */
async function tests() {
  await cargo(['test', '--locked', '--features', 'cli'], { minutes: 60, show: true });
}

async function packs(program) {
  const said = await must(program, ['pack', 'verify'], {
    advice:
      'The message says which pack to rebuild; evidence with `headwater pack build`, data with tools/build-data.mjs.',
  });
  return said.trim().split('\n').join('; ');
}

/** Loaded here and not above: it stands on a package that an earlier step installs. */
async function words() {
  const { checkWords } = await import('../checks/words.mjs');
  return checkWords();
}

const node = (...args) => must(process.execPath, args, { minutes: 20, show: true });
const inPackage = (...path) => at('node_modules', ...path);

/** Format and lint of everything that is JavaScript, CSS or JSON of the page and its scripts. */
async function pageFormat() {
  const advice = 'Run `npx biome check --write` and look at what it changed.';
  await must(process.execPath, [inPackage('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings'], {
    advice,
  });
}

/** The engine's JSDoc types against the types of the module that was just built. */
async function types() {
  await must(process.execPath, [inPackage('typescript', 'bin', 'tsc'), '--project', at('tsconfig.json')]);
}

/** What needs no browser: views, marks, words, links. Asks the native program for answers, so it comes after that. */
async function pageUnits() {
  const files = readdirSync(at('tests'), { recursive: true }).filter((name) => name.endsWith('.test.mjs'));
  await node('--test', ...files.map((name) => join('tests', name)));
  return `${files.length} files`;
}

async function pageTests() {
  const HEADWATER_CHROMIUM = await chromium();
  const args = [inPackage('@playwright', 'test', 'cli.js'), 'test', '--config', at('tests', 'page')];
  await must(process.execPath, args, { minutes: 60, show: true, env: { HEADWATER_CHROMIUM, HEADWATER_DIST: DIST } });
  return HEADWATER_CHROMIUM;
}

export async function main() {
  const { step, program } = nativeStep();
  const steps = [
    { name: 'format', run: format },
    { name: 'fences', run: checkFences },
    { name: 'scripts and tools', run: checkScripts },
    { name: 'page: format and lints', run: pageFormat },
    { name: 'page: words', run: words },
    { name: 'dependencies', run: checkDependencies },
    { name: 'lints, native', run: () => lints('--features', 'cli', '--all-targets') },
    { name: 'lints, WebAssembly', run: () => lints(...WASM, '--lib') },
    { name: 'docs', run: docs },
    { name: 'native tests', run: tests },
    step,
    { name: 'packs', run: () => packs(program()) },
    { name: 'page: without a browser', run: pageUnits },
    ...moduleSteps(program),
    { name: 'page: types', run: types },
    { name: 'native and WebAssembly agree', run: () => checkParity(program()) },
    { name: 'WebAssembly boundary', run: checkBoundary },
    ...pageSteps,
    { name: 'page in Chromium', run: pageTests },
  ];
  await inSteps([...forEverything, ...steps], { summary: true });
}
