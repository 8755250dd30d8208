// The whole from zero, so that nobody takes the fan's small difference for a large one.
import { figure, message, series } from './figures.js';
import { about } from './outcomes.js';
import { direction } from './shape.js';

/** From one in a hundred a change can be seen in a picture this small. */
const SEEN = 0.01;

export function wholeView(answer, { outcome, at = null }) {
  const facts = about(outcome);
  const found = answer.outcomes[outcome];
  const years = Array.from(answer.years);
  const i = at ?? years.length - 1;
  const nothing = series(found?.baseline);
  const plan = series(found?.scenario);
  const form = nothing ? formOf(nothing, plan, facts) : 'not_counted';
  return {
    name: 'whole',
    message: message(`pic-whole-${form}`),
    subtitle: message('pic-whole-subtitle', { noun: facts.noun, place: answer.place.name }),
    summary: sentence(answer, facts, found, i),
    notes: [],
    columns: [
      { key: 'year', label: message('pic-col-year'), kind: 'year' },
      { key: 'nothing', label: message('pic-col-nothing', { noun: facts.noun }), places: facts.places },
      { key: 'plan', label: message('pic-col-plan', { noun: facts.noun }), places: facts.places },
    ],
    rows: nothing ? years.map((year, k) => ({ year, nothing: nothing[k], plan: plan[k] })) : [],
    marks: nothing ? { years, nothing, plan, most: Math.max(...nothing, ...plan) } : null,
    why: found?.difference ? { outcome, year: years[i], figure: 'difference' } : null,
    form,
  };
}

function formOf(nothing, plan, facts) {
  const changes = plan.map((value, i) => Math.abs(value - nothing[i]));
  if (Math.max(...changes) === 0) return 'nothing';
  if (Math.max(...changes) < facts.least) return 'too_small';
  return changes.some((change, i) => change >= SEEN * nothing[i]) ? 'large' : 'small';
}

function sentence(answer, facts, found, i) {
  if (!found?.baseline) return message('pic-whole-sentence-not_counted', { noun: facts.noun });
  const change = found.difference[i];
  const whole = found.baseline[i];
  return message('pic-whole-sentence', {
    place: answer.place.name,
    noun: facts.noun,
    year: figure('year', answer.years[i]),
    whole: figure(facts.kind, whole),
    direction: change === 0 ? 'same' : direction(change, facts.least),
    each: figure('count', change === 0 ? 0 : whole / Math.abs(change)),
  });
}
