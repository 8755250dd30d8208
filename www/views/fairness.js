// Poorest to richest: harm to the left, gain to the right, for each 1,000 people of each fifth; the gap as a
// sentence.
import { figure, message, sum } from './figures.js';
import { priceUsed } from './estimates.js';
import { chanceWords } from './chance.js';
import { bandCells, bandColumns, rangesNote, wide } from './ranges.js';

const FIFTHS = ['poorest', 'second', 'middle', 'fourth', 'richest'];
const HARM = ['qalys_cut'];
const GAIN = ['qalys_prevention', 'qalys_capacity', 'qalys_social_care'];

/** Healthy years for each 1,000 people under which a change is too small to say: about nine hours a person. */
const LEAST = 1;

export function fairnessView(answer, { ranges = null, doubt = 'working' } = {}) {
  const nets = ranges?.fairness?.qalys_per_1000?.values ?? [];
  // What follows everybody to the end of life comes after the first model runs of the years shown.
  const followed = Boolean(ranges?.outcomes.qalys?.set_in_motion);
  const fifths = FIFTHS.map((key, q) => ({ ...fifth(answer, key, q), range: (followed && nets[q]) || null }));
  const known = fifths.some((each) => each.range);
  const apart = known ? ranges.fairness.gap?.value : null;
  const form = formOf(fifths);
  return {
    name: 'fairness',
    message: message(`pic-fair-${form}`),
    subtitle: message('pic-fair-subtitle', { place: answer.place.name }),
    summary: gap(answer, form),
    range: apart && form !== 'nothing' ? gapRange(apart) : null,
    chance: apart && form !== 'nothing' ? gapChance(apart) : null,
    fifths,
    notes: [message('pic-fair-price', { price: priceUsed(answer) }), rangesNote(ranges, doubt, known)],
    columns: [
      { key: 'fifth', label: message('pic-col-fifth') },
      { key: 'harm', label: message('pic-col-harm'), places: 2 },
      { key: 'gain', label: message('pic-col-gain'), places: 2 },
      { key: 'net', label: message('pic-col-net'), places: 2, signed: true },
      ...(known ? bandColumns(2) : []),
    ],
    rows: [
      ...fifths.map((each) => ({ ...each, ...bandCells(each.range), fifth: message(`pic-fifth-${each.key}`) })),
      gapRow(answer, apart),
    ],
    marks: {
      fifths,
      most: Math.max(
        ...fifths.flatMap(({ harm, gain, range }) => [harm, gain, ...(range ? [-range.low90, range.high90] : [])]),
      ),
    },
    why: { outcome: 'qalys', year: null, figure: 'set_in_motion' },
    form,
  };
}

/** Set in motion in a fifth; nothing where health is not counted, as with programmes without a route to it. */
const moved = (answer, id, q) => answer.outcomes[id]?.set_in_motion_by_quintile?.[q] ?? 0;

/** People of a fifth follow from two figures of the answer about the same people: the total, and for each 1,000. */
function thousands(answer, q) {
  const each = answer.fairness.qalys_set_in_motion_per_1000_residents_by_quintile[q];
  const whole = moved(answer, 'qalys', q);
  return each && whole ? whole / each : null;
}

function fifth(answer, key, q) {
  const people = thousands(answer, q);
  const parts = [...HARM, ...GAIN].map((id) => (people ? moved(answer, id, q) / people : 0));
  const harm = sum(parts.map((value) => Math.max(0, -value)));
  const gain = sum(parts.map((value) => Math.max(0, value)));
  return { key, harm, gain, net: answer.fairness.qalys_set_in_motion_per_1000_residents_by_quintile[q] };
}

/** Who has most of each side: the poorest fifth, the richest, or neither. */
function formOf(fifths) {
  const harms = fifths.map((each) => each.harm);
  const gains = fifths.map((each) => each.gain);
  if (Math.max(...harms, ...gains) === 0) return 'nothing';
  if (Math.max(...harms, ...gains) < LEAST) return 'too_small';
  return `${most(gains)}_${most(harms)}`;
}

function most(values) {
  if (Math.max(...values) < LEAST) return 'none';
  if (values[0] === Math.max(...values)) return 'poor';
  return values.at(-1) === Math.max(...values) ? 'rich' : 'mixed';
}

/** How far the gap reaches: narrower is above zero. */
const gapRange = (apart) => message('pic-fair-gap-range', { range: wide(apart, { least: 0.5, words: 'gap' }) });

const gapChance = (apart) => {
  const said = chanceWords(apart, { better: 'up' });
  return said && message('pic-fair-gap-chance', { chance: said.args.chance });
};

const gapRow = (answer, apart) => ({
  fifth: message('pic-fair-row-gap'),
  harm: message('pic-empty'),
  gain: message('pic-empty'),
  net: answer.fairness.gap_poorest_minus_richest,
  ...bandCells(apart),
});

/** What the fifth keeps of both sides, in words. */
export const netRange = ({ range }) => message('pic-fair-net', { range: wide(range, { least: 0.5, words: 'years' }) });

function gap(answer, form) {
  if (form === 'nothing') return message('pic-fair-gap-nothing');
  const difference = answer.fairness.gap_poorest_minus_richest;
  const way = Math.abs(difference) < LEAST ? 'none' : difference > 0 ? 'narrower' : 'wider';
  return message('pic-fair-gap', { way, amount: figure('plain', Number(Math.abs(difference).toPrecision(2))) });
}
