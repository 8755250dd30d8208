// How many say better: beads on one wire. Small enough for the first screen.
import { css, html } from 'lit';
import { wireView } from '../views/wire.js';
import { wireMarks } from './marks/wire.js';
import { Picture } from './picture.js';
import { say } from './say.js';
import { wireCss, wireDrawing } from './wire-drawing.js';

const LARGEST = 320;

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

      .wirebox {
        display: grid;
        gap: var(--s-1);
        max-inline-size: 320px;
      }
    `,
  ];

  static properties = {
    /** Share of model runs that say better, 0 to 1, or null while there are none. */
    share: { attribute: false },
    /** Without title, notes and table: for where the words around it say them. */
    brief: { type: Boolean },
  };

  constructor() {
    super();
    this.share = null;
    this.brief = false;
  }

  see() {
    return wireView(this.answer, { share: this.share });
  }

  draw(view, width) {
    return html`
      <div class="wirebox">${wireDrawing(wireMarks(view.marks, Math.min(width, LARGEST)))}
        <div class="ends">${view.ends.map((end) => html`<p>${say(end)}</p>`)}</div></div>
    `;
  }

  render() {
    if (!this.brief || !this.answer) return super.render();
    const view = this.see();
    return html`<figure class="brief" aria-label=${say(view.message)}>
      ${this.width > 0 ? this.draw(view, this.width) : ''}</figure>`;
  }
}

customElements.define('hw-wire', HwWire);
