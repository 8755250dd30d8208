// Four small column charts with the same years and the same width, and beside each its two accounts.
import { scaleLinear } from 'd3-scale';

const GAP = 24;
const HEIGHT = 84;

/** How many charts stand side by side, and how wide each is. */
export function whenLayout(width) {
  const across = width >= 840 ? 4 : width >= 420 ? 2 : 1;
  return { across, gap: GAP, cell: Math.floor((width - (across - 1) * GAP) / across), height: HEIGHT };
}

/**
 * @param {number[]} values
 * @param {{low: number, high: number}} bounds
 * @param {number} width px
 * @param {number} height px
 * @param {{low90: number, high90: number}[]|null} [bands] how far each year reaches
 * @returns {{zero: number, bars: {x: number, y: number, width: number, height: number, loss: boolean}[]}}
 */
export function columnMarks(values, bounds, width, height, bands = null) {
  const y = scaleLinear([bounds.low, bounds.high], [height - 1, 1]);
  const step = width / values.length;
  const gap = step > 6 ? 2 : 1;
  const zero = y(0);
  const bars = values.map((value, i) => ({
    x: i * step + gap / 2,
    width: Math.max(0, step - gap),
    loss: value < 0,
    y: Math.min(zero, y(value)),
    height: value === 0 ? 0 : Math.max(1, Math.abs(y(value) - zero)),
  }));
  return { zero, step, bars, reach: bands && whiskers(bands, bars, y) };
}

/** A line over each column from one end of its range to the other, with feet where there is room for them. */
function whiskers(bands, bars, y) {
  return bands
    .map(({ low90, high90 }, i) => {
      const x = bars[i].x + bars[i].width / 2;
      const foot = Math.min(3, bars[i].width / 2);
      const end = (value) => `M${x - foot} ${y(value)}h${2 * foot}`;
      return low90 === high90 ? '' : `M${x} ${y(low90)}V${y(high90)}${end(low90)}${end(high90)}`;
    })
    .join('');
}

/** Two bars from one post: losses to the left, gains to the right, on one scale. */
export function accountMarks(inside, after, width) {
  const most = Math.max(Math.abs(inside), Math.abs(after)) || 1;
  const low = Math.min(0, inside, after);
  const high = Math.max(0, inside, after);
  const x = scaleLinear([low / most, high / most || 1], [1, width - 1]);
  const bar = (value) => ({
    x: Math.min(x(0), x(value / most)),
    width: Math.abs(x(value / most) - x(0)),
    loss: value < 0,
  });
  return { post: x(0), inside: bar(inside), after: bar(after) };
}
