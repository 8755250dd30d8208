// The long questions in the WebAssembly module against the native program: what an answer hangs on, and working backwards.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure, must } from '../lib/process.mjs';
import { at } from '../lib/project.mjs';

const PLACE = ['E08000004']; // Oldham
const PRESET = ['presets', 'default.json'];
/** Whole lives, and futures by either engine: all that a search may run. */
const TARGETS = [{ outcome: 'emergency_admissions', change: 'fewer', at_least: 20, year: 2036 }];
const GOALS = {
  'on the middle line': { targets: TARGETS },
  'at 8 in 10': { targets: TARGETS, probability: 0.8, draws: 20, seed: 3 },
};
const YEARS = 5;
const QUESTION = { about: 'emergency_admissions', account: 'by_horizon', seed: 3 };
const FUTURES = 32;

/** Does all steps; no question takes as many as this. */
function finish(object, step) {
  for (let count = 0; count < 10_000; count += 1) if (step(object).finished) return;
  throw new Failure('a long question does not end');
}

async function compareSearch(name, goal, { program, folder, models, openPlace, compare }) {
  const file = join(folder, 'goal.json');
  writeFileSync(file, JSON.stringify(goal));
  const args = ['solve', '--place', PLACE[0], '--scenario', at(...PRESET), '--goal', file, '--format', 'json'];
  const native = JSON.parse(await must(program, args));
  if (!native.reachable) throw new Failure(`solve, ${name}: nothing to compare, the goal is out of reach`);
  return models.map((model) => {
    const place = openPlace(model, PLACE);
    const search = place.solve(readFileSync(at(...PRESET), 'utf8'), JSON.stringify(goal));
    finish(search, (one) => one.step(10));
    const same = compare(`solve, ${name}`, native, search.answer());
    search.free();
    place.free();
    return same;
  });
}

async function compareQuestion({ program, models, openPlace, compare }) {
  const { about, account, seed } = QUESTION;
  const args = ['sensitivity', '--place', PLACE[0], '--scenario', at(...PRESET), '--years', String(YEARS)];
  args.push('--about', about, '--account', account, '--seed', String(seed), '--draws', String(FUTURES));
  args.push('--rival-draws', '0', '--contribution-draws', '0', '--format', 'json');
  const { place: named, name, own_figures: own, warnings, ...native } = JSON.parse(await must(program, args));
  const scenario = JSON.stringify({ ...JSON.parse(readFileSync(at(...PRESET), 'utf8')), horizon_years: YEARS });
  return models.map((model) => {
    const place = openPlace(model, PLACE);
    const question = place.question(scenario, { ...QUESTION, rivals: true, figures: true });
    finish(question, (one) => one.step());
    const kept = { outcomes: [about], fifths: false, ledger: false, set_in_motion: false, exact: true };
    const rows = place.futures(scenario, { ...kept, seed, first: 1, last: FUTURES });
    question.learn(rows, seed);
    finish(question, (one) => one.step());
    const same = compare(`question, ${about}`, native, question.answer());
    question.free();
    place.free();
    return same;
  });
}

/**
 * @param {{program: string, models: object[], openPlace: (model: object, codes: string[]) => object,
 *   compare: (where: string, native: unknown, wasm: unknown) => number}} asked
 * @returns {Promise<number[]>} how many numbers were the same, by model
 */
export async function compareLong(asked) {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-parity-'));
  try {
    const counts = [await compareQuestion(asked)];
    for (const [name, goal] of Object.entries(GOALS))
      counts.push(await compareSearch(name, goal, { ...asked, folder }));
    return asked.models.map((_, index) => counts.reduce((sum, count) => sum + count[index], 0));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
