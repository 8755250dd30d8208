// When: paid in, health, room, cash, year by year; and what comes after the years shown.
import { css, html, nothing, svg } from 'lit';
import { message } from '../views/figures.js';
import { whenView } from '../views/when.js';
import { accountMarks, columnMarks, whenLayout } from './marks/when.js';
import { Picture } from './picture.js';
import { say } from './say.js';
import { yearCursor } from './year-cursor.js';

export class HwWhen extends Picture {
  static styles = [
    ...Picture.styles,
    css`
      .four {
        display: grid;
        gap: var(--s-4);
      }

      .four--2 {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }

      .four--4 {
        grid-template-columns: repeat(4, minmax(0, 1fr));
      }

      .one {
        display: grid;
        gap: var(--s-1);
        align-content: start;
        min-inline-size: 0;
      }

      .name {
        font: 600 var(--t-label);
      }

      .last {
        font: 700 var(--t-note);
        text-align: end;
      }

      .two {
        font: 400 var(--t-note);
        margin-block-start: var(--s-1);
      }

      .reach {
        fill: none;
        stroke: var(--r-ink);
        stroke-width: 1.5;
      }

      .read {
        fill: none;
        stroke: var(--r-ink);
        stroke-width: 1.5;
      }

      .post {
        stroke: var(--r-nochange);
        stroke-width: 2;
        stroke-dasharray: 4 3;
      }
    `,
  ];

  see() {
    return whenView(this.answer, { at: this.year, ...this.runs });
  }

  draw(view, width) {
    const layout = whenLayout(width);
    const { years } = view.marks;
    const index = (px) => {
      const inside = px % (layout.cell + layout.gap);
      return Math.min(years.length - 1, Math.max(0, Math.floor((inside / layout.cell) * years.length)));
    };
    const cursor = { label: message('pic-when-cursor'), years, readings: view.readings, index };
    const charts = view.accounts.map((account) => this.#one(account, view.marks, layout));
    return yearCursor(this, cursor, html`<div class="four four--${layout.across}" aria-hidden="true">${charts}</div>`);
  }

  #one(account, { years, at, money }, { cell, height }) {
    const { key, unit, values, least } = account;
    const { bands } = account;
    const reach = bands ? bands.flatMap(({ low90, high90 }) => [low90, high90]) : [];
    const span = unit === 'gbp' ? [money, ...values] : [...values, ...reach];
    const bounds = this.axis(`${key} ${this.answer.place.code}`, span, least * 4, this.bounds?.[key]);
    const marks = columnMarks(values, bounds, cell, height, bands);
    return html`
      <div class="one">
        <p class="name">${say(account.name)}</p>
        <p class="last">${say(account.last)}</p>
        <svg width=${cell} height=${height + 22} viewBox="0 0 ${cell} ${height + 22}">
          <path class=${key} d=${barsPath(marks.bars.filter((bar) => !bar.loss))} />
          <path class="worse" d=${barsPath(marks.bars.filter((bar) => bar.loss))} />
          ${marks.reach ? svg`<path class="reach" d=${marks.reach} />` : nothing}
          <line class="nothing" x1="0" x2=${cell} y1=${marks.zero} y2=${marks.zero} />
          ${this.read === null ? nothing : frame(at * marks.step, marks.step, height)}
          <text class="tick" x="0" y=${height + 17}>${String(years[0])}</text>
          <text class="tick" x=${cell} y=${height + 17} text-anchor="end">${String(years.at(-1))}</text>
        </svg>
        ${twoAccounts(account, cell)}
      </div>
    `;
  }
}

/** All columns of one kind as one path, so that a moving lever changes two attributes and not twenty marks. */
const barsPath = (bars) => bars.map((b) => `M${b.x} ${b.y}h${b.width}v${b.height}h${-b.width}Z`).join('');

const frame = (x, width, height) => svg`<rect class="read" x=${x} y="0" width=${width} height=${height} />`;

/** Inside the years shown, and afterwards: never one without the other. */
function twoAccounts(account, cell) {
  const marks = accountMarks(account.inside, account.after, cell);
  const bar = (one, y) => svg`
    <rect class=${one.loss ? 'worse' : account.key} x=${one.x} y=${y} width=${one.width} height="8" />`;
  const line = (one) => html`<svg width=${cell} height="12" viewBox="0 0 ${cell} 12">${bar(one, 2)}
    <line class="post" x1=${marks.post} x2=${marks.post} y1="0" y2="12" /></svg>`;
  return html`
    <p class="two">${say(account.insideWords)}</p>${line(marks.inside)}
    ${account.insideRangeWords ? html`<p class="range">${say(account.insideRangeWords)}</p>` : nothing}
    <p class="two">${say(account.afterWords)}</p>${line(marks.after)}
  `;
}

customElements.define('hw-when', HwWhen);
