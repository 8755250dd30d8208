// Does the answer survive? One row for each side of a dispute that changes it, hardest on the plan first; each can be taken.
import { html, nothing, svg } from 'lit';
import { survivesView } from '../views/survives.js';
import { hangsCss } from './hangs-css.js';
import { netBar, netScale } from './marks/hangs.js';
import { Picture } from './picture.js';
import { say } from './say.js';

/** Room from which words, bar and verdict stand side by side. */
const WIDE = 640;
const BAR = 14;

export class HwSurvives extends Picture {
  static styles = [...Picture.styles, hangsCss];

  static properties = {
    /** What the engine found. */
    found: { attribute: false },
  };

  see() {
    return survivesView(this.found, this.answer.place.name);
  }

  draw(view, width) {
    const wide = width >= WIDE;
    const scale = netScale(view.marks.values, wide ? (width - 48) / 3 : width - 16);
    return html`
      <ul class="list ${wide ? 'wide' : ''}">${view.list.map((row) => this.#row(row, scale))}</ul>
      ${view.still > 0 ? html`<p class="note">${say({ id: 'turns-survives-still', args: { still: view.still } })}</p>` : nothing}
    `;
  }

  #row(row, scale) {
    const turned = row.same_sign === false;
    return html`<li class="${turned ? `turns turns--${row.sign}` : ''} ${row.kind}">
      <div class="words"><b>${row.label ?? say({ id: `turns-kind-${row.kind}` })}</b>
        ${row.switch_label ? html`<p>${row.switch_label}</p>` : nothing}</div>
      ${row.central === null ? html`<p class="says">${row.impossible ?? nothing}</p>` : bar(row.central, scale)}
      <div class="says"><strong>${say({ id: `turns-verdict-${row.form}` })}</strong> ${say(row.net)} ${this.#take(row)}</div>
      ${row.runs ? html`<p class="says all">${say(row.runs)}</p>` : nothing}
    </li>`;
  }

  #take(row) {
    if (row.kind === 'now' || row.impossible || row.central === null) return nothing;
    const switches = row.switches ?? { [row.switch]: row.option };
    const name = row.label ? `${row.switch_label}: ${row.label}` : say({ id: `turns-kind-${row.kind}` });
    return html`<button class="link" type="button" @click=${() => this.#emit({ switches, label: name })}>
      ${say({ id: row.kind === 'side' ? 'turns-take' : 'turns-take-all' })}<span class="vh">: ${name}</span></button>`;
  }

  #emit(detail) {
    this.dispatchEvent(new CustomEvent('hw-sides', { detail, bubbles: true, composed: true }));
  }
}

function bar(value, { width, height, post, x }) {
  const { worse, better } = netBar({ post, x }, 0, value);
  const mark = value < 0 ? worse : better;
  return svg`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <rect class=${value < 0 ? 'worse' : 'better'} x=${mark.x} y="4" width=${Math.max(value === 0 ? 0 : 1, mark.width)} height=${BAR} />
    <line class="post" x1=${post} x2=${post} y1="0" y2=${height} />
  </svg>`;
}

customElements.define('hw-survives', HwSurvives);
