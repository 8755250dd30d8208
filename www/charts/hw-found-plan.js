// A plan found by working backwards, as bars of money: solid what the programme gets, a line where it stands in the plan of now.
import { html, svg } from 'lit';
import { foundPlanView } from '../views/found-plan.js';
import { hangsCss } from './hangs-css.js';
import { Picture } from './picture.js';
import { say } from './say.js';

const WIDE = 640;
const BAR = 14;
const HEIGHT = 22;

export class HwFoundPlan extends Picture {
  static styles = [...Picture.styles, hangsCss];

  static properties = {
    /** The plan the engine found. */
    plan: { attribute: false },
  };

  see() {
    return foundPlanView(this.plan, this.answer.place.name);
  }

  draw(view, width) {
    const wide = width >= WIDE;
    const room = wide ? (width - 48) / 3 : width - 16;
    return html`<ul class="list ${wide ? 'wide' : ''}">${view.list.map((row) => this.#row(row, room, view.marks.most))}</ul>`;
  }

  #row(row, room, most) {
    return html`<li>
      <div class="words"><b>${row.label}</b></div>
      ${drawing(row, room, most)}
      <p class="says"><strong>${say(row.words)}</strong></p>
      <p class="says all">${row.more.map((words) => html`${say(words)} `)}</p>
    </li>`;
  }
}

function drawing({ gbp_per_year: found, gbp_per_year_in_scenario: now }, width, most) {
  const at = (gbp) => 2 + (gbp / most) * (width - 6);
  return svg`<svg width=${width} height=${HEIGHT} viewBox="0 0 ${width} ${HEIGHT}" aria-hidden="true">
    <rect class="better" x="2" y="4" width=${Math.max(found > 0 ? 1 : 0, at(found) - 2)} height=${BAR} />
    <line class="centre" x1=${at(now)} x2=${at(now)} y1="0" y2=${HEIGHT} />
  </svg>`;
}

customElements.define('hw-found-plan', HwFoundPlan);
