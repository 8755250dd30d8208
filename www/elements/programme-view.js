// What a programme's card says, from the pack's record and the answer. Pure: records in, plain data out.
import { indexOfYear } from '../words/answer.js';
import { fold } from './place-search.js';

/** How many of four rungs a grade fills: the quality of the evidence, not the size of the effect. */
const RUNGS = { A: 4, B: 3, C: 2, D: 1 };

/** Programmes whose effect on hospital stays nobody has shown: they change none unless somebody argues otherwise. */
export const isNull = ({ use }) => use === 'no_hospital_effect_by_default';

/**
 * @param {object} programme of `engine.describe.programmes`
 * @param {object | null} answer
 */
export function programmeView(programme, answer) {
  return {
    id: programme.id,
    label: programme.label,
    alsoCalled: programme.also_called,
    what: programme.texts.what,
    grades: [grade('outcome', programme.grade_outcome), grade('hospital', programme.grade_hospital)],
    nothingShown: isNull(programme),
    wellTested: isNull(programme) && RUNGS[programme.grade_hospital] >= 3,
    nulls: programme.null_results.map(({ text }) => text),
    costs: programme.components.map(cost).filter(Boolean),
    caps: programme.components.map(cap).filter(Boolean),
    reached: reached(programme.id, answer),
    texts: ['best', 'caveats', 'unknown', 'pays', 'saves']
      .filter((key) => programme.texts[key])
      .map((key) => ({ key, text: programme.texts[key] })),
  };
}

const grade = (kind, letter) => ({ kind, letter, rungs: RUNGS[letter] ?? 0 });

const low = (figure) => figure.range?.low ?? null;
const high = (figure) => figure.range?.high ?? null;

function cost({ unit_of_delivery: per, figures }) {
  const figure = figures.unit_cost;
  return figure && { value: figure.value, low: low(figure), high: high(figure), per, status: figure.status };
}

function cap({ eligible_basis: whom, figures }) {
  const { max_reach: most, reach_today: today } = figures;
  if (!most?.unit.startsWith('share')) return null;
  return {
    most: most.value,
    yearly: most.unit === 'share_per_year',
    today: today?.value ?? null,
    whom,
    status: most.status,
    todayStatus: today?.status,
  };
}

/** People reached a year, where the plan pays for it; null where it does not. */
function reached(id, answer) {
  const series = answer?.outcomes[`people_reached.${id}`]?.difference;
  const people = series?.[indexOfYear(answer)];
  return people > 0 ? { people, year: answer.years[indexOfYear(answer)] } : null;
}

/** Those that get money first, then the order of the pack. */
export function inOrder(programmes, answer, mix) {
  const funded = ({ id }) => Boolean(mix?.[id]) || reached(id, answer) !== null;
  return [...programmes].sort((one, other) => funded(other) - funded(one) || one.order - other.order);
}

/** Programmes whose name, other names or description hold every typed word. */
export function findProgrammes(programmes, typed) {
  const words = fold(typed).split(' ').filter(Boolean);
  const text = ({ label, also_called: names, texts }) => fold([label, ...names, texts.what].join(' '));
  return programmes.filter((programme) => words.every((word) => text(programme).includes(word)));
}

/**
 * Divides money as the model did it: pounds spent by programme become shares of the whole, in thousandths. What rounding
 * leaves over goes to the largest, so that all of the money is given out.
 * @param {{programme: string, links: {link: string, by_horizon: number}[]}[]} chain of `explanation`
 * @returns {Record<string, {share: number}>}
 */
export function mixOf(chain) {
  const spending = ({ links }) => links.find(({ link }) => link === 'spending')?.by_horizon ?? 0;
  const spent = chain.map((one) => [one.programme, spending(one)]).sort(([, one], [, other]) => other - one);
  const whole = spent.reduce((sum, [, pounds]) => sum + pounds, 0);
  if (!(whole > 0)) return {};
  const parts = spent.map(([id, pounds]) => [id, Math.floor((pounds / whole) * 1000)]);
  parts[0][1] += 1000 - parts.reduce((sum, [, part]) => sum + part, 0);
  return Object.fromEntries(parts.filter(([, part]) => part > 0).map(([id, part]) => [id, { share: part / 1000 }]));
}

/** What of the money one's own mix has given out, 0 to 1, pounds left aside. */
export function givenOut(mix) {
  return Object.values(mix).reduce((sum, { share }) => sum + (share ?? 0), 0);
}
