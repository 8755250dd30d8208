// Everything a fresh machine needs, one step each. A step first looks whether the right version is already there.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, must, run } from './process.mjs';
import { at, pins, tools } from './project.mjs';

const AGAIN = 'then run the same command again; whatever is done is kept.';
const online = (from) =>
  `This step downloads from ${from}. Check that this computer is online (and its proxy, if it needs one), ${AGAIN}`;
const RUSTUP = `Install Rust with rustup (https://rustup.rs), open a new terminal, ${AGAIN}`;

/** What a native build needs. */
export const forNative = [
  { name: 'C linker', run: linker },
  { name: `Rust ${pins.rust}`, run: toolchain },
  { name: 'Rust packages', run: crates },
];

/** What the checks and the WebAssembly build need on top. */
export const forEverything = [
  ...forNative,
  { name: 'rustfmt and clippy', run: components },
  { name: 'WebAssembly target', run: target },
  { name: 'npm packages', run: packages },
  { name: `wasm-pack ${pins.wasmPack}`, run: () => installed('wasm-pack', 'wasm-pack', pins.wasmPack, 4) },
  {
    name: `wasm-bindgen ${pins.wasmBindgen}`,
    run: () => installed('wasm-bindgen', 'wasm-bindgen-cli', pins.wasmBindgen, 7),
  },
];

async function linker() {
  const advice = `Rust needs a C compiler to link programs: sudo apt-get install build-essential, ${AGAIN}`;
  return (await must('cc', ['--version'], { advice })).split('\n')[0];
}

async function toolchain() {
  await must('rustup', ['--version'], { advice: RUSTUP });
  const list = await must('rustup', ['toolchain', 'list'], { advice: RUSTUP });
  const there = list.split('\n').some((line) => line.startsWith(`${pins.rust}-`));
  if (!there) {
    const args = [
      'toolchain',
      'install',
      pins.rust,
      '--profile',
      'minimal',
      '--component',
      'rustfmt',
      '--component',
      'clippy',
      '--no-self-update',
    ];
    await must('rustup', args, { minutes: 15, advice: online("rustup's server") });
  }
  const version = (await must('rustc', ['--version'], { advice: RUSTUP })).trim();
  if (!version.startsWith(`rustc ${pins.rust} `)) {
    const advice = `Something stands in front of the toolchain named in rust-toolchain.toml: unset RUSTUP_TOOLCHAIN and RUSTC, ${AGAIN}`;
    throw new Failure(`the compiler in use is ${version}, not ${pins.rust}`, { advice });
  }
  return there ? version : `installed ${version}`;
}

async function components() {
  const there = async () =>
    (await run('cargo', ['fmt', '--version'])).code + (await run('cargo', ['clippy', '--version'])).code === 0;
  if (await there()) return 'already there';
  const args = ['component', 'add', 'rustfmt', 'clippy', '--toolchain', pins.rust];
  await must('rustup', args, { minutes: 10, advice: online("rustup's server") });
  return 'installed';
}

async function target() {
  const name = 'wasm32-unknown-unknown';
  const list = await must('rustup', ['target', 'list', '--installed', '--toolchain', pins.rust], { advice: RUSTUP });
  if (list.split('\n').includes(name)) return 'already there';
  const args = ['target', 'add', name, '--toolchain', pins.rust];
  await must('rustup', args, { minutes: 10, advice: online("rustup's server") });
  return 'installed';
}

async function crates() {
  const offline = await run('cargo', ['fetch', '--locked', '--offline']);
  if (offline.code === 0) return 'already there';
  if (/--locked was passed/.test(offline.output)) {
    const advice = 'Cargo.toml was changed and Cargo.lock was not: run `cargo check --features cli` and commit both.';
    throw new Failure('Cargo.lock does not match Cargo.toml', { output: offline.output, advice });
  }
  await must('cargo', ['fetch', '--locked'], { minutes: 10, advice: online('the Rust package registry') });
  return 'fetched';
}

/** npm's packages exactly as in package-lock.json; a stamp tells which lock file node_modules was made from. */
async function packages() {
  const stamp = at('node_modules', '.headwater-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex');
  if (contents(stamp) === wanted && (await optimiser()) === pins.binaryen) return 'already there';
  const flags = ['--fetch-timeout=60000', '--fetch-retries=1', '--no-progress'];
  // The browser for the tests is the system's own (see chromium.mjs): Playwright need not bring one.
  const env = { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  await must(...npm(['ci', ...flags]), { minutes: 5, env, advice: online('the npm registry') });
  writeFileSync(stamp, wanted);
  if ((await optimiser()) === pins.binaryen) return 'installed';
  throw new Failure(`wasm-opt of npm package binaryen ${pins.binaryen} does not answer`, {
    advice: `Delete node_modules, ${AGAIN}`,
  });
}

/** Version of the wasm-opt we use, as `132.0.0`. wasm-pack skips optimisation in silence if there is none. */
async function optimiser() {
  const said = await run(at('node_modules', '.bin', 'wasm-opt'), ['--version']);
  const version = said.output.match(/version (\d+)/)?.[1];
  return said.code === 0 && version ? `${version}.0.0` : '';
}

/** npm as it was called, or the one in the PATH. */
function npm(args) {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js') ? [process.execPath, [own, ...args]] : ['npm', args];
}

/** A program from the Rust registry in exactly this version: the one in the PATH, or one built into `.tools`. */
async function installed(program, crate, version, usualMinutes) {
  const isThere = async () => (await run(program, ['--version'])).output.trim() === `${program} ${version}`;
  if (await isThere()) return 'already there';
  console.log(`      building it once, about ${usualMinutes} minutes on two cores`);
  // Built in a folder that stays until it is done, so that an interrupted build goes on where it was.
  const build = join(tools, 'build');
  mkdirSync(build, { recursive: true });
  const args = ['install', crate, '--version', version, '--locked', '--force', '--root', tools];
  await must('cargo', args, {
    minutes: 40,
    env: { CARGO_TARGET_DIR: build },
    advice: online('the Rust package registry'),
  });
  rmSync(build, { recursive: true, force: true });
  if (await isThere()) return `installed in .tools`;
  throw new Failure(`${program} ${version} was installed but does not answer`, {
    advice: `Delete the folder .tools, ${AGAIN}`,
  });
}

function contents(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
