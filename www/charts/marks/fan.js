// Geometry of the fan: data and a width in, paths and positions out. Drawn for its width; text keeps its size.
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { spreadApart } from './spread.js';
import { yearTicks } from './years.js';

const TOP = 14;
const FOOT = 30;
const LABEL = 20;

/**
 * @param {{years: number[], difference: number[], bands: object|null, before?: object|null,
 *   paths?: {list: number[][], at: number}|null, other: number[]|null, sides: {help: number[], harm: number[]}|null,
 *   at: number}} data `before`: bands of the plan before; `paths`: possible futures, and which of them is read
 * @param {{low: number, high: number}} bounds of the axis
 * @param {number} width in px
 * @param {number} margin px kept at the right for labels
 */
export function fanMarks(
  { years, difference, bands, before = null, paths = null, other, sides, at },
  bounds,
  width,
  margin,
) {
  const height = Math.round(Math.min(340, Math.max(236, width * 0.5)));
  const right = width - margin;
  const x = scaleLinear([years[0], years.at(-1)], [1, right]);
  const y = scaleLinear([bounds.low, bounds.high], [height - FOOT, TOP]);
  const last = difference.length - 1;
  const path = line(
    (_, i) => x(years[i]),
    (value) => y(value),
  );
  return {
    width,
    height,
    right,
    zero: y(0),
    floor: height - FOOT,
    line: path(difference),
    other: other && path(other),
    sides: sides && { help: path(sides.help), harm: path(sides.harm) },
    band90: band(bands, 'low90', 'high90', years, x, y),
    band50: band(bands, 'low50', 'high50', years, x, y),
    before90: band(before, 'low90', 'high90', years.slice(0, before?.low90.length), x, y),
    before50: band(before, 'low50', 'high50', years.slice(0, before?.low50.length), x, y),
    futures: paths?.list.map((values) => path(values.slice(0, years.length))).join(''),
    future: paths && path(paths.list[paths.at % paths.list.length].slice(0, years.length)),
    ticks: y
      .ticks(4)
      .filter((value) => value !== 0)
      .map((value) => ({ value, y: y(value) })),
    years: yearTicks(years, x, 72),
    dot: { x: x(years[at]), y: y(difference[at]) },
    ends: ends(y, { difference, bands, before, paths, other, sides }, last),
    brackets: brackets(y, bands, last, right),
    index: (px) => Math.round(Math.min(1, Math.max(0, (px - 1) / (right - 1))) * last),
  };
}

function band(bands, low, high, years, x, y) {
  if (!bands) return null;
  return area(
    (_, i) => x(years[i]),
    (_, i) => y(bands[low][i]),
    (_, i) => y(bands[high][i]),
  )(years);
}

/** Labels at the right, moved apart so that none covers another. */
function ends(y, { difference, bands, before, paths, other, sides }, last) {
  const list = [{ key: 'nothing', y: y(0), size: 2 * LABEL }];
  if (bands) {
    list.push({ key: 'five', y: (y(bands.low50[last]) + y(bands.high50[last])) / 2, size: 2 * LABEL });
    list.push({ key: 'nine', y: y(bands.low90[last]), size: 2 * LABEL });
  } else if (before) list.push({ key: 'working', y: y(difference[last]), size: 2 * LABEL });
  else if (paths) list.push({ key: 'future', y: y(paths.list[paths.at % paths.list.length][last]), size: 2 * LABEL });
  else list.push({ key: 'value', y: y(difference[last]), size: 2 * LABEL });
  if (other) list.push({ key: 'other', y: y(other[last]), size: 2 * LABEL });
  for (const key of sides ? ['help', 'harm'] : []) list.push({ key, y: y(sides[key][last]), size: 2 * LABEL });
  return spreadApart(list);
}

function brackets(y, bands, last, right) {
  if (!bands) return [];
  return [
    ['five', 'low50', 'high50', 8],
    ['nine', 'low90', 'high90', 16],
  ].map(([key, low, high, gap]) => ({
    key,
    x: right + gap,
    y0: y(bands[high][last]),
    y1: y(bands[low][last]),
  }));
}
