// All places coloured by one figure: of the index, or of the same plan run in each of them.
import { figure, message } from './figures.js';
import { about } from './outcomes.js';

/** Figures that are known without running anything. Each reads a place of the index. */
const KNOWN = {
  imd_2025_rank: { read: (place) => place.imd_2025_rank, darkest: 'lowest' },
  population_2023: { read: (place) => place.population_2023, darkest: 'highest' },
};

/** Figures of a plan, for each 1,000 people, so that large and small places can be compared. */
const PLANNED = ['emergency_admissions', 'bed_days', 'qalys', 'deaths_under_75'];

export const FIGURES = [...Object.keys(KNOWN), ...PLANNED];
export const needsPlan = (key) => PLANNED.includes(key);

/**
 * @param {{code: string, name: string, region: string}[]} places of the index, countries left out
 * @param {{figure: string, results?: Map<string, object>, chosen?: string[]}} options
 *   `results`: rows of engine.sweep by code
 */
export function mapView(places, { figure: key, results = new Map(), chosen = [] }) {
  const read = reader(key, results);
  const rows = places.map((place) => ({
    code: place.code,
    name: place.name,
    region: place.region,
    value: read(place),
  }));
  const scale = needsPlan(key) ? signed(rows, about(key)) : ranked(rows, KNOWN[key].darkest);
  const placed = rows.map((row) => ({ ...row, step: scale.step(row.value), chosen: chosen.includes(row.code) }));
  return {
    name: 'map',
    message: message('pic-map-title', { figure: message(`pic-map-figure-${key}`) }),
    subtitle: message('pic-map-subtitle', { count: rows.filter((row) => row.value !== null).length, of: rows.length }),
    columns: [
      { key: 'name', label: message('pic-col-place') },
      { key: 'region', label: message('pic-col-region') },
      { key: 'value', label: message(`pic-map-figure-${key}`), places: needsPlan(key) ? 3 : 0, signed: needsPlan(key) },
    ],
    rows: placed,
    key: scale.key,
    notes: needsPlan(key) && about(key).priced ? [message('pic-map-price')] : [],
    words: (row) => message('pic-map-place', { name: row.name, value: valueWords(row.value, key) }),
  };
}

function reader(key, results) {
  if (KNOWN[key]) return KNOWN[key].read;
  return ({ code }) => {
    const result = results.get(code);
    const total = result?.outcomes?.[key]?.set_in_motion?.undiscounted;
    return total === undefined ? null : (total / result.residents) * 1000;
  };
}

function valueWords(value, key) {
  if (value === null) return message('pic-map-none');
  if (KNOWN[key]) return message(`pic-map-value-${key}`, { value });
  const facts = about(key);
  const size = Number(Math.abs(value).toPrecision(2));
  const direction = value === 0 ? 'same' : value > 0 ? 'more' : 'fewer';
  return message('pic-map-value', { direction, amount: figure('plain', size), noun: facts.noun });
}

const STEPS = 4;

/** Four groups of as many places each; rank 1 is the one that stands out. */
function ranked(rows, darkest) {
  const shade = (i) => `even${darkest === 'lowest' ? STEPS + 1 - i : i}`;
  const values = rows
    .map((row) => row.value)
    .filter((value) => value !== null)
    .sort((a, b) => a - b);
  const edge = (i) => values[Math.min(values.length - 1, Math.floor((values.length * i) / STEPS))];
  const step = (value) => {
    if (value === null) return 'none';
    const found = [1, 2, 3].find((i) => value < edge(i)) ?? STEPS;
    return shade(found);
  };
  const upTo = (i) => (i === STEPS ? values.at(-1) : edge(i) - 1);
  const key = [1, 2, 3, 4].map((i) => ({
    step: shade(i),
    words: message('pic-map-range', { low: edge(i - 1) ?? 0, high: upTo(i) ?? 0 }),
  }));
  return { step, key: values.length > 0 ? key : [] };
}

/** Under this part of the largest change a place is "hardly any change"; over the second it has the strong colour. */
const PARTS = [0.05, 0.5];

/** Worse, hardly any change, better: by parts of the largest size, so that small changes stay pale. */
function signed(rows, { better }) {
  const good = better === 'up' ? 1 : -1;
  const most = Math.max(0, ...rows.map((row) => Math.abs(row.value ?? 0)));
  const step = (value) => {
    if (value === null) return 'none';
    const part = most === 0 ? 0 : (good * value) / most;
    if (Math.abs(part) < PARTS[0]) return 'same';
    return `${part > 0 ? 'better' : 'worse'}${Math.abs(part) >= PARTS[1] ? 2 : 1}`;
  };
  const range = (name, low, high) => {
    const direction = name.startsWith('better') === (better === 'up') ? 'more' : 'fewer';
    const size = (part) => figure('plain', Number((part * most).toPrecision(2)));
    return { step: name, words: message('pic-map-key', { direction, low: size(low), high: size(high) }) };
  };
  const key = [
    range('worse2', PARTS[1], 1),
    range('worse1', PARTS[0], PARTS[1]),
    { step: 'same', words: message('pic-map-key-same') },
    range('better1', PARTS[0], PARTS[1]),
    range('better2', PARTS[1], 1),
  ];
  return { step, key: most > 0 ? key : [] };
}
