// `npm test`: sets up what is missing, then checks everything, cheapest first. CI runs this and nothing else.

import { existsSync } from 'node:fs';
import { checkBoundary } from '../checks/boundary.mjs';
import { checkDependencies } from '../checks/dependencies.mjs';
import { checkFences } from '../checks/fences.mjs';
import { checkParity } from '../checks/parity.mjs';
import { checkScripts } from '../checks/scripts.mjs';
import { Failure, must } from '../lib/process.mjs';
import { buildNative, typed } from '../lib/native.mjs';
import { at } from '../lib/project.mjs';
import { forEverything } from '../lib/setup.mjs';
import { inSteps } from '../lib/steps.mjs';
import { buildSteps } from './build.mjs';

const WASM = ['--target', 'wasm32-unknown-unknown'];

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

function page() {
  if (existsSync(at('www')))
    throw new Failure('there is a page in www/ and no test of it is run here: add them to scripts/commands/test.mjs');
  return 'no page yet';
}

export async function main() {
  let program;
  const build = async () => {
    program = await buildNative();
    return typed(program);
  };
  const steps = [
    { name: 'format', run: format },
    { name: 'fences', run: checkFences },
    { name: 'scripts and tools', run: checkScripts },
    { name: 'dependencies', run: checkDependencies },
    { name: 'lints, native', run: () => lints('--features', 'cli', '--all-targets') },
    { name: 'lints, WebAssembly', run: () => lints(...WASM, '--lib') },
    { name: 'docs', run: docs },
    { name: 'native tests', run: tests },
    { name: 'native program', run: build },
    { name: 'packs', run: () => packs(program) },
    ...buildSteps,
    { name: 'native and WebAssembly agree', run: () => checkParity(program) },
    { name: 'WebAssembly boundary', run: checkBoundary },
    { name: 'page', run: page },
  ];
  await inSteps([...forEverything, ...steps], { summary: true });
}
