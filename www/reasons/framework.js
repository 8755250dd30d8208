/**
 * A shared-outcomes framework on the page: which results partners care about, what they aim for, how much each counts, and the
 * score of a plan with what drives it. Same file and same sum as `headwater compare --framework` (src/value/weights.rs): the
 * share of each target that is reached counts, at most once over in either direction; what is not counted reaches nothing.
 */

/** When an outcome is read, beside single years. */
export const ACCOUNTS = /** @type {const} */ (['by_horizon', 'set_in_motion']);

/** Results that can be chosen: counted for everybody, and no part of another. */
export function choices(answer) {
  const counted = ([, series]) => !series.part_of && (series.difference || series.set_in_motion);
  return Object.entries(answer.outcomes)
    .filter(([id]) => !id.startsWith('people_reached.'))
    .filter(counted)
    .map(([id]) => id);
}

const sum = (values) => Array.from(values ?? []).reduce((total, value) => total + value, 0);

/** The change a plan brings to one aim; `null` where it is not counted. */
export function brought(aim, answer) {
  const series = answer.outcomes[aim.outcome];
  if (!series?.difference) return null;
  const fifth = aim.quintile ? aim.quintile - 1 : null;
  const flow = fifth === null ? series.difference : series.by_quintile?.[fifth];
  if (aim.year !== undefined) return flow?.[answer.years.indexOf(aim.year)] ?? null;
  if (aim.account === 'by_horizon') return flow ? sum(flow) : null;
  const whole = fifth === null ? series.set_in_motion?.undiscounted : series.set_in_motion_by_quintile?.[fifth];
  return whole ?? null;
}

/** The share of a target reached, at most once over in either direction. */
export const reached = (change, target) => Math.max(-1, Math.min(1, change / target));

/**
 * The score of a plan, 100 if every target is met, with its drivers, largest first.
 * @param {{outcomes: object[]}} framework @param {object} answer
 */
export function score(framework, answer) {
  const weights = framework.outcomes.reduce((total, aim) => total + aim.weight, 0);
  const drivers = framework.outcomes.map((aim) => {
    const change = brought(aim, answer);
    const share = change === null ? 0 : reached(change, aim.target_change);
    return {
      aim,
      change,
      reached: change === null ? null : change / aim.target_change,
      points: (100 * aim.weight * share) / weights,
    };
  });
  const silent = drivers
    .filter(({ change }) => change === null)
    .reduce((total, { aim }) => total + aim.weight / weights, 0);
  return {
    score: drivers.reduce((total, { points }) => total + points, 0),
    share_of_weight_not_counted: silent,
    drivers: drivers.sort((a, b) => Math.abs(b.points) - Math.abs(a.points)),
  };
}

/** What is wrong with an aim, as message ids by field; empty if nothing. */
export function aimFaults(aim) {
  const faults = {};
  if (!Number.isFinite(aim.target_change) || aim.target_change === 0) faults.target_change = 'weights-fault-target';
  if (!(Number.isFinite(aim.weight) && aim.weight > 0)) faults.weight = 'weights-fault-weight';
  return faults;
}

/** The aims that can be scored. */
export const whole = (framework) => ({
  ...framework,
  outcomes: framework.outcomes.filter((aim) => Object.keys(aimFaults(aim)).length === 0),
});

/** The text of a framework file. */
export function frameworkText(framework) {
  return `${JSON.stringify(framework, null, 2)}\n`;
}

const KEYS = new Set(['outcome', 'target_change', 'weight', 'year', 'account', 'quintile', 'note']);
const isTable = (node) => typeof node === 'object' && node !== null && !Array.isArray(node);

/**
 * Reads a framework file.
 * @param {string} text @param {string[]} known outcomes of the answer
 * @returns {{framework: object|null, faults: {path: string, value: unknown, reason: string}[]}} reasons are message ids
 */
export function readFramework(text, known) {
  let node;
  try {
    node = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { framework: null, faults: [{ path: '', value: text.trim().slice(0, 40), reason: 'file-not-json' }] };
  }
  if (!isTable(node) || !Array.isArray(node.outcomes) || !node.outcomes.length) {
    return { framework: null, faults: [{ path: 'outcomes', value: '', reason: 'weights-fault-outcomes' }] };
  }
  const faults = node.outcomes.flatMap((aim, index) => faultsOfAim(aim, `outcomes.${index}`, known));
  const framework = { name: String(node.name ?? ''), outcomes: node.outcomes };
  return { framework: faults.length ? null : framework, faults };
}

function faultsOfAim(aim, path, known) {
  if (!isTable(aim)) return [{ path, value: aim, reason: 'weights-fault-aim' }];
  const fault = (key, reason) => ({ path: `${path}.${key}`, value: aim[key], reason });
  const unknown = Object.keys(aim)
    .filter((key) => !KEYS.has(key))
    .map((key) => fault(key, 'weights-fault-key'));
  const fields = Object.entries(aimFaults(aim)).map(([key, reason]) => fault(key, reason));
  const rules = [
    ['outcome', known.includes(aim.outcome), 'weights-fault-outcome'],
    ['account', aim.account === undefined || ACCOUNTS.includes(aim.account), 'weights-fault-account'],
    ['year', aim.year === undefined || (Number.isInteger(aim.year) && aim.account === undefined), 'weights-fault-year'],
    ['quintile', aim.quintile === undefined || [1, 2, 3, 4, 5].includes(aim.quintile), 'weights-fault-quintile'],
  ];
  return [...unknown, ...fields, ...rules.filter(([, holds]) => !holds).map(([key, , reason]) => fault(key, reason))];
}
