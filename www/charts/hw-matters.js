// What we would most want to know: bars from the low end to the high end of each figure, around the middle answer.
import { html, nothing, svg } from 'lit';
import '../reasons/define.js';
import { mattersView } from '../views/matters.js';
import { hangsCss } from './hangs-css.js';
import { netBar, netScale } from './marks/hangs.js';
import { Picture } from './picture.js';
import { say } from './say.js';

const WIDE = 640;
const BAR = 14;

export class HwMatters extends Picture {
  static styles = [...Picture.styles, hangsCss];

  static properties = {
    /** What the engine found. */
    found: { attribute: false },
  };

  see() {
    return mattersView(this.found, this.answer.place.name);
  }

  draw(view, width) {
    const wide = width >= WIDE;
    const scale = netScale([...view.marks.values, view.marks.central], wide ? (width - 48) / 3 : width - 16);
    return html`
      <ol class="list ${wide ? 'wide' : ''}">${view.list.map((row) => this.#row(row, scale, view.marks.central))}</ol>
      ${view.more > 0 ? html`<p class="note">${say({ id: 'turns-matters-more', args: { n: view.more } })}</p>` : nothing}
      ${
        view.groups.length > 0
          ? html`<h4>${say({ id: 'turns-matters-groups' })}</h4><ul class="plain">${view.groups.map((group) => html`<li>${say(group)}</li>`)}</ul>`
          : nothing
      }
    `;
  }

  #row(row, scale, central) {
    return html`<li>
      <div class="words"><b>${row.label}</b>${row.worth ? html`<p>${say(row.worth)}</p>` : nothing}</div>
      ${row.ends ? drawing(row, scale, central) : html`<p></p>`}
      <div class="acts">${row.status ? html`<hw-how .status=${row.status}></hw-how>` : nothing}
        ${row.grade ? html`<span>${say({ id: 'turns-grade', args: { grade: row.grade } })}</span>` : nothing}</div>
      <div class="acts all">${row.ends ? html`<span>${say(row.ends)}</span>` : nothing}
        <button class="link" type="button" @click=${() => this.#ask(row)}>${say({ id: 'assumptions-source' })}<span class="vh">: ${row.label}</span></button></div>
    </li>`;
  }

  #ask({ id, label }) {
    this.dispatchEvent(new CustomEvent('hw-ask', { detail: { id, label }, bubbles: true, composed: true }));
  }
}

/** The bar spans both ends and the middle, which need not lie between them. */
function drawing({ at_low: low, at_high: high }, scale, central) {
  const { width, height, post, x } = scale;
  const { worse, better } = netBar(scale, Math.min(low, high, central), Math.max(low, high, central));
  return svg`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <rect class="worse" x=${worse.x} y="4" width=${worse.width} height=${BAR} ?hidden=${worse.width === 0} />
    <rect class="better" x=${better.x} y="4" width=${better.width} height=${BAR} />
    <line class="centre halo" x1=${x(central)} x2=${x(central)} y1="1" y2=${height - 1} />
    <line class="post" x1=${post} x2=${post} y1="0" y2=${height} />
  </svg>`;
}

customElements.define('hw-matters', HwMatters);
