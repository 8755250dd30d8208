// Every message the page asks for exists, every message there is is asked for, and how hard each is to read.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import { Failure } from '../lib/process.mjs';
import { at } from '../lib/project.mjs';
import { englishFiles } from '../page/fluent.mjs';
import { grade, plainText, words } from './readability.mjs';

/** Strings longer than this many words get a score. */
const LONG = 8;
const HARDEST = 10;

/** Message ids with their text, attributes as `message.attribute`. */
function messages() {
  const found = new Map();
  for (const name of englishFiles()) {
    for (const entry of new FluentResource(readFileSync(at('www', 'i18n', 'en', name), 'utf8')).body) {
      if (found.has(entry.id)) throw new Failure(`the message ${entry.id} stands twice, again in ${name}`);
      found.set(entry.id, { file: name, pattern: entry.value });
      for (const [key, pattern] of Object.entries(entry.attributes))
        found.set(`${entry.id}.${key}`, { file: name, pattern });
    }
  }
  return found;
}

function* sources(folder) {
  for (const name of readdirSync(at(folder), { recursive: true })) {
    if (/\.(js|mjs|html)$/.test(name)) yield [join(folder, name), readFileSync(at(folder, name), 'utf8')];
  }
}

const LITERAL = /(["'])([a-z][a-z0-9_]*(?:[-.][a-z0-9_]+)+)\1/g;
const TEMPLATE = /`([a-z][\w.-]*\$\{[^`]*?)`/g;
/** A slot of an HTML page, filled when it is built. */
const SLOT = /\{\{([a-z][\w.-]*)\}\}/g;
const ASKED = /(?<![.\w])(?:t|rich|message|has)\(\s*'([a-z][\w.-]*)'/g;

/** What the code mentions: whole ids, and patterns of ids put together from parts. */
function mentioned() {
  const whole = new Set();
  const patterns = [];
  const asked = new Map();
  for (const folder of ['www', 'scripts/page']) {
    for (const [path, text] of sources(folder)) {
      for (const [, , id] of text.matchAll(LITERAL)) whole.add(id);
      for (const [, id] of text.matchAll(ASKED)) {
        asked.set(id, path);
        whole.add(id);
      }
      for (const [, id] of text.matchAll(SLOT)) {
        asked.set(id, path);
        whole.add(id);
      }
      for (const [, parts] of text.matchAll(TEMPLATE)) patterns.push(pattern(parts));
    }
  }
  return { whole, patterns, asked };
}

/** `a-${b}-c` as an expression for ids; what stands in the braces may be anything. */
function pattern(parts) {
  const fixed = parts.split(/\$\{(?:[^{}]|\{[^}]*\})*\}?/).map((part) => part.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&'));
  return new RegExp(`^${fixed.join('[\\w.-]*')}$`);
}

/** Ids that messages themselves refer to. */
function references(found) {
  const ids = new Set();
  const walk = (node) => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (node && typeof node === 'object') {
      if (node.type === 'mesg') ids.add(node.attr ? `${node.name}.${node.attr}` : node.name);
      if (node.type === 'term') ids.add(`-${node.name}`);
      Object.values(node).forEach(walk);
    }
  };
  for (const { pattern: text } of found.values()) walk(text);
  return ids;
}

function scores(found) {
  const list = [];
  for (const [id, { pattern: text }] of found) {
    for (const plain of plainText(text)) if (words(plain).length > LONG) list.push({ id, plain, grade: grade(plain) });
  }
  return list.sort((a, b) => b.grade - a.grade);
}

/** Checks ids both ways; prints the hardest strings, or with `all` every score. */
export function checkWords({ all = false } = {}) {
  const found = messages();
  const { whole, patterns, asked } = mentioned();
  const referred = references(found);
  const missing = [...asked].filter(([id]) => !found.has(id));
  const used = (id) => whole.has(id) || referred.has(id) || patterns.some((each) => each.test(id));
  const idle = [...found.keys()].filter(
    (id) => !used(id) && !(id.includes('.') && used(id.split('.')[0])) && !hasUsedPart(id, found, used),
  );
  if (missing.length + idle.length > 0) {
    const lines = [
      ...missing.map(([id, path]) => `${path}: no words for "${id}"`),
      ...idle.map((id) => `${found.get(id).file}: nobody asks for "${id}"`),
    ];
    throw new Failure(`${missing.length} messages are missing, ${idle.length} are not used`, {
      output: lines.join('\n'),
    });
  }
  return report(scores(found), found.size, all);
}

/** A message without a text of its own, asked for by its attributes. */
function hasUsedPart(id, found, used) {
  return [...found.keys()].some((part) => part.startsWith(`${id}.`) && used(part));
}

function report(list, count, all) {
  const shown = all ? list : list.slice(0, HARDEST);
  for (const { id, plain, grade: level } of shown) {
    console.log(`      age ${(level + 5).toFixed(0).padStart(2)}  ${id}: ${plain.slice(0, 110)}`);
  }
  const mean = list.reduce((total, { grade: level }) => total + level, 0) / Math.max(1, list.length);
  return `${count} messages, ${list.length} longer than ${LONG} words, mean reading age ${(mean + 5).toFixed(1)}`;
}

if (process.argv[1]?.endsWith('words.mjs')) {
  try {
    console.log(checkWords({ all: process.argv.includes('--all') }));
  } catch (failure) {
    console.error(`${failure.output}\n${failure.message}`);
    process.exitCode = 1;
  }
}
