/**
 * The chain £ -> people -> exposure -> disease -> admission -> £ of one programme, as stops with their quantities.
 * The model gives the links one by one; here they are gathered by kind in the order of the story.
 */
import { weakest } from './status.js';

/** The stops of the story in order; each gathers the links of these kinds. */
const STOPS = [
  ['spending', ['spending']],
  ['people', ['people']],
  ['exposure', ['exposure']],
  ['disease', ['disease', 'deaths']],
  ['admissions', ['admissions']],
  ['health', ['health']],
  ['money', ['money']],
];

/** Which of a programme's own figures stand behind a stop, told by what they measure. */
function stopOf(parameter) {
  if (parameter.unit?.startsWith('gbp')) return 'spending';
  if (/reach|eligible|retention|per_unit/.test(parameter.id)) return 'people';
  return 'effect';
}

/** Fluent id of a link's words, made from the model's own label. */
export function linkWords(label) {
  return `link-${label
    .toLowerCase()
    .replaceAll('&', '-')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;
}

/**
 * One programme's chain.
 * @param {object} chain a member of `explanation.chain`
 * @param {'by_horizon'|'set_in_motion'} account
 * @param {object[]} figures summaries of figures (id, label, unit, status) behind the plan
 */
export function chainView(chain, account, figures) {
  const own = figures.filter((figure) => figure.id.startsWith(`${chain.programme}.`));
  const stops = STOPS.map(([kind, kinds]) => ({
    kind,
    links: chain.links
      .filter((link) => kinds.includes(link.link))
      .map((link) => ({
        words: linkWords(link.label),
        label: link.label,
        unit: link.unit,
        value: link[account],
        kind: link.link,
      })),
  })).filter((stop) => stop.links.length > 0);
  const effect = stops.find((stop) => !['spending', 'people'].includes(stop.kind))?.kind;
  for (const stop of stops) {
    const wanted = stop.kind === effect ? 'effect' : stop.kind;
    stop.figures = own.filter((figure) => stopOf(figure) === wanted);
    stop.how = weakest(stop.figures.map((figure) => figure.status)) ?? 'worked-out';
  }
  return {
    programme: chain.programme,
    label: chain.label,
    healthCounted: chain.health_counted,
    penceBack: chain.pounds_averted_in_hospital_per_pound_by_horizon,
    stops,
  };
}
