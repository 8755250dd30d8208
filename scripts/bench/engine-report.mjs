// The figures of possible futures by the workers alone as a table.

import { onMachine, tableOf } from '../lib/sections.mjs';
import { quantile } from '../page/bench-report.mjs';
import { GOES } from './engine.mjs';

const ms = (value) => `${value.toFixed(0)} ms`;

/** @param {Awaited<ReturnType<typeof import('./engine.mjs').measureEngine>>} found */
export function rows(found) {
  return found.map(({ what, ways }) => {
    const walls = ways.map(({ goes }) => goes.map(({ wall }) => wall));
    const [plain, plainTwo, one, two] = walls.map((wall) => quantile(wall, 0.5));
    const [, , , best] = ways;
    return {
      what,
      'plain, one worker': ms(plain),
      'plain, two': ms(plainTwo),
      'simd128, one': ms(one),
      'simd128, two': ms(two),
      'shortest of these': ms(Math.min(...walls[3])),
      'processor time of both': ms(
        quantile(
          best.goes.map(({ processor }) => processor),
          0.5,
        ),
      ),
      'both hold': `${(best.bytes / 1e6).toFixed(1)} MB`,
      'simd128 is worth': (plain / one).toFixed(2),
      'a second worker is worth': (one / two).toFixed(2),
    };
  });
}

/** The section of docs/PERFORMANCE.md. */
export function markdown(list, state) {
  return [
    onMachine(state, `Node ${process.versions.node}`),
    `Oldham, 1% of hospital spending and about, moved from one question to the next; rows and their ranges, on the wall, the median of ${GOES.counted}. To pass: 130 ms for the years shown and 260 ms for whole lives, by two workers with vectors; aim: 60 and 120 ms.`,
    '',
    tableOf(list),
  ].join('\n');
}
