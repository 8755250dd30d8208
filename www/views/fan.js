// One outcome over the years as a difference from "if nothing changes".
import { extent, figure, message, series } from './figures.js';
import { estimates, priceUsed } from './estimates.js';
import { about } from './outcomes.js';
import { direction, shape } from './shape.js';
import { bothSides } from './sides.js';
import { atYear, bandColumns, BANDS, bandsOf, rangesNote, wide } from './ranges.js';
import { chanceWords } from './chance.js';
import { futureColumns, futures, futureWords } from './futures.js';

/**
 * @param {object} answer of the engine
 * @param {object} options `outcome` (id), `ranges` of the engine or null, and `doubt` why there are none; `stale`: ranges of
 *   the plan before this one, drawn as an outline only; `at`: index of the year being read; `compare`: another plan, drawn
 *   as a second line; `future`: number of the possible future read, counted from 0, when twenty are shown instead of bands
 */
export function fanView(
  answer,
  { outcome, ranges = null, stale = null, doubt = 'working', at = null, compare = null, future = null },
) {
  const facts = about(outcome);
  const found = answer.outcomes[outcome];
  const difference = series(found?.difference);
  if (!difference) return notCounted(answer, facts);
  const all = bandsOf(ranges, outcome);
  const paths = future === null ? null : futures(ranges, outcome, difference.length);
  const bands = paths ? null : all;
  const before = all ? null : outline(bandsOf(stale, outcome), difference.length);
  const other = otherPlan(compare, outcome, difference.length);
  // Four lines are the most that can be told apart: another plan or bands take the place of the two sides, which then stand
  // in the table only.
  const sides = other ? null : bothSides(answer, outcome);
  const drawnSides = all || before ? null : sides;
  const years = Array.from(answer.years);
  const year = at ?? years.length - 1;
  const form = formOf(difference, found, facts);
  return {
    name: 'fan',
    message: message(`pic-fan-${form}${facts.priced && PRICED_FORMS.has(form) ? '-priced' : ''}`, {
      noun: facts.noun,
      wanted: facts.better,
      price: priceUsed(answer),
    }),
    subtitle: message('pic-fan-subtitle', { noun: facts.noun, place: answer.place.name }),
    summary: reading(answer, outcome, facts, year, all),
    readings: years.map((_, i) => reading(answer, outcome, facts, i, all)),
    chance: all && chanceWords(atYear(all, year), facts),
    future: paths && futureWords(paths, future, { years, at: year, facts }),
    later: later(found, facts),
    notes: notes(answer, found, facts, rangesNote(ranges, doubt, Boolean(all))),
    columns: [
      ...columns(facts, { other: other && compare.name, sides }),
      ...(paths ? futureColumns(paths, facts) : all ? bandColumns(Math.max(2, facts.places)) : []),
      ...(all ? [chanceColumn(facts)] : []),
    ],
    rows: rows(found, difference, years, {
      ...(other && { other }),
      ...sides,
      ...(paths ? paths.byKey : bandSeries(all)),
      ...(all && { chance: facts.better === 'up' ? all.above_zero : all.below_zero }),
    }),
    marks: {
      years,
      difference,
      bands,
      before,
      paths: paths && { list: paths.list, at: future },
      other,
      sides: drawnSides,
      at: year,
      least: facts.least,
      extent: extent(
        [
          all || before ? difference : roomy(difference),
          other,
          all?.low90,
          all?.high90,
          ...(paths?.list ?? []),
          drawnSides?.help,
          drawnSides?.harm,
        ].flatMap((each) => each ?? []),
      ),
    },
    why: { outcome, year: years[year], figure: 'difference' },
    beside: other ? compare : null,
    form,
  };
}

/** Forms that would be a verdict if one price of hospital care were taken for the truth. */
const PRICED_FORMS = new Set(['gain', 'loss', 'loss_then_gain', 'gain_then_loss', 'gain_now', 'loss_now', 'mixed']);

/** The shape inside the years shown, unless what comes afterwards turns it round. */
function formOf(difference, found, facts) {
  const form = shape(difference, facts);
  if (!found.set_in_motion || !['gain', 'loss'].includes(form)) return form;
  const after = found.set_in_motion.undiscounted - found.by_horizon.undiscounted;
  const later = shape([after], facts);
  return later !== form && ['gain', 'loss'].includes(later) ? `${form}_now` : form;
}

