// What would you have to believe? Each figure that turns the answer alone: its range, our value, and where it turns.
import { html, nothing, svg } from 'lit';
import '../reasons/define.js';
import { turningView } from '../views/turning.js';
import { hangsCss } from './hangs-css.js';
import { turningMarks } from './marks/hangs.js';
import { diamond } from './marks/people.js';
import { Picture } from './picture.js';
import { say } from './say.js';

const WIDE = 640;

export class HwTurning extends Picture {
  static styles = [...Picture.styles, hangsCss];

  static properties = {
    /** What the engine found. */
    found: { attribute: false },
  };

  see() {
    return turningView(this.found, this.answer.place.name);
  }

  draw(view, width) {
    const wide = width >= WIDE;
    const room = wide ? (width - 48) / 3 : width - 16;
    const list = (rows) => html`<ol class="list ${wide ? 'wide' : ''}">${rows.map((row) => this.#row(row, room))}</ol>`;
    return html`
      ${view.within.length > 0 ? list(view.within) : nothing}
      ${
        view.beyond.length > 0
          ? html`<details ?open=${view.within.length === 0}><summary>${say({ id: 'turns-turning-more', args: { n: view.beyond.length } })}</summary>${list(view.beyond)}</details>`
          : nothing
      }
    `;
  }

  #row(row, room) {
    return html`<li>
      <div class="words"><b>${say(row.believe)}</b><p>${say(row.range)}</p></div>
      ${drawing(turningMarks(row, room))}
      <div class="acts">${row.status ? html`<hw-how .status=${row.status}></hw-how>` : nothing}
        ${row.grade ? html`<span>${say({ id: 'turns-grade', args: { grade: row.grade } })}</span>` : nothing}
        <button class="link" type="button" @click=${() => this.#emit('hw-believe', row)}>${say({ id: 'turns-set' })}<span class="vh">: ${row.label}</span></button>
        <button class="link" type="button" @click=${() => this.#emit('hw-ask', row)}>${say({ id: 'assumptions-source' })}<span class="vh">: ${row.label}</span></button>
      </div>
    </li>`;
  }

  #emit(name, { id, label, as_assumption: value }) {
    this.dispatchEvent(new CustomEvent(name, { detail: { id, label, value }, bubbles: true, composed: true }));
  }
}

function drawing({ width, height, low, high, value, flips }) {
  const middle = height / 2;
  return svg`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <line class="axis" x1=${Math.min(low, value, flips)} x2=${Math.max(high, value, flips)} y1=${middle} y2=${middle} />
    <rect class="range mark" x=${low} y=${middle - 6} width=${Math.max(1, high - low)} height="12" />
    <circle class="here mark" cx=${value} cy=${middle} r="5" />
    <path class="there mark" d=${diamond({ x: flips, y: middle }, 7)} />
  </svg>`;
}

customElements.define('hw-turning', HwTurning);
