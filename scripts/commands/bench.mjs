// `npm run bench`: how long the parts of a run take, and how long the page takes, as distributions. Close other programs
// first. `npm run bench -- page` measures the page only; other arguments go to the native benchmarks.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '../lib/chromium.mjs';
import { must } from '../lib/process.mjs';
import { at } from '../lib/project.mjs';
import { forEverything, forNative } from '../lib/setup.mjs';
import { inSteps } from '../lib/steps.mjs';
import { markdown, rows } from '../page/bench-report.mjs';
import { DIST, moduleSteps, nativeStep, pageSteps } from './build.mjs';

const FILE = at('docs', 'PERFORMANCE.md');
const [BEGIN, END] = ['<!-- page: written by npm run bench -->', '<!-- page: end -->'];

async function page() {
  const { measurePage } = await import('../page/measure.mjs');
  const found = await measurePage(DIST, await chromium());
  const list = rows(found);
  console.table(list);
  write(markdown(found, list));
  return 'docs/PERFORMANCE.md';
}

/** Puts the section between its marks, or at the end of the file. */
function write(section) {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '# How fast it is\n';
  const whole = `${BEGIN}\n${section}\n${END}`;
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  const written =
    from >= 0 && to > from
      ? text.slice(0, from) + whole + text.slice(to + END.length)
      : `${text.trimEnd()}\n\n## The page\n\n${whole}\n`;
  writeFileSync(FILE, written);
}

export async function main(args) {
  const { step, program } = nativeStep();
  const pagePart = [step, ...moduleSteps(program), ...pageSteps, { name: 'page benchmark', run: page }];
  if (args[0] === 'page') return inSteps([...forEverything, ...pagePart]);
  const more = args.length > 0 ? ['--', ...args] : [];
  const bench = () => must('cargo', ['bench', '--locked', '--features', 'cli', ...more], { minutes: 60, show: true });
  const native = [...forNative, { name: 'benchmarks', run: bench }];
  return inSteps(args.length > 0 ? native : [...native, ...forEverything, ...pagePart]);
}
