// Does the money come back? For each payer, in how many model runs what it gained has covered what it paid, by year.
import { figure, message } from './figures.js';
import { countWords } from './chance.js';
import { BANDS, rangesNote } from './ranges.js';

/** Years after the start that are looked at; "ever" is to the end of everybody's life. */
const STEPS = [5, 10, 20, 30, 50];

/** Under this share of runs a payer is not worth a row, and under the next its few runs that pay have no range. */
const SELDOM = 0.005;
const FEW = 0.05;

export function breakEvenView(answer, { ranges = null, doubt = 'working' } = {}) {
  const payers = Object.keys(answer.break_even)
    .map((payer) => row(answer, ranges, payer))
    .filter(Boolean);
  const known = payers.some((each) => each.steps);
  return {
    name: 'breakeven',
    message: message(`pic-even-${payers.length === 0 ? 'nothing' : 'some'}`),
    subtitle: message('pic-even-subtitle', { place: answer.place.name }),
    summary: message(payers.length === 0 ? 'pic-even-summary-nothing' : 'pic-even-summary'),
    payers,
    notes: payers.length > 0 ? [rangesNote(ranges, doubt, known)] : [],
    columns: [
      { key: 'payer', label: message('pic-col-payer') },
      { key: 'middle', label: message('pic-col-even-middle') },
      ...(known ? shareColumns(payers) : []),
    ],
    rows: payers.map(({ payer, middle, steps, ever, never, back }) => ({
      payer: message(`pic-payer-${payer}`),
      middle,
      ...Object.fromEntries(BANDS.map((band) => [band, back ? yearWords(back[band]) : message('pic-no-range')])),
      ever: ever ?? message('pic-no-range'),
      never: never ?? message('pic-no-range'),
      ...Object.fromEntries(STEPS.map((after, i) => [`by${after}`, steps?.[i].share ?? message('pic-no-range')])),
    })),
    marks: payers.length > 0 ? { payers } : null,
    why: null,
    form: payers.length === 0 ? 'nothing' : 'some',
  };
}

function shareColumns(payers) {
  const { steps } = payers.find((each) => each.steps);
  const by = steps.map(({ year }, i) => ({
    key: `by${STEPS[i]}`,
    label: message('pic-col-even-by', { year: figure('year', year) }),
    places: 2,
  }));
  const label = (key) => ({ key, label: message(`pic-col-even-${key}`), places: 2 });
  return [
    ...BANDS.map((key) => ({ key, label: message(`pic-col-even-${key}`) })),
    ...by,
    label('ever'),
    label('never'),
  ];
}

/** A year, or that there is none. @param {number | 'never'} year */
const yearWords = (year) => (year === 'never' ? message('pic-even-none') : String(year));

/** In which years 9 in 10 model runs that pay have it back; nothing where hardly any has. @param {Record<string, number | 'never'>} back */
function rangeOfYears({ low90, high90 }) {
  if (low90 === 'never') return null;
  const low = figure('year', low90);
  if (high90 === 'never') return message('pic-even-range-open', { low });
  if (high90 === low90) return message('pic-even-range-one', { low });
  return message('pic-even-range', { low, high: figure('year', high90) });
}

function row(answer, ranges, payer) {
  const year = answer.break_even[payer];
  const found = ranges?.payers?.[payer]?.break_even;
  const paid = found ? found.nothing_paid < 1 - SELDOM : year !== null && year !== undefined;
  if (!paid) return null;
  const middle =
    year === null || year === undefined
      ? message('pic-even-middle-none')
      : year === 'never'
        ? message('pic-even-middle-never')
        : message('pic-even-middle', { year: figure('year', year) });
  if (!found) return { payer, middle, steps: null };
  const steps = STEPS.map((after) => ({ year: found.start_year + after - 1, share: shareBy(found, after - 1) }));
  const shares = { steps: steps.map(stepWords), ever: shareBy(found, Infinity), never: found.never };
  const back = found.nothing_paid <= 1 - FEW ? found.quantiles : null;
  return { payer, middle, ...shares, back, range: back && rangeOfYears(back) };
}

const stepWords = ({ year, share }) => ({
  year,
  share,
  words: message('pic-even-step', { year: figure('year', year), count: countWords(share) }),
});

/** Share of runs that have their money back by the end of a year counted from 0. */
function shareBy({ by_year: shares }, at) {
  if (shares.length === 0) return 0;
  return shares[Math.min(at, shares.length - 1)];
}

/** Share of runs in which a payer ever has its money back; null if it never pays or nobody followed it so far. */
export function everShare(ranges, payer) {
  const found = ranges?.payers?.[payer]?.break_even;
  return found && found.nothing_paid < 1 - SELDOM ? shareBy(found, Infinity) : null;
}

/** "Ever: 4 in 10 model runs". */
export const everWords = ({ ever }) => message('pic-even-ever', { count: countWords(ever) });
