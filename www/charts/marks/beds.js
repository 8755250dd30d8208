// Lines of occupancy between two walls: where it is unsafe, and where no bed is left.
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { spreadApart } from './spread.js';
import { yearTicks } from './years.js';

const TOP = 16;
const FOOT = 28;
const LABEL = 18;

export function bedsMarks({ years, rows, at, bands = null }, bounds, limit, width, margin) {
  const height = Math.round(Math.min(300, Math.max(220, width * 0.4)));
  const right = width - margin;
  const x = scaleLinear([years[0], years.at(-1)], [1, right]);
  const y = scaleLinear([bounds.low, bounds.high], [height - FOOT, TOP]);
  const path = (key) =>
    line(
      (row) => x(row.year),
      (row) => y(row[key]),
    )(rows);
  const end = rows.at(-1);
  const label = (key, size = LABEL) => ({ key, y: y(end[key]), size });
  return {
    width,
    height,
    right,
    floor: height - FOOT,
    lines: {
      nothing: path('nothing'),
      plan: path('plan'),
      nothingWinter: path('nothingWinter'),
      planWinter: path('planWinter'),
    },
    band90: bands && band(bands, 'low90', 'high90', years, x, y),
    band50: bands && band(bands, 'low50', 'high50', years, x, y),
    walls: [
      { key: 'limit', y: y(limit) },
      { key: 'full', y: y(1) },
    ],
    ticks: y
      .ticks(4)
      .map((value) => ({ value, y: y(value) }))
      .filter(({ y: at_ }) => Math.abs(at_ - y(1)) > 20 && Math.abs(at_ - y(limit)) > 20),
    years: yearTicks(years, x, 64),
    dots: ['plan', 'planWinter'].map((key) => ({ x: x(years[at]), y: y(rows[at][key]) })),
    ends: spreadApart([label('plan'), label('nothing', 2 * LABEL), label('planWinter')]),
    index: (px) => Math.round(Math.min(1, Math.max(0, (px - 1) / (right - 1))) * (years.length - 1)),
  };
}

const band = (bands, low, high, years, x, y) =>
  area(
    (_, i) => x(years[i]),
    (_, i) => y(bands[low][i]),
    (_, i) => y(bands[high][i]),
  )(years);
