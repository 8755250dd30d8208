// The common model (benches/peers/) by our way and by other engines, in one run. What cannot be installed or does not run is
// named with its reason, and the rest goes on.

import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, must, run } from '../../scripts/lib/process.mjs';
import { at } from '../../scripts/lib/project.mjs';
import { machine, onMachine, versionOf, writeSection } from '../../scripts/lib/sections.mjs';
import { FASTEST } from './names.mjs';
import { markdown, printed, rows } from './report.mjs';

const HERE = at('benches', 'peers');
const ENGINES = join(HERE, 'engines');
const BUILT = at('target', 'peers');
const TABLES = join(HERE, 'model', 'tables.txt');
const VENV = join(HERE, '.venv');
const PYTHON = join(VENV, 'bin', 'python');
/** What the generated C is compiled with: small, as SDEverywhere does by default, and as fast as it gets. */
const COMPILED = { small: ['-Os'], fast: ['-O3', '-msimd128'] };
/** How far our way may be from the plain model: sums in another order, no more. */
const APART = 1e-12;
/** Draws and goes of a measurement of ours. */
const [DRAWS, GOES] = [1000, 9];

/** The last line a program prints, which is JSON. */
async function told(program, args, minutes = 3) {
  const env = { PYTHONDONTWRITEBYTECODE: '1' };
  const lines = (await must(program, args, { minutes, env })).trim().split('\n');
  return JSON.parse(lines.at(-1));
}

