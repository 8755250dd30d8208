// Sections of docs/PERFORMANCE.md that `npm run bench` writes, each between its own marks, and what every one of them says of
// the machine.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { at } from './project.mjs';

const FILE = at('docs', 'PERFORMANCE.md');
/** Programs waiting for a core, for each core, from which clocks no longer tell the truth. */
const BUSY = 0.5;

/** What was there when a measurement began: the load is read now. */
export function machine() {
  const cores = cpus();
  const load = loadavg()[0];
  return {
    processor: cores[0]?.model.trim() ?? 'unknown processor',
    cores: cores.length,
    date: new Date().toISOString().slice(0, 10),
    load,
    busy: load / cores.length > BUSY,
  };
}

/** The same in words. @param {ReturnType<typeof machine>} found @param {string} versions */
export function onMachine({ processor, cores, date, load, busy }, versions) {
  const state = busy ? `**not idle**: load ${load.toFixed(1)} when it began` : 'idle when it began';
  return `${date}; ${processor}, ${cores} cores, ${state}; ${versions}.`;
}

/** What a program answers to `--version`; empty if it does not answer. */
export function versionOf(program, args = ['--version']) {
  try {
    return execFileSync(program, args, { encoding: 'utf8', cwd: at(), stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

const line = (cells) => `| ${cells.join(' | ')} |`;

/** Rows as a Markdown table; the first row names the columns. @param {Record<string, string>[]} rows */
export function tableOf(rows) {
  const names = Object.keys(rows[0] ?? {});
  return [line(names), line(names.map(() => '---')), ...rows.map((row) => line(names.map((name) => row[name])))].join(
    '\n',
  );
}

/**
 * Puts a section between its marks, or under its heading at the end of the file.
 * @param {string} name of the marks @param {string} heading @param {string} text
 */
export function writeSection(name, heading, text) {
  const [begin, end] = [`<!-- ${name}: written by npm run bench -->`, `<!-- ${name}: end -->`];
  const all = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '# How fast it is\n';
  const whole = `${begin}\n${text}\n${end}`;
  const [from, to] = [all.indexOf(begin), all.indexOf(end)];
  const found = from >= 0 && to > from;
  const written = found
    ? all.slice(0, from) + whole + all.slice(to + end.length)
    : `${all.trimEnd()}\n\n## ${heading}\n\n${whole}\n`;
  writeFileSync(FILE, written);
}
