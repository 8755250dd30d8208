// Parts of the total: they visibly add up, and the overlap is one of them.
import { css, html, nothing, svg } from 'lit';
import { partedOf } from '../views/outcomes.js';
import { partsView } from '../views/parts.js';
import { partsMarks } from './marks/parts.js';
import { outcomeChoice } from './choice.js';
import { Picture } from './picture.js';
import { rangeParts } from './range-bar.js';
import { say } from './say.js';

export class HwParts extends Picture {
  static oneDrawing = true;

  static styles = [
    ...Picture.styles,
    css`
      .post {
        stroke: var(--r-nochange);
        stroke-width: 2;
        stroke-dasharray: 7 5;
      }

      .overlap {
        fill: var(--r-page);
        stroke: var(--r-worse-edge);
        stroke-width: 1.5;
        stroke-dasharray: 4 3;
      }

      .sum {
        stroke: var(--r-ink);
        stroke-width: 1;
      }
    `,
  ];

  static properties = {
    outcome: { type: String },
    /** The account that is taken apart: `by_horizon` or `set_in_motion`. */
    account: { type: String },
    /** The engine's explanation; without it the parts are those the answer knows. */
    explanation: { attribute: false },
    /** With an engine and a scenario the picture can ask for the explanation itself. */
    engine: { attribute: false },
    scenario: { attribute: false },
  };

  constructor() {
    super();
    this.outcome = 'qalys';
    this.account = 'set_in_motion';
    this.explanation = null;
    this.engine = null;
    this.scenario = null;
  }

  /** Reasons belong to one answer: a new answer drops them. */
  willUpdate(changed) {
    if (changed.has('answer') && changed.get('answer')) this.explanation = null;
  }

  async #explain() {
    const { answer } = this;
    const reasons = await this.engine.explain(this.scenario);
    if (reasons && answer === this.answer) this.explanation = reasons.explanation ?? reasons;
  }

  see() {
    const { outcome, account, explanation } = this;
    return partsView(this.answer, { outcome, account, explanation, ...this.runs });
  }

  draw(view, width) {
    const turn = view.marks.better === 'up' ? 1 : -1;
    const reach = [...view.parts, view.total].flatMap(({ range }) => (range ? [range.low90, range.high90] : []));
    const values = [...view.parts.map((part) => part.value), view.marks.total, ...reach].map((value) => turn * value);
    const bounds = this.axis(`${this.outcome} ${this.account} ${this.answer.place.code}`, values, 1);
    const more =
      this.engine && !this.explanation
        ? html`<button class="link" type="button" @click=${this.#explain}>
            ${say({ id: 'pic-parts-programmes' })}
          </button>`
        : nothing;
    const choice = outcomeChoice(this, partedOf(this.answer, this.explanation));
    return html`${choice} ${drawing(partsMarks(view.marks, bounds, width), view)}${more}`;
  }
}

const label = (part) => (typeof part.label === 'string' ? part.label : say(part.label));
const fill = (mark, part) => (part.overlap ? 'overlap' : mark.loss ? 'worse' : 'better');

function drawing(marks, view) {
  const { width, height, post, total, rows } = marks;
  const isWorse = total.loss || rows.some((row) => row.loss);
  const rule = total.y - (marks.wide ? 10 : 24);
  return html`
    <svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
      <text class="label" x=${post - 8} y="13" text-anchor="end">
        ${isWorse ? say({ id: 'pic-parts-worse' }) : nothing}
      </text>
      <text class="label" x=${post + 8} y="13">${say({ id: 'pic-parts-better' })}</text>
      <line class="post" x1=${post} x2=${post} y1="20" y2=${height} />
      ${rows.map((mark, i) => bar(mark, view.parts[i], marks, ''))}
      <line class="sum" x1="0" x2=${width} y1=${rule} y2=${rule} />
      ${bar(total, view.total, marks, 'strong')}
    </svg>
  `;
}

const bar = (mark, part, marks, strong) => svg`
  <text class="label halo ${strong}" x="0" y=${mark.name}>${label(part)}</text>
  <rect class=${fill(mark, part)} x=${mark.x} y=${mark.y} width=${mark.width} height=${marks.bar} />
  ${mark.reach ? rangeParts(mark.reach, mark.y + marks.bar + 4, 6) : nothing}
  <text class="label halo ${strong}" x=${mark.words} y=${mark.y + 12} text-anchor=${mark.loss ? 'end' : 'start'}>
    ${say(part.words)}
  </text>
`;

customElements.define('hw-parts', HwParts);
