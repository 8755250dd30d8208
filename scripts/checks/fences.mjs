// Lines that the text of the project must not cross. Each fence names the files it guards and what must not stand there.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { Failure } from '../lib/process.mjs';
import { at } from '../lib/project.mjs';

const isLibrary = (path) => /^src\/(?!bin\/).*\.rs$/.test(path);
const isPage = (path) => /^www\/.*\.(js|html)$/.test(path);
const isCode = (path) => /\.(rs|mjs|js|html|toml|md|json|yml|sh)$|^\.ci\//.test(path);

const fences = [
  {
    why: 'only src/wasm.rs and src/wasm/ know of JavaScript',
    guards: (path) => /\.rs$/.test(path) && !/^src\/wasm(\.rs$|\/)/.test(path),
    forbids: /\b(wasm_bindgen|js_sys|web_sys|JsValue)\b/,
  },
  {
    why: 'no panic can be reached from input',
    guards: isLibrary,
    forbids:
      /\.unwrap\(\)|\.expect\(|\b(panic|unreachable|todo|unimplemented)!|allow\(clippy::(unwrap_used|expect_used|panic)\)/,
  },
  {
    why: 'the library does no IO, reads no clock, prints nothing',
    guards: isLibrary,
    forbids: /\bstd::(fs|env|net|process|thread|time|io)\b|\be?print(ln)?!|\bdbg!/,
  },
  {
    why: 'only src/math.rs calls libm',
    guards: (path) => isLibrary(path) && path !== 'src/math.rs',
    forbids: /\blibm::/,
  },
  {
    why: 'the model never reads text that tools/ reads: sources are compiled to packs first',
    guards: isLibrary,
    forbids: /\b(csv|toml|clap|indicatif|rayon|sha2)::/,
  },
  {
    why: 'only www/engine/module.js knows of the WebAssembly module',
    guards: (path) => isPage(path) && path !== 'www/engine/module.js',
    forbids: /(from|import\()\s*['"][^'"]*\/pkg\//,
  },
  {
    why: 'text never becomes markup or script: a strict policy would refuse it',
    guards: isPage,
    forbids:
      /\.(inner|outer)HTML\b|insertAdjacentHTML|unsafeHTML|unsafeSVG|document\.write|\beval\(|new Function\(|srcdoc|createContextualFragment/,
  },
  {
    why: 'nothing inline: a strict policy would refuse it',
    guards: (path) => isPage(path),
    forbids: /<style\b|\sstyle="|<script(?![^>]*\ssrc=)|\son(click|load|error|input|change)=["']/,
  },
  {
    why: 'nothing is kept on the device and nothing is asked of another site',
    guards: isPage,
    forbids:
      /\b(localStorage|sessionStorage|indexedDB)\b|document\.cookie|\bcaches\.|serviceWorker\.register|sendBeacon|WebSocket|EventSource|\bfetch\(\s*['"`]https?:/,
  },
  {
    why: 'no path of one machine in a file for everybody',
    guards: isCode,
    comments: true,
    forbids: /(^|[\s"'`(=])(\/(home|root|Users|work|tmp|mnt|opt)\/[\w.-]+|[A-Z]:\\\\?\w)/,
  },
];

/** What programs made: not read. */
const MADE = [
  'target',
  'node_modules',
  'pkg',
  '.git',
  '.tools',
  'dist',
  'data/places',
  'data/spend',
  'evidence/tables',
  'pack',
  'benches/peers/node_modules',
  'benches/peers/.venv',
];

/** Every file of the project that people wrote, as paths from its folder. */
function* files(folder = '.') {
  for (const name of readdirSync(at(folder))) {
    const path = posix.join(folder, name);
    if (MADE.includes(path)) continue;
    if (statSync(at(path)).isDirectory()) yield* files(path);
    else yield path;
  }
}

/** The lines of a file that count for a fence: comments, and in Rust what stands below `#[cfg(test)]`, mostly do not. */
function lines(path, { comments }) {
  const all = readFileSync(at(path), 'utf8')
    .split('\n')
    .map((text, index) => ({ text, number: index + 1 }));
  if (comments) return all;
  if (path.endsWith('.js')) return all.filter(({ text }) => !/^\s*(\/\/|\/?\*)/.test(text));
  if (!path.endsWith('.rs')) return all;
  const tests = all.findIndex(({ text }) => text.trim() === '#[cfg(test)]');
  return all.slice(0, tests < 0 ? all.length : tests).filter(({ text }) => !text.trim().startsWith('//'));
}

export function checkFences() {
  const crossed = [];
  const guarded = new Set();
  for (const path of files()) {
    for (const fence of fences.filter((each) => each.guards(path))) {
      guarded.add(path);
      for (const { text, number } of lines(path, fence)) {
        if (fence.forbids.test(text)) crossed.push(`${path}:${number}: ${text.trim()}\n    ${fence.why}`);
      }
    }
  }
  if (!existsSync(at('src', 'wasm.rs')) || !guarded.has('src/lib.rs'))
    throw new Failure('src/wasm.rs or src/lib.rs is missing');
  if (crossed.length > 0) throw new Failure(`${crossed.length} lines cross a fence`, { output: crossed.join('\n') });
  return `${fences.length} fences, ${guarded.size} files`;
}
