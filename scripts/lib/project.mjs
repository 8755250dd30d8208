// Where things are, and the versions this project is pinned to. Each pin stands in one file only and is read from there.

import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A path inside the project. */
export const at = (...parts) => join(root, ...parts);

/** Programs that only this project uses are installed here, so that nobody's own versions are replaced. */
export const tools = at('.tools');

const text = (...parts) => readFileSync(at(...parts), 'utf8');

function found(where, pattern) {
  const match = text(where).match(pattern);
  if (!match) throw new Error(`${where}: no version found by ${pattern}`);
  return match[1];
}

export const pins = {
  rust: found('rust-toolchain.toml', /^channel = "([\d.]+)"/m),
  wasmBindgen: found('Cargo.toml', /^wasm-bindgen = "=([\d.]+)"/m),
  wasmPack: '0.15.1',
  binaryen: JSON.parse(text('package.json')).devDependencies.binaryen,
};

/** Folder of the programs that rustup and cargo install. */
export const cargoBin = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'bin');

/**
 * The environment of every program we run: the project's tools first, then rustup's, which may not be in the PATH of a
 * terminal opened before rustup was installed, or may stand behind a system cargo. Downloads give up rather than hang.
 */
export function environment(more = {}) {
  const folders = [join(tools, 'bin'), at('node_modules', '.bin'), cargoBin].filter((folder) => existsSync(folder));
  return {
    CARGO_HTTP_TIMEOUT: '30',
    CARGO_NET_RETRY: '2',
    ...process.env,
    PATH: [...folders, process.env.PATH ?? ''].join(delimiter),
    ...more,
  };
}
