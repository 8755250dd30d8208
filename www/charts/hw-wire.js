// How many say better: beads on one wire. Small enough for the first screen.
import { css, html, nothing } from 'lit';
import { wireView } from '../views/wire.js';
import { wireMarks } from './marks/wire.js';
import { Picture } from './picture.js';
import { say } from './say.js';
import { wireCss, wireDrawing } from './wire-drawing.js';

const LARGEST = 320;
/** Width of the wire of one estimate. */
const ROW = 120;

export class HwWire extends Picture {
  static styles = [
    ...Picture.styles,
    wireCss,
    css`
      figure.brief {
        border: 0;
        padding: 0;
        gap: var(--s-1);
      }

      .ends {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 22px;
        font: 600 var(--t-note);
      }

      .ends p:first-child {
        text-align: end;
      }

      .head {
        font: 400 var(--t-note);
        margin-block-start: var(--s-2);
        min-block-size: 3.75rem;
      }

      .each {
        display: grid;
        gap: 2px;
        font: 400 var(--t-note);
        max-inline-size: 24rem;
      }

      .each li {
        display: grid;
        grid-template-columns: 4.25rem 120px minmax(0, 1fr);
        min-block-size: 2.5rem;
        column-gap: var(--s-2);
        align-items: center;
      }

      .wirebox {
        display: grid;
        gap: var(--s-1);
        max-inline-size: 320px;
      }
    `,
  ];

  static properties = {
    /** Without title, notes and table: for where the words around it say them. */
    brief: { type: Boolean },
  };

  constructor() {
    super();
    this.brief = false;
  }

  see() {
    return wireView(this.answer, this.runs);
  }

  draw(view, width) {
    return html`
      <div class="wirebox">${wireDrawing(wireMarks(view.marks, Math.min(width, LARGEST)))}
        <div class="ends">${view.ends.map((end) => html`<p>${say(end)}</p>`)}</div></div>
      ${view.each.length > 0 ? each(view, Math.min(width, LARGEST)) : nothing}
    `;
  }

  render() {
    if (!this.brief || !this.answer) return super.render();
    const view = this.see();
    return html`<figure class="brief" aria-label=${say(view.message)}>
      ${this.width > 0 ? this.draw(view, this.width) : ''}</figure>`;
  }
}

/** A wire of ten beads under each estimate, with its share in words. */
const each = (view, width) => html`
  <p class="head">${say({ id: view.runs ? 'pic-wire-head' : 'pic-wire-head-waiting' })}</p>
  <ul class="each">
    ${view.each.map(
      ({ price, words, marks }) => html`<li>
        <span>${say(price)}</span>
        ${wireDrawing(wireMarks(marks, Math.min(width, ROW), 18))}
        <span>${say(words)}</span>
      </li>`,
    )}
  </ul>
`;

customElements.define('hw-wire', HwWire);
