/**
 * `<hw-how status="derived">`: how we know a figure. Full dot: measured; half dot: worked out; dashed ring on cream: assumed.
 * Shape, dash and word carry the meaning; colour only repeats it.
 */
import { css, html, LitElement, svg } from 'lit';
import { base } from '../styles/sheets.js';
import { t } from '../words/words.js';
import { howWeKnow } from './status.js';

const RING = { cx: 7, cy: 7, r: 5.5 };

const MARKS = {
  measured: svg`<circle class="full" cx=${RING.cx} cy=${RING.cy} r=${RING.r}></circle>`,
  'worked-out': svg`<circle class="ring" cx=${RING.cx} cy=${RING.cy} r=${RING.r}></circle>
    <path class="full" d="M7 1.5a5.5 5.5 0 0 1 0 11z"></path>`,
  assumed: svg`<circle class="ring dashed" cx=${RING.cx} cy=${RING.cy} r=${RING.r}></circle>`,
};

export class HwHow extends LitElement {
  static properties = {
    /** A status of the evidence pack; or give `how` directly. */
    status: {},
    how: {},
    /** Said after the word, such as a count. */
    more: {},
  };

  static styles = [
    base,
    css`
      :host { display: inline-block; }
      span { display: inline-flex; align-items: center; gap: 6px; padding: 1px 8px 1px 6px; border: 1px solid var(--r-control);
        border-radius: 2px; font: 600 var(--t-note); color: var(--r-ink); background: var(--r-page); }
      .assumed { border-style: dashed; background: var(--r-assumed); }
      svg { flex: none; color: var(--r-ink); forced-color-adjust: none; }
      .full { fill: currentColor; }
      .ring { fill: none; stroke: currentColor; stroke-width: 1.5; }
      .dashed { stroke-dasharray: 2.5 2; }
      @media (forced-colors: active) { svg { color: CanvasText; } }
    `,
  ];

  render() {
    const how = this.how ?? howWeKnow(this.status);
    const words = this.status === 'recalled' ? t('how-recalled') : t(`how-${how}`);
    return html`<span class=${how}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">${MARKS[how]}</svg>${words}${this.more ? ` ${this.more}` : ''}
    </span>`;
  }
}
