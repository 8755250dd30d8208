// Poorest to richest: five rows, harm to the left of the dashed post, gain to the right.
import { css, html, nothing, svg } from 'lit';
import { fairnessView, netRange } from '../views/fairness.js';
import { figure, message } from '../views/figures.js';
import { fairnessMarks } from './marks/fairness.js';
import { roomFor } from './marks/text.js';
import { Picture } from './picture.js';
import { rangeParts } from './range-bar.js';
import { say } from './say.js';

export class HwFairness extends Picture {
  static oneDrawing = true;

  static styles = [
    ...Picture.styles,
    css`
      .post {
        stroke: var(--r-nochange);
        stroke-width: 2;
        stroke-dasharray: 7 5;
      }
    `,
  ];

  see() {
    return fairnessView(this.answer, this.runs);
  }

  draw(view, width) {
    const bounds = this.axis(this.answer.place.code, [view.marks.most], 1);
    const names = roomFor(view.fifths.map(({ key }) => say({ id: `pic-fifth-${key}` })));
    const drawn = drawing(fairnessMarks(view.marks, bounds.high, width, names));
    const list = view.fifths.filter((each) => each.range);
    if (list.length === 0) return drawn;
    return html`${drawn}<p class="note">${say({ id: 'pic-fair-bands' })}</p>
      <ul class="vh">${list.map((each) => html`<li>${say({ id: `pic-fifth-${each.key}` })}: ${say(netRange(each))}</li>`)}</ul>`;
  }
}

function drawing(marks) {
  const { width, height, post, bar } = marks;
  return svg`
    <svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
      <text class="label strong" x=${post - 10} y="14" text-anchor="end">${say({ id: 'pic-fair-left' })}</text>
      <text class="label strong" x=${post + 10} y="14">${say({ id: 'pic-fair-right' })}</text>
      ${marks.rows.map(
        (row) => svg`
        <text class="label strong" x=${row.name.x} y=${row.name.y}>${say({ id: `pic-fifth-${row.key}` })}</text>
        <rect class="worse" x=${row.harmBar.x} y=${row.y} width=${row.harmBar.width} height=${bar} />
        <rect class="better" x=${row.gainBar.x} y=${row.y} width=${row.gainBar.width} height=${bar} />
        ${row.reach ? rangeParts(row.reach, row.net.y, row.net.height) : nothing}
        <text class="label halo" x=${row.harmBar.x - 6} y=${row.y + 12} text-anchor="end">${amount(row.harm)}</text>
        <text class="label halo" x=${row.gainBar.x + row.gainBar.width + 6} y=${row.y + 12}>${amount(row.gain)}</text>`,
      )}
      <line class="post" x1=${post} x2=${post} y1="22" y2=${height} />
    </svg>
  `;
}

const amount = (value) =>
  value === 0
    ? say({ id: 'pic-none' })
    : say(message('pic-fair-amount', { amount: figure('plain', Number(value.toPrecision(2))) }));

customElements.define('hw-fairness', HwFairness);