/** The other plan's difference over the same years; null if it has no such figures. */
function otherPlan(compare, outcome, count) {
  const values = series(compare?.answer?.outcomes[outcome]?.difference);
  return values && values.length >= count ? values.slice(0, count) : null;
}

function reading(answer, outcome, facts, i, bands) {
  const found = answer.outcomes[outcome];
  const change = found.difference[i];
  const args = {
    year: figure('year', answer.years[i]),
    amount: figure(facts.kind, Math.abs(change)),
    direction: change === 0 ? 'same' : direction(change, facts.least),
    noun: facts.noun,
    known: found.baseline ? 'yes' : 'no',
    before: figure(facts.kind, found.baseline?.[i] ?? 0),
  };
  if (!bands) return message('pic-fan-reading', args);
  return message('pic-fan-reading-range', { ...args, range: wide(atYear(bands, i), facts) });
}

/** Until there are ranges the axis has room for them: when they come, it mostly stands still. */
const roomy = (difference) => difference.map((value) => value * ROOM);

/** A range reaches about so many times as far as its middle run. */
const ROOM = 2;

/** Bands of another plan, if they are of as many years. */
const outline = (bands, count) => (bands && bands.low90.length >= count ? cut(bands, count) : null);
const cut = (bands, count) => Object.fromEntries(BANDS.map((key) => [key, bands[key].slice(0, count)]));

const bandSeries = (bands) => bands && Object.fromEntries(BANDS.map((key) => [key, bands[key]]));

const chanceColumn = (facts) => ({
  key: 'chance',
  label: message(facts.better === 'up' ? 'pic-col-chance-more' : 'pic-col-chance-fewer'),
  places: 2,
});

/** What comes after the years shown: it can turn a gain round, so it stands with the title. */
function later({ set_in_motion: all, by_horizon: inside }, facts) {
  if (!all || all.undiscounted === 0) return null;
  const after = all.undiscounted - inside.undiscounted;
  return message('pic-later', {
    amount: figure(facts.kind, Math.abs(after)),
    direction: direction(after, facts.least),
    noun: facts.noun,
  });
}

function notes(answer, found, facts, ofRanges) {
  const list = [];
  if (facts.priced) list.push(message('pic-one-price', { price: priceUsed(answer), of: estimates(answer).length }));
  if (found.unknown) list.push(message('pic-cut-unknown'));
  return [...list, ofRanges];
}

function columns(facts, { other, sides }) {
  const { places } = facts;
  const list = [
    { key: 'year', label: message('pic-col-year'), places: 0, kind: 'year' },
    { key: 'nothing', label: message('pic-col-nothing', { noun: facts.noun }), places },
    { key: 'plan', label: message('pic-col-plan', { noun: facts.noun }), places },
    { key: 'difference', label: message('pic-col-difference'), places: Math.max(2, places), signed: true },
  ];
  const like = list.at(-1);
  if (other) list.push({ ...like, key: 'other', label: message('pic-col-other', { name: other }) });
  if (sides) list.push(...['help', 'harm'].map((key) => ({ ...like, key, label: message(`pic-col-side-${key}`) })));
  return list;
}

/** @param {Record<string, number[]>} more further series, by the key of their column */
function rows(found, difference, years, more) {
  return years.map((year, i) => ({
    year,
    nothing: found.baseline?.[i] ?? null,
    plan: found.scenario?.[i] ?? null,
    difference: difference[i],
    ...Object.fromEntries(Object.entries(more).map(([key, values]) => [key, values[i]])),
  }));
}

function notCounted(answer, facts) {
  return {
    name: 'fan',
    message: message('pic-fan-not-counted', { noun: facts.noun }),
    subtitle: message('pic-fan-subtitle', { noun: facts.noun, place: answer.place.name }),
    summary: message('pic-not-counted-why', { noun: facts.noun }),
    notes: [],
    columns: [],
    rows: [],
    marks: null,
    why: null,
    form: 'not_counted',
  };
}
