// A change by one lever may leave a scenario that says too little to be run. This fills in what belongs together,
// from the sliders' own start values; it invents nothing.
import { owned, valueAt, withValue } from './overlay.js';

const AMOUNTS = ['shift.share_of_acute', 'shift.gbp_per_year'];

/**
 * A scenario with one change made to it.
 * @param {object} scenario @param {string} path @param {unknown} value
 * @param {{id: string, scenario_key: string, default: number}[]} sliders of `engine.describe`
 */
export function changed(scenario, path, value, sliders) {
  const start = sliders.find((slider) => slider.scenario_key === path)?.default;
  const ours = path.startsWith('assumptions.') && value === start;
  let next = withValue(owned(scenario), path, ours ? undefined : value);
  const rival = AMOUNTS.includes(path) ? AMOUNTS.find((amount) => amount !== path) : null;
  if (rival) next = withValue(next, rival, undefined);
  return complete(next, sliders);
}

function complete(scenario, sliders) {
  let next = scenario;
  const start = (key) => sliders.find((slider) => slider.scenario_key === key)?.default;
  const fill = (path, value) => {
    if (valueAt(next, path) === undefined) next = withValue(next, path, value);
  };
  if (next.shift && AMOUNTS.every((path) => valueAt(next, path) === undefined)) fill(AMOUNTS[0], 0);
  // Money that moves goes somewhere: without a mix of one's own, to the best evidence.
  if (next.shift) fill('programmes', 'evidence_mix');
  if (next.reinvest) {
    for (const key of ['reinvest.capture_share', 'reinvest.delay_years']) fill(key, start(key));
  }
  return next;
}
