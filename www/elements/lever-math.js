// Between a lever's value in the scenario (shares, pounds, years) and what its box and track show. No element here.

/** Units shown as a percentage. */
const PERCENT = new Set(['share', 'growth_per_year']);

/** How many times larger the shown number is than the scenario's. @param {string} unit */
export const scaleOf = (unit) => (PERCENT.has(unit) ? 100 : 1);

/** Decimals that the step needs: 0.001 of a share is 0.1%, so one. */
export function decimalsOf(step, unit) {
  const shown = Number((step * scaleOf(unit)).toPrecision(12));
  return (String(shown).split('.')[1] ?? '').length;
}

/** Holds a value inside the lever and on its steps. */
export function snap(value, { min, max, step }) {
  const held = Math.min(max, Math.max(min, value));
  return tidy(Math.min(max, min + Math.round((held - min) / step) * step));
}

/** One press of minus, plus or a page key. @param {number} value @param {number} steps may be negative */
export function nudge(value, steps, range) {
  return snap(value + steps * range.step, range);
}

/**
 * Reads what was typed: digits with a point or a comma as thousands mark, and a percent or pound sign if people add it.
 * @returns {{value: number} | {reason: 'not-a-number' | 'too-low' | 'too-high'}} in the scenario's unit
 */
export function readTyped(text, { min, max, unit }) {
  const bare = text
    .trim()
    .replaceAll(/[\s,£%]/g, '')
    .replace('−', '-');
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(bare)) return { reason: 'not-a-number' };
  const value = tidy(Number(bare) / scaleOf(unit));
  if (value < min) return { reason: 'too-low' };
  if (value > max) return { reason: 'too-high' };
  return { value };
}

/** Takes the dust of binary fractions off. */
export const tidy = (number) => Number(number.toPrecision(12));
