// What every engine in JavaScript is measured with: processor time of the thread, draws that are the same everywhere, and how
// far two tables of results are apart.

import { readFileSync } from 'node:fs';

/** Milliseconds of a go: systems count processor time in ticks. */
const LONG = 150;
export const [FACTORS, OUTPUTS, TIMES] = [128, 20, 31];
/** Cohorts, diseases and years. */
export const STEPS = 200 * 8 * 30;

/** Processor time of this thread in ms where the system tells it (Linux); elsewhere the clock on the wall. */
export function used() {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

export const middle = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Milliseconds of a task: the middle of a few goes, each as many repeats as are long beside a tick. */
export function median(goes, task) {
  const start = performance.now();
  let repeats = 0;
  while (performance.now() - start < LONG) {
    task();
    repeats += 1;
  }
  const go = () => {
    const before = used();
    for (let repeat = 0; repeat < repeats; repeat += 1) task();
    return (used() - before) / repeats;
  };
  return middle(Array.from({ length: goes }, go));
}

/** Factors of draws, as src/draws.rs makes them. */
export function draws(count) {
  const all = (1n << 64n) - 1n;
  let state = 12345n;
  const next = () => {
    state = (state + 0x9e3779b97f4a7c15n) & all;
    let bits = state;
    bits = ((bits ^ (bits >> 30n)) * 0xbf58476d1ce4e5b9n) & all;
    bits = ((bits ^ (bits >> 27n)) * 0x94d049bb133111ebn) & all;
    bits ^= bits >> 31n;
    return 0.8 + 0.4 * (Number(bits >> 11n) * 2 ** -53);
  };
  return Array.from({ length: count }, () => Array.from({ length: FACTORS }, next));
}

/** The largest relative difference of two tables; what is small beside its column's largest is compared with a millionth of that. */
export function apart(ours, theirs) {
  if (theirs.length !== ours.length || theirs.some((row) => row.length !== OUTPUTS)) return Number.NaN;
  let worst = 0;
  for (let column = 0; column < OUTPUTS; column += 1) {
    const least = 1e-6 * Math.max(...ours.map((row) => Math.abs(row[column])));
    for (const [at, row] of ours.entries()) {
      const difference = Math.abs(row[column] - theirs[at][column]) / Math.max(Math.abs(row[column]), least);
      if (!(difference <= worst)) worst = difference;
    }
  }
  return worst;
}
