// A strip counted from zero.
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

const HEIGHT = 84;
const FOOT = 22;

export function wholeMarks({ years, nothing, plan }, high, width) {
  const x = scaleLinear([years[0], years.at(-1)], [1, width - 1]);
  const y = scaleLinear([0, high], [HEIGHT - FOOT, 16]);
  const path = line(
    (_, i) => x(years[i]),
    (value) => y(value),
  );
  return {
    width,
    height: HEIGHT,
    floor: HEIGHT - FOOT,
    nothing: path(nothing),
    plan: path(plan),
    end: y(nothing.at(-1)),
  };
}
