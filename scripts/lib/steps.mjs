// Runs named steps one after another, says how each went, and stops at the first that fails.

import { Failure } from './process.mjs';

const seconds = (started) => `${((performance.now() - started) / 1000).toFixed(1)} s`;

/**
 * Runs steps `{ name, run }`; `run` may give a note (text) for the report. On a failure prints what the step said and
 * what to do, and ends the program with exit code 1. With `summary`, closes with one line per step.
 */
export async function inSteps(steps, { summary = false } = {}) {
  const lines = [];
  const all = performance.now();
  for (const [index, step] of steps.entries()) {
    console.log(`[${index + 1}/${steps.length}] ${step.name}`);
    const started = performance.now();
    try {
      const note = (await step.run()) ?? '';
      console.log(`      ok, ${seconds(started)}${note && `: ${note}`}`);
      lines.push(row('ok', seconds(started), step.name, note));
    } catch (failure) {
      report(step, failure);
      lines.push(row('FAILED', seconds(started), step.name, failure.message));
      for (const left of steps.slice(index + 1)) lines.push(row('not run', '', left.name, ''));
      if (summary) close(lines, all);
      process.exit(1);
    }
  }
  if (summary) close(lines, all);
}

function row(result, time, name, note) {
  const line = `  ${result.padEnd(8)}${time.padStart(8)}  ${name.padEnd(34)} ${note}`;
  return line.split('\n')[0].trimEnd();
}

function close(lines, started) {
  console.log(`\nSummary, ${seconds(started)} in all`);
  for (const line of lines) console.log(line);
}

function report(step, failure) {
  if (!(failure instanceof Failure)) {
    console.error(failure);
    return;
  }
  if (failure.output.trim()) console.error(`\n${failure.output.trimEnd()}\n`);
  console.error(`FAILED at "${step.name}": ${failure.message}`);
  if (failure.advice) console.error(failure.advice);
}
