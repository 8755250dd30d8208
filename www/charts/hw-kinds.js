// Paid in, health, room, cash: one column each, each in its own unit. There is no total.
import { css, html, nothing } from 'lit';
import { kindsView } from '../views/kinds.js';
import { Picture } from './picture.js';
import { rangeBar } from './range-bar.js';
import { say, sayRich } from './say.js';

/** Room of a range under its figure, px. */
const RANGE_ROOM = 136;

export class HwKinds extends Picture {
  static styles = [
    ...Picture.styles,
    css`
      .strip {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 136px), 1fr));
        gap: var(--s-3);
      }

      .kind {
        display: grid;
        gap: 2px;
        align-content: start;
      }

      .bar {
        display: block;
        margin-bottom: var(--s-1);
      }

      .name {
        font: 600 var(--t-label);
      }

      .amount {
        font: 600 var(--t-figure);
        text-align: start;
        min-block-size: 0;
        color: inherit;
        padding: 0;
        background: none;
        border: 0;
        cursor: pointer;
        text-decoration: underline dotted 2px;
        text-underline-offset: 5px;
      }

      .amount--plain {
        text-decoration: none;
        cursor: auto;
      }

      .detail {
        display: grid;
        gap: var(--s-1);
        font: 400 var(--t-note);
        color: var(--r-ink-2);
      }
    `,
  ];

  see() {
    return kindsView(this.answer, this.runs);
  }

  draw(view, width) {
    const room = Math.min(RANGE_ROOM, width);
    return html`<ul class="strip">${view.kinds.map((kind) => this.#column(kind, room))}</ul>`;
  }

  #column({ key, name, amount, detail, outcome, account, range, ranged, inside, whole }, room) {
    const value = account === 'set_in_motion' ? whole : inside;
    const drawn = range && range.low90 !== range.high90;
    return html`
      <li class="kind">
        <svg class="bar" width="100%" height="8" aria-hidden="true"><rect class=${key} width="100%" height="8" /></svg>
        <p class="name">${say(name)}</p>
        ${this.#amount(say(amount), outcome, account)}
        ${drawn ? rangeBar(range, value, room) : nothing}
        <div class="detail">
          ${[detail[0], ranged, ...detail.slice(1)].map((line) => (line ? html`<p>${sayRich(line)}</p>` : nothing))}
        </div>
      </li>
    `;
  }

  /** A figure with reasons behind it can be asked about; a sum of money is its own reason. */
  #amount(words, outcome, account) {
    if (!outcome) return html`<p class="amount amount--plain">${words}</p>`;
    const ask = () => this.why({ outcome, year: null, figure: account });
    return html`<button class="amount shown" type="button" @click=${ask}>${words}</button>`;
  }
}

customElements.define('hw-kinds', HwKinds);
