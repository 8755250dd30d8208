// A bar of money: solid as far as it can be used, hatched behind the wall where it cannot.
import { css, html, nothing, svg } from 'lit';
import { moneyView } from '../views/money.js';
import { Picture } from './picture.js';
import { sayRich } from './say.js';

const BAR = 24;
const HATCH = 7;

export class HwMoney extends Picture {
  static styles = [
    ...Picture.styles,
    css`
      .wall {
        stroke: var(--r-ink);
        stroke-width: 3;
      }

      .hatch {
        stroke: var(--r-ink-2);
        stroke-width: 1.4;
      }

      .empty {
        fill: var(--r-page);
        stroke: var(--r-ink-2);
        stroke-width: 2;
        stroke-dasharray: 5 4;
      }

      .words {
        display: flex;
        justify-content: space-between;
        gap: var(--s-3);
        font: 400 var(--t-note);
      }
    `,
  ];

  static properties = {
    /** Pounds set aside for one programme, and how many of them can be used; null for the whole plan. */
    asked: { attribute: false },
    used: { attribute: false },
  };

  constructor() {
    super();
    this.asked = null;
    this.used = null;
  }

  see() {
    return moneyView(this.answer, { asked: this.asked, used: this.used });
  }

  draw(view, width) {
    const { all, used, unused } = view.marks;
    const wall = unused > 0 ? Math.max(2, Math.min(width - 12, (used / all) * width)) : width;
    const lines = unused > 0 ? hatch(wall + 4, width - 2) : [];
    return html`
      <svg width=${width} height=${BAR + 8} viewBox="0 0 ${width} ${BAR + 8}" aria-hidden="true">
        <rect class="better" x="0" y="4" width=${wall} height=${BAR} />
        ${
          unused > 0
            ? svg`<rect class="empty" x=${wall} y="5" width=${Math.max(0, width - wall - 1)} height=${BAR - 2} />
          ${lines.map((x) => svg`<line class="hatch" x1=${x} x2=${x + BAR - 6} y1=${BAR} y2="7" />`)}
          <line class="wall" x1=${wall} x2=${wall} y1="0" y2=${BAR + 8} />`
            : nothing
        }
      </svg>
      <p class="words">
        <span>${sayRich(view.used)}</span>${view.unused ? html`<span>${sayRich(view.unused)}</span>` : nothing}
      </p>
    `;
  }
}

/** Where hatch lines start so that all of each stays behind the wall. */
function hatch(from, to) {
  const room = to - from - BAR + 6;
  return Array.from({ length: Math.max(0, Math.floor(room / HATCH) + 1) }, (_, i) => from + i * HATCH);
}

customElements.define('hw-money', HwMoney);