/** Why something did not run, in one line. */
function reason(failure) {
  const said = failure instanceof Failure ? failure.output.trim().split('\n').at(-1) : '';
  // Without folders of this machine, and without what would end a cell of the table.
  const plain = (said || failure.message).replace(/(\/[\w.-]+)+\//g, '').replaceAll('|', '/');
  return plain.slice(0, 160);
}

/** An engine's measurements, or why there are none. */
async function attempt(name, task) {
  try {
    const found = await task();
    console.log(`      ${name}: ${found.ns?.toPrecision(3) ?? '-'} ns`);
    return { name, ...found };
  } catch (failure) {
    console.log(`      ${name}: not run: ${reason(failure)}`);
    return { name, missing: reason(failure) };
  }
}

/** Our crate, natively and as two modules. */
async function buildOurs() {
  const manifest = ['--manifest-path', join(HERE, 'Cargo.toml')];
  const build = (folder, more, flags) => {
    const env = { CARGO_TARGET_DIR: join(BUILT, folder), RUSTFLAGS: flags };
    return must('cargo', ['build', '--release', '--locked', ...manifest, ...more], { minutes: 5, env });
  };
  const module = ['--lib', '--target', 'wasm32-unknown-unknown'];
  await build('native', [], '');
  await build('plain', module, '');
  await build('simd128', module, '-C target-feature=+simd128');
}

/** Where cargo put a module. */
const moduleOf = (folder) => join(BUILT, folder, 'wasm32-unknown-unknown', 'release', 'common_model.wasm');

/** Ours, natively and in Node, and the plain model beside it. */
async function measureOurs() {
  const program = join(BUILT, 'native', 'release', 'common-model');
  const text = await must(program, ['central']);
  const central = text
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
  const [script, count, goes] = [join(ENGINES, 'ours.mjs'), String(DRAWS), String(GOES)];
  const native = await told(program, ['measure', count, goes]);
  const plain = await told(process.execPath, [script, moduleOf('plain'), count, goes]);
  const simd128 = await told(process.execPath, [script, moduleOf('simd128'), count, goes]);
  return { central, native, plain, simd128, draws: DRAWS };
}

/** npm's packages of the peers; nothing of the project's own changes. */
async function packages() {
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const args = ['ci', '--prefix', HERE, '--no-audit', '--no-fund', '--fetch-timeout=60000', '--fetch-retries=1'];
  const stamp = join(HERE, 'node_modules', '.lock');
  const lock = join(HERE, 'package-lock.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(lock, 'utf8')) return;
  await must(npm[0], [...npm.slice(1), ...args], { minutes: 3 });
  copyFileSync(lock, stamp);
}

/** One package of requirements.txt in the folder for Python; `failed` says that one before it could not be had. */
async function wheel(name) {
  const wanted = readFileSync(join(HERE, 'requirements.txt'), 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`${name}==`));
  if (!existsSync(PYTHON)) await must('python3', ['-m', 'venv', VENV], { minutes: 3 });
  const version = `import importlib.metadata as m; print("${name}==" + m.version("${name}"))`;
  if ((await run(PYTHON, ['-c', version])).results.trim() === wanted) return;
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--timeout', '30', '--retries', '1'];
  await must(PYTHON, [...pip, wanted], { minutes: 5 });
}

/** Compiles what SDEverywhere made to a module. */
async function compiled(kind, folder) {
  await wheel('ziglang');
  const path = join(folder, `${kind}.wasm`);
  const frame = join(ENGINES, 'sdeverywhere');
  const exported = ['run', 'inputs', 'outputs'].map((name) => `-Wl,--export=${name}`);
  const target = ['--target=wasm32-wasi', '-mexec-model=reactor', ...COMPILED[kind]];
  const sources = ['-w', '-I', frame, join(folder, 'c', 'model.c'), join(frame, 'host.c')];
  const env = { ZIG_GLOBAL_CACHE_DIR: join(BUILT, 'zig'), ZIG_LOCAL_CACHE_DIR: join(BUILT, 'zig') };
  await must(PYTHON, ['-m', 'ziglang', 'cc', ...target, ...sources, ...exported, '-o', path], { minutes: 5, env });
  return path;
}

/** All others, whether they ran or not. Installing is not part of what is measured. */
async function measureOthers() {
  const folder = join(BUILT, 'sdeverywhere');
  mkdirSync(folder, { recursive: true });
  const script = join(ENGINES, 'sdeverywhere.mjs');
  const generated = packages().then(() => must(process.execPath, [script, 'generate', TABLES, folder], { minutes: 2 }));
  const sde = () => JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8')).dependencies['@sdeverywhere/compile'];
  const module = async (kind) => {
    await generated;
    const path = await compiled(kind, folder);
    return { version: sde(), ...(await told(process.execPath, [script, 'wasm', path, '50', String(GOES)])) };
  };
  const python = async (file, packageNames, needsModel = false) => {
    for (const name of packageNames) await wheel(name);
    if (needsModel) await generated;
    return told(PYTHON, [join(ENGINES, file), ...(needsModel ? [join(folder, 'common.mdl')] : [])]);
  };
  generated.catch(() => {});
  return [
    await attempt('SDEverywhere to wasm, -Os', () => module('small')),
    await attempt(FASTEST, () => module('fast')),
    await attempt('SDEverywhere to JavaScript', async () => {
      await generated;
      return { version: sde(), ...(await told(process.execPath, [script, 'js', folder, '10', '3'])) };
    }),
    await attempt('simlin, native', () => python('simlin_model.py', ['numpy', 'pysimlin'], true)),
    await attempt('NumPy', () => python('numpy_model.py', ['numpy'])),
    await attempt('PySD', () => python('pysd_model.py', ['pysd'], true)),
    await attempt('BPTK-Py', () => python('bptk_model.py', ['numpy', 'BPTK-Py'])),
  ];
}

/** A quick way to wrong numbers is no way. */
function check(found) {
  const wrong = rows(found).filter(({ engine, difference }) => engine.startsWith('ours') && !(difference < APART));
  if (wrong.length === 0) return;
  const said = wrong.map(({ engine, difference }) => `${engine}: ${difference}`).join('; ');
  throw new Failure(`our way no longer gives what the plain model gives: ${said}`);
}

/** Builds, installs, measures; prints a table and writes the section of docs/PERFORMANCE.md. */
export async function measurePeers() {
  const state = machine();
  await buildOurs();
  const found = { ours: await measureOurs(), peers: await measureOthers() };
  console.table(printed(found));
  check(found);
  const versions = [versionOf('rustc').replace(/ \(.*/, ''), `Node ${process.versions.node}`];
  writeSection('peers', 'Beside other engines', markdown(found, onMachine(state, versions.join(', '))));
  return 'docs/PERFORMANCE.md';
}
