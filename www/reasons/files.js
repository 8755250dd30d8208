/**
 * The files of a plan, each as its text, so that tests can make every one of them. What holds results of the model says in
 * `own_figures` whose figures they rest on; the figures used say it row by row, and the plan itself is what a person chose.
 */
import { ownOf } from '../views/yours.js';
import { t } from '../words/words.js';
import { csvText } from './csv.js';
import { scenarioText } from './scenario-file.js';
import { COLUMNS, fifthRows, figureRows, ledgerRows, planRows, resultRows } from './tables.js';

/**
 * @typedef {object} Source what files are made of
 * @property {any} engine @property {object} answer @property {object} scenario @property {object|null} [ranges] of this answer
 * @property {object} [describe] of the engine @property {string} [href] of this plan @property {() => Promise<object>} fifths ranges that hold fifths by year
 */

/** @typedef {[extension: string, text: string, type?: string]} File */

const csv = (columns, rows) => [
  'csv',
  csvText(
    COLUMNS[columns].map((id) => t(`csv-${id}`)),
    rows,
  ),
];

const json = (text) => ['json', text, 'application/json'];

/** @type {Record<string, (source: Source) => Promise<File>>} */
const MAKERS = {
  results: async ({ answer, ranges, href }) =>
    csv('results', resultRows(answer, t('change-not-counted'), ranges ?? null, href)),
  fifths: async ({ answer, fifths, href }) =>
    csv('fifths', fifthRows(answer, t('change-not-counted'), await fifths(), href)),
  ledger: async ({ answer, ranges }) => csv('ledger', ledgerRows(answer, ranges ?? null)),
  figures: async ({ engine, describe, scenario }) =>
    csv('figures', figureRows(await engine.assumptions(), describe?.switches ?? [], scenario)),
  plan: async (source) => csv('plan', planRows(await evaluation(source), source.scenario)),
  'plan-json': async (source) => json(evaluationText(await evaluation(source), source.scenario)),
  scenario: async ({ scenario }) => json(scenarioText(scenario)),
};

export const KINDS = Object.keys(MAKERS);

/** @param {string} kind one of `KINDS` @param {Source} source @returns {Promise<File>} */
export const fileOf = (kind, source) => MAKERS[kind](source);

async function evaluation({ engine, scenario }) {
  const plan = await engine.plan(scenario);
  if (!plan) throw new Error(t('download-busy'));
  return plan;
}

/** The evaluation plan as the engine gives it, and whose figures it stands on. */
const evaluationText = (plan, scenario) =>
  `${JSON.stringify({ ...plan, own_figures: ownOf({ scenario }) }, null, 2)}\n`;
