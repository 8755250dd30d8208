// The drawn range on one line, for pictures that have no axis of years. What it says stands in words beside it.
import { html, svg } from 'lit';
import { grow } from '../views/bounds.js';
import { rangeBarMarks } from './marks/range-bar.js';

const HEIGHT = 16;

/** The parts of a range at a height, for a drawing that has other parts too. */
export const rangeParts = ({ wide, close, middle }, y, height) => svg`
  <rect class="rb90" x=${wide.x} y=${y} width=${wide.width} height=${height} />
  <rect class="rb50" x=${close.x} y=${y} width=${close.width} height=${height} />
  <line class="rbmid" x1=${middle} x2=${middle} y1=${y - 2} y2=${y + height + 2} />
`;

/**
 * A drawing of its own.
 * @param {object} range of the engine @param {number} value of the middle run @param {number} width px
 * @param {{low: number, high: number}} [bounds] of the scale; by the range itself if not given
 */
export function rangeBar(range, value, width, bounds = grow(null, [range.low90, range.high90, value], 1e-9)) {
  const marks = rangeBarMarks(range, value, bounds, 2, width - 2);
  return html`<svg width=${width} height=${HEIGHT + 4} viewBox="0 0 ${width} ${HEIGHT + 4}" aria-hidden="true">
    ${rangeParts(marks, 4, HEIGHT - 4)}
    <line class="rbzero" x1=${marks.zero} x2=${marks.zero} y1="0" y2=${HEIGHT + 4} />
  </svg>`;
}
