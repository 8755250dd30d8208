// Real answers for the tests of views: the native program is run when a test asks, once for each place and scenario.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../../www/charts/say.js';
import { openBundle } from '../../www/words/bundle.js';
import { use } from '../../www/words/words.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.HEADWATER ?? `${root}target/release/headwater`;

const folder = new URL('../../www/i18n/en/', import.meta.url);
use([openBundle('en-GB', readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8')))]);

export { say };
export const OLDHAM = 'E08000004';
export const SCILLY = 'E06000053';
export const CITY = 'E09000001';

const moved = { share_of_acute: 0.01, start_year: 2026, ramp_years: 5 };
const plan = (more) => ({ name: 'test', shift: moved, programmes: 'evidence_mix', horizon_years: 20, ...more });

/** Scenarios beside the presets, for the rows of pictures that no preset fills. */
const OWN = {
  cash: plan({ funding: 'cut_first', switches: { cashable_share: 'all' } }),
  bridge: plan({ funding: 'bridge' }),
  'five percent, all used': plan({ shift: { ...moved, share_of_acute: 0.05 } }),
  'bare cut': plan({ funding: 'cut_first', programmes: {} }),
  'one year': plan({ funding: 'cut_first', horizon_years: 1 }),
};

export const PRESETS = readdirSync(`${root}presets`).map((name) => name.replace('.json', ''));
export const SCENARIOS = [...PRESETS, ...Object.keys(OWN)];

const kept = new Map();

/** @param {string} scenario a preset or one of the test's own @param {string} place code @returns {object} the answer */
export function answer(scenario, place = OLDHAM) {
  const key = `${place} ${scenario}`;
  if (!kept.has(key)) kept.set(key, run(scenario, place));
  return kept.get(key);
}

/**
 * The answer and what so many model runs say of it. `whole: false` leaves out what follows everybody to the end of life, as
 * the first stage on the page does.
 * @param {string} scenario @param {number} draws @param {{whole?: boolean}} [how]
 */
export function ranged(scenario, draws, { whole = true } = {}) {
  const key = `${OLDHAM} ${scenario} ${draws}`;
  if (!kept.has(key)) kept.set(key, run(scenario, OLDHAM, ['--draws', String(draws)]));
  const { ranges, ...found } = kept.get(key);
  return { answer: found, ranges: whole ? ranges : yearsOnly(ranges) };
}

const TO_THE_END = /^set_in_motion|^break_even$/;

/** The document without what is known only to the end of life. */
function yearsOnly(ranges) {
  const cut = (group) =>
    Object.fromEntries(
      Object.entries(group).map(([id, parts]) => [
        id,
        Object.fromEntries(Object.entries(parts).filter(([key]) => !TO_THE_END.test(key))),
      ]),
    );
  const [outcomes, payers, estimates] = [ranges.outcomes, ranges.payers, ranges.estimates].map(cut);
  return { ...ranges, outcomes, payers, estimates };
}

const run = (scenario, place, more = []) => document(['run', ...more], scenario, place);

/**
 * What one of the program's commands says of a scenario in a place.
 * @param {string[]} command with its options @param {string|object} scenario a preset, one of the test's own, or a scenario itself
 */
export function document([command, ...more], scenario, place) {
  if (!existsSync(program)) {
    throw new Error(`no program at ${program}: build it (cargo build --release --features cli) or set HEADWATER`);
  }
  const temporary = mkdtempSync(join(tmpdir(), 'headwater-views-'));
  try {
    const path = join(temporary, 'scenario.json');
    writeFileSync(path, JSON.stringify(typeof scenario === 'object' ? scenario : overlay(scenario)));
    const args = [command, '--place', place, '--format', 'json', '--scenario', path, ...more];
    return JSON.parse(execFileSync(program, args, { cwd: root, maxBuffer: 1e8, encoding: 'utf8' }));
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

/** A scenario by its name: a preset or one of the test's own. @param {string} name @returns {object} */
export const overlay = (name) => OWN[name] ?? JSON.parse(readFileSync(`${root}presets/${name}.json`, 'utf8'));

/** Places and scenarios that together reach every form of every picture that today's model can give. */
export const CASES = [
  ...SCENARIOS.map((scenario) => [scenario, OLDHAM]),
  ['default', SCILLY],
  ['default', CITY],
];

export const words = (text) => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
