// Does the money come back? A row for each payer, a bar for each year looked at: in how many model runs it is back by then.
import { css, html, svg } from 'lit';
import { breakEvenView, everWords } from '../views/breakeven.js';
import { barWidth } from './marks/ledger.js';
import { Picture } from './picture.js';
import { say } from './say.js';

/** Room of a bar that is full, px. */
const ROOM = 110;
const BAR = 12;

export class HwBreakeven extends Picture {
  static styles = [
    ...Picture.styles,
    css`
      .payer {
        max-inline-size: none;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--s-1);
        padding-block: var(--s-2);
        border-top: 1px solid var(--r-rule);
      }

      .payer b {
        font: 600 var(--t-label);
      }

      .steps {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
        gap: var(--s-2) var(--s-3);
        font: 400 var(--t-note);
      }

      .full {
        fill: none;
        stroke: var(--r-control);
        stroke-width: 1;
      }
    `,
  ];

  see() {
    return breakEvenView(this.answer, this.runs);
  }

  draw(view) {
    return html`<ul>${view.payers.map(row)}</ul>`;
  }
}

const row = (each) => html`
  <li class="payer">
    <b>${say({ id: `pic-payer-${each.payer}` })}</b>
    <span class="range">${say(each.middle)}</span>
    ${each.range ? html`<span class="range">${say(each.range)}</span>` : ''}
    ${each.steps ? html`<ul class="steps">${[...each.steps, ever(each)].map(step)}</ul>` : ''}
  </li>
`;

const ever = (each) => ({ share: each.ever, words: everWords(each) });

const step = ({ share, words }) => html`
  <li>
    <svg width=${ROOM + 2} height=${BAR + 2} viewBox="0 0 ${ROOM + 2} ${BAR + 2}" aria-hidden="true">
      ${svg`<rect class="better" x="1" y="1" width=${barWidth(share, 1, ROOM)} height=${BAR} />
      <rect class="full" x="1" y="1" width=${ROOM} height=${BAR} />`}
    </svg>
    <span>${say(words)}</span>
  </li>
`;

customElements.define('hw-breakeven', HwBreakeven);
