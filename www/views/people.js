// 100 people twice, or 1,000 when the change is smaller than one in 100: who has the event, who no longer does, who
// is harmed. A change under half of one in 1,000 is not drawn at all: it is said in words. The group is everybody who
// lives in the place, in one year: nobody picked a group in which the change looks larger. (Years lived in a year are
// the people of that year; every answer carries them as `life_years`.)
import { figure, message } from './figures.js';
import { about } from './outcomes.js';
import { atYear, bandCells, bandColumns, bandsOf, rangesNote, wide } from './ranges.js';
import { sideRanges, sidesOf } from './sides.js';

/**
 * @param {object} answer
 * @param {{outcome: string, at?: number|null, of?: 100|1000|null, ranges?: object|null, doubt?: string}} options
 *   `of`: how many to draw; chosen by the size of the change if not given
 */
export function peopleView(answer, { outcome, at = null, of = null, ranges = null, doubt = 'working' }) {
  const facts = about(outcome);
  const i = at ?? answer.years.length - 1;
  const found = answer.outcomes[outcome];
  const residents = answer.outcomes.life_years.baseline[i];
  const sides = sidesOf(answer, outcome);
  const [helped, harmed] = [sides.helped[i], sides.harmed[i]];
  const drawn = of ?? drawnOf(helped, harmed, residents);
  const seats = seating(found, helped, harmed, residents, drawn, i);
  const form = formOf(helped, harmed, seats);
  const reach = {
    net: atYear(bandsOf(ranges, outcome), i),
    ...sideRanges(answer, outcome, (id) => atYear(bandsOf(ranges, id), i)),
  };
  const known = Boolean(reach.net ?? reach.helped ?? reach.harmed);
  const args = { of: drawn, place: answer.place.name, noun: facts.noun, year: figure('year', answer.years[i]) };
  return {
    name: 'people',
    message: message(`pic-people-${form}`, { ...args, helped: seats.helped, harmed: seats.harmed }),
    subtitle: message('pic-people-subtitle', args),
    summary: summary(form, helped, harmed, residents, args),
    key: keyWords(found, seats, args, reach),
    range: reachWords(reach, facts),
    notes: [...notes(found, drawn, form), rangesNote(ranges, doubt, known)],
    columns: [...columns(), ...(known ? bandColumns(1) : [])],
    rows: rows(found, { helped, harmed, residents, reach }, i),
    marks: found.baseline ? seats : null,
    why: { outcome, year: answer.years[i], figure: 'difference' },
    form,
  };
}

/**
 * 1,000 dots as soon as the larger side is under one person in 100; below one dot neither helps, and 100 is the
 * calmer.
 */
function drawnOf(helped, harmed, residents) {
  const most = Math.max(helped, harmed) / residents;
  return most < 0.01 && Math.round(most * 1000) >= 1 ? 1000 : 100;
}

/** Whole people: nobody is drawn for less than half of one. */
function seating(found, helped, harmed, residents, of, i) {
  const scale = of / residents;
  const before = found.baseline ? Math.min(of, Math.round(found.baseline[i] * scale)) : 0;
  const rings = Math.min(before, Math.round(helped * scale));
  const diamonds = Math.min(of - before, Math.round(harmed * scale));
  return { of, before, helped: rings, harmed: diamonds, after: before - rings + diamonds };
}

function formOf(helped, harmed, seats) {
  if (helped === 0 && harmed === 0) return 'nothing';
  if (seats.helped === 0 && seats.harmed === 0) return 'too_small';
  if (seats.harmed === 0) return 'gain';
  return seats.helped === 0 ? 'loss' : 'mixed';
}

function summary(form, helped, harmed, residents, args) {
  if (form === 'nothing') return message('pic-people-sentence-nothing', args);
  const each = (count) => (count > 0 ? figure('count', residents / count) : '');
  const sizes = {
    ...args,
    which: helped > 0 && harmed > 0 ? 'both' : helped > 0 ? 'helped' : 'harmed',
    helpedIn: each(helped),
    harmedIn: each(harmed),
  };
  return message(form === 'too_small' ? 'pic-people-sentence-too_small' : 'pic-people-sentence', sizes);
}

function keyWords(found, seats, args, reach) {
  if (!found.baseline) return [];
  const list = [
    { mark: 'has', words: message('pic-people-has', { ...args, before: seats.before, after: seats.after }) },
  ];
  if (seats.helped > 0)
    list.push({
      mark: 'helped',
      words: message('pic-people-helped', { ...args, count: seats.helped }),
      range: sideWords(reach.helped),
    });
  if (seats.harmed > 0)
    list.push({
      mark: 'harmed',
      words: message('pic-people-harmed', { ...args, count: seats.harmed }),
      range: sideWords(reach.harmed),
    });
  return list;
}

/** How far the change reaches among everybody who lives here: both sides where they are told apart, and together. */
function reachWords({ net, helped, harmed }, facts) {
  if (!net) return null;
  const range = wide(net, facts);
  if (!helped || !harmed) return message('pic-people-range', { range, noun: facts.noun });
  const [fewer, more] = [helped, harmed].map((side) => wide(side, { words: 'bare' }));
  return message('pic-people-range-both', { helped: fewer, harmed: more, range });
}

/** How far one side reaches, counted in everybody who lives here; null where runs do not tell the sides apart. */
const sideWords = (range) => range && message('pic-people-side-range', { range: wide(range, { words: 'bare' }) });

function notes(found, of, form) {
  const list = [];
  if (of === 1000 && form !== 'too_small') list.push(message('pic-people-thousand'));
  list.push(message('pic-people-group'));
  if (found.unit !== 'persons' && found.unit !== 'deaths') list.push(message('pic-people-again'));
  if (found.unknown && form !== 'nothing') list.push(message('pic-cut-unknown'));
  return list;
}

const columns = () => [
  { key: 'what', label: message('pic-col-what') },
  { key: 'count', label: message('pic-col-all-people'), places: 1 },
  { key: 'per1000', label: message('pic-col-per-1000'), places: 3 },
];

function rows(found, { helped, harmed, residents, reach }, i) {
  const per = (value) => (value === null ? null : (value / residents) * 1000);
  const row = (key, count, range = null) => ({
    what: message(`pic-people-row-${key}`),
    count,
    per1000: per(count),
    ...bandCells(range),
  });
  return [
    row('residents', residents),
    row('before', found.baseline?.[i] ?? null),
    row('after', found.scenario?.[i] ?? null),
    row('helped', helped, reach.helped),
    row('harmed', harmed, reach.harmed),
    row('net', found.difference?.[i] ?? null, reach.net),
  ];
}
