// One tab stop for a picture of years: arrow keys move by year, Home and End to the ends, Escape leaves. A pointer
// does the same by place. To assistive technology it is a slider whose value is the sentence of that year.
import { html } from 'lit';
import { say } from './say.js';

const STEP = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 5, PageDown: -5 };

/** Where a key leads: an index, `null` for Escape, or `undefined` if the key is not ours. */
export function keyed(key, at, last) {
  if (key === 'Escape') return null;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  return key in STEP ? Math.min(last, Math.max(0, at + STEP[key])) : undefined;
}

/**
 * @param {{year: number, read: number|null, scale: number}} picture the element that reads a year
 * @param {{label: object, years: number[], readings: object[], index: (px: number) => number}} cursor
 * @param {unknown} drawing the SVG
 */
export function yearCursor(picture, { label, years, readings, index }, drawing) {
  const last = years.length - 1;
  const at = picture.year;
  const onkeydown = (event) => {
    const next = keyed(event.key, at, last);
    if (next === undefined) return;
    event.preventDefault();
    picture.read = next;
    if (next === null) event.currentTarget.blur();
  };
  const onpoint = (event) => {
    picture.read = index((event.clientX - event.currentTarget.getBoundingClientRect().left) / picture.scale);
  };
  return html`
    <div class="plot" tabindex="0" role="slider" aria-label=${say(label)} aria-valuemin=${years[0]}
      aria-valuemax=${years[last]} aria-valuenow=${years[at]} aria-valuetext=${say(readings[at])}
      @keydown=${onkeydown} @pointerdown=${onpoint}
      @pointermove=${(event) => event.pointerType === 'mouse' && onpoint(event)}>${drawing}</div>
  `;
}
