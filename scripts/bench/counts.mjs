// Instructions of nine pieces of the model (benches/counts.rs), counted by valgrind and compared with the last counts of the
// project, benches/counts.json: a report, not a test. On a busy machine a count stays what it is.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../lib/process.mjs';
import { at } from '../lib/project.mjs';
import { machine, onMachine, tableOf, versionOf, writeSection } from '../lib/sections.mjs';

const FILE = at('benches', 'counts.json');
const FOLDER = at('target', 'counts');
/** Name of the function whose instructions are counted. */
const COUNTED = 'counts::counted';
/** What a piece is, and how many of what are in it. */
const PIECES = {
  baseline: ['a baseline of 30 years', 30, 'year'],
  scenario: ['the default plan, whole lives, on diseases worked out for it', 1, 'run'],
  cold: ['a baseline of futures, and the first of them made ready', 1, 'world'],
  ready: ['64 quick futures made ready', 64, 'future'],
  futures: ['64 quick futures of it, resolved before', 64, 'future'],
  every_shown: ['64 quick futures of all programmes, 30 years shown', 64, 'future'],
  every_whole: ['the same of whole lives', 64, 'future'],
  ranges: ['ranges of 1,000 rows', 1000, 'row'],
  told: ['ranges of 1,000 rows as the page has them', 1000, 'row'],
};

/** Builds the program as the benchmarks are built; gives its path. */
async function build() {
  const args = ['bench', '--locked', '--no-run', '--bench', 'counts', '--message-format', 'json'];
  const said = await must('cargo', args, { minutes: 30 });
  const lines = said.split('\n').filter((line) => line.startsWith('{'));
  const made = lines
    .map((line) => JSON.parse(line))
    .find(({ target, executable }) => target?.name === 'counts' && executable);
  return made.executable;
}

/** Runs it under valgrind: a file for each time the counted function ended. */
async function count(program) {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const out = join(FOLDER, 'out');
  const flags = ['--collect-atstart=no', `--toggle-collect=${COUNTED}`, `--dump-after=${COUNTED}`];
  const args = ['--tool=callgrind', `--callgrind-out-file=${out}`, ...flags, program];
  const names = (await must('valgrind', args, { minutes: 10 })).trim().split('\n');
  const sums = names.map((_, index) => {
    const text = readFileSync(`${out}.${index + 1}`, 'utf8');
    return Number(/^summary: (\d+)$/m.exec(text)[1]);
  });
  // One more part is written when the program ends.
  if (readdirSync(FOLDER).length !== names.length + 1) throw new Error('not one count for each piece');
  return Object.fromEntries(names.map((name, index) => [name, sums[index]]));
}

function before() {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return null;
  }
}

const million = (number) => `${(number / 1e6).toFixed(number < 1e7 ? 2 : 1)} million`;

function rows(instructions, last) {
  return Object.entries(instructions).map(([name, number]) => {
    const [what, parts, one] = PIECES[name];
    const of = last?.instructions?.[name];
    return {
      what,
      instructions: million(number),
      each: parts === 1 ? '' : `${million(number / parts)} a ${one}`,
      'against the counts before': of ? `${(number / of).toFixed(4)} times` : 'none before',
    };
  });
}

/** Counts, compares, writes the file and the section. */
export async function measureCounts() {
  const state = machine();
  const valgrind = versionOf('valgrind');
  if (!valgrind) return 'not run: there is no valgrind here (Debian: sudo apt-get install valgrind)';
  const toolchain = versionOf('rustc');
  const instructions = await count(await build());
  const last = before();
  const list = rows(instructions, last);
  const made = { toolchain, counter: valgrind, instructions };
  const others = ['toolchain', 'counter'].filter((key) => last && last[key] !== made[key]);
  const other = others
    .map((key) => `the counts before were made with ${last[key]}, these with ${made[key]}`)
    .join('; ');
  console.table(list);
  writeFileSync(FILE, `${JSON.stringify(made, null, 2)}\n`);
  const text = [
    onMachine({ ...state, busy: false }, `${toolchain}, ${valgrind}`).replace(', idle when it began', ''),
    'Compiled as the native program; vector instructions of the oldest processors of its kind (SSE2), two numbers in each.',
    'The same program counts the same to about a part in ten thousand, whatever else the machine does.',
    '',
    tableOf(list),
  ].join('\n');
  writeSection('counts', 'Instructions', text);
  return [`benches/counts.json`, other && `not comparable: ${other}`].filter(Boolean).join('; ');
}
