// 100 local people, twice: if nothing changes, and with the plan. Same person, same seat.
import { css, html, nothing, svg } from 'lit';
import { peopleOf } from '../views/outcomes.js';
import { peopleView } from '../views/people.js';
import { outcomeChoice } from './choice.js';
import { diamond, peopleMarks, person } from './marks/people.js';
import { Picture } from './picture.js';
import { say } from './say.js';

export class HwPeople extends Picture {
  static styles = [
    ...Picture.styles,
    css`
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--s-3);
        align-items: end;
      }

      .pair--stacked {
        grid-template-columns: 1fr;
      }

      .half {
        font: 600 1rem/1.375rem var(--c-hand);
        padding-bottom: var(--s-1);
        margin-bottom: var(--s-2);
        border-bottom: 2px solid var(--r-better);
      }

      .half--nothing {
        border-bottom: 2px dashed var(--r-nochange);
      }

      .key {
        display: grid;
        gap: 6px;
        font: 400 1rem/1.375rem var(--c-hand);
      }

      .key li {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: var(--s-2);
      }

      .other {
        font: 400 var(--t-note);
        justify-self: start;
        min-block-size: 0;
        padding-block: 12px;
      }

      .has {
        fill: var(--r-ink-2);
        stroke: var(--r-ink-2);
        stroke-width: 1;
      }

      .not {
        fill: var(--r-page);
        stroke: var(--r-control);
        stroke-width: 1;
      }

      .dots {
        fill: none;
        stroke-linecap: round;
      }

      .dots--has {
        stroke: var(--r-ink-2);
      }

      .dots--not {
        stroke: var(--r-control);
      }

      .dots--in {
        stroke: var(--r-page);
      }

      .inside {
        fill: var(--r-on-worse);
      }

      .ring {
        fill: none;
        stroke: var(--r-better);
        stroke-width: 2.2;
      }

      .ringed {
        fill: var(--r-page);
        stroke: var(--r-better);
        stroke-width: 1.4;
      }

      @media (forced-colors: active) {
        .has {
          fill: CanvasText;
          stroke: CanvasText;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  static properties = {
    /** Id of an outcome that counts people or events. */
    outcome: { type: String },
    /** 100 or 1000 to fix how many are drawn; by itself if null. */
    of: { attribute: false },
  };

  constructor() {
    super();
    this.outcome = 'emergency_admissions';
    this.of = null;
  }

  see() {
    return peopleView(this.answer, { outcome: this.outcome, at: this.year, of: this.of, ...this.runs });
  }

  draw(view, width) {
    const marks = peopleMarks(view.marks, width);
    return html`
      ${outcomeChoice(this, peopleOf(this.answer), { least: 1 })}
      <div class="pair ${marks.stacked ? 'pair--stacked' : ''}" aria-hidden="true">
        <div>
          <p class="half half--nothing">${say({ id: 'pic-people-nothing-half' })}</p>
          ${half(marks, marks.before)}
        </div>
        <div><p class="half">${say({ id: 'pic-people-plan-half' })}</p>${half(marks, marks.after)}</div>
      </div>
      <ul class="key">
        ${view.key.map(
          ({ mark, words, range }) => html`<li>${KEY[mark]()}
            <span>${say(words)}${range ? html`<br /><span class="range">${say(range)}</span>` : nothing}</span></li>`,
        )}
      </ul>
      <button class="link other" type="button" @click=${() => {
        this.of = marks.of === 100 ? 1000 : 100;
      }}>
        ${say({ id: 'pic-people-show', args: { of: marks.of === 100 ? 1000 : 100 } })}
      </button>
    `;
  }
}

function half({ width, height, cell, of }, seats) {
  const reach = cell * (of === 100 ? 0.52 : 0.62);
  return html`
    <svg width=${width} height=${height} viewBox="0 0 ${width} ${height}">
      ${of === 100 ? persons(seats) : dots(seats, cell)}
      ${(seats.rings ?? []).map((ring) => svg`<circle class="ring" cx=${ring.x} cy=${ring.y} r=${reach} />`)}
      ${(seats.diamonds ?? []).map((at) => harmed(at, reach * 1.2, of))}
    </svg>
  `;
}

/** A diamond, with the person in it where there is room to see one. */
const harmed = (at, r, of) => svg`
  <path class="worse" d=${diamond(at, r)} />
  ${of === 100 ? svg`<path class="inside" d=${person({ x: at.x - r * 0.5, y: at.y - r * 0.54 }, r)} />` : nothing}
`;

const persons = ({ has, not, ringed }) => svg`
  <path class="not" d=${not} /><path class="has" d=${has} />
  ${ringed ? svg`<path class="ringed" d=${ringed} />` : nothing}
`;

/** Dots are round caps: the rim of an empty one is a wide dot under a narrower one in the colour of the page. */
function dots({ has, not, ringed }, cell) {
  const wide = cell * 0.7;
  const empty = `${not}${ringed ?? ''}`;
  return svg`
    <path class="dots dots--not" d=${empty} stroke-width=${wide} />
    <path class="dots dots--in" d=${empty} stroke-width=${wide - 2} />
    <path class="dots dots--has" d=${has} stroke-width=${wide} />
  `;
}

const CELL = 22;
const icon = (drawing) => html`<svg width="24" height="24" viewBox="-1 -1 24 24" aria-hidden="true">${drawing}</svg>`;
const CENTRE = { x: CELL / 2, y: CELL / 2 };
const KEY = {
  has: () => icon(svg`<path class="has" d=${person({ x: 0, y: 0 }, CELL)} />`),
  helped: () =>
    icon(svg`
    <path class="ringed" d=${person({ x: 3, y: 3 }, CELL - 6)} /><circle class="ring" cx="11" cy="11" r="10" />`),
  harmed: () => icon(harmed(CENTRE, 11, 100)),
};

customElements.define('hw-people', HwPeople);
