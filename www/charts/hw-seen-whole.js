// "Seen whole": the same outcome counted from zero, beside one sentence.
import { css, svg } from 'lit';
import { message } from '../views/figures.js';
import { wholeView } from '../views/whole.js';
import { wholeMarks } from './marks/whole.js';
import { Picture } from './picture.js';
import { say } from './say.js';

const LARGEST = 360;

export class HwSeenWhole extends Picture {
  static styles = [
    ...Picture.styles,
    css`
      figure {
        border-top: 1px solid var(--r-rule);
      }

      .title {
        font: 600 var(--t-label);
      }

      .plan {
        stroke-width: 2;
      }
    `,
  ];

  static properties = {
    outcome: { type: String },
    /** Without a table: where the picture it stands in has one. */
    brief: { type: Boolean },
  };

  constructor() {
    super();
    this.outcome = 'emergency_admissions';
    this.brief = false;
  }

  see() {
    const view = wholeView(this.answer, { outcome: this.outcome, at: this.year });
    return this.brief ? { ...view, rows: [] } : view;
  }

  draw(view, width) {
    const { high } = this.axis(`${this.outcome} ${this.answer.place.code}`, [view.marks.most], 1);
    return drawing(wholeMarks(view.marks, high, Math.min(width, LARGEST)), view.marks);
  }
}

const words = (kind, value) => say(message(`pic-figure-${kind}`, { value }));

const drawing = (marks, { years, nothing }) => svg`
  <svg width=${marks.width} height=${marks.height} viewBox="0 0 ${marks.width} ${marks.height}" aria-hidden="true">
    <line class="axis" x1="0" x2=${marks.width} y1=${marks.floor} y2=${marks.floor} />
    <path class="plan" d=${marks.plan} /><path class="nothing" d=${marks.nothing} />
    <text class="tick halo" x=${marks.width} y=${marks.end - 8} text-anchor="end">
      ${words('count', nothing.at(-1))}
    </text>
    <text class="tick" x="0" y=${marks.floor + 17}>${words('year', years[0])}</text>
    <text class="tick" x=${marks.width} y=${marks.floor + 17} text-anchor="end">${words('year', years.at(-1))}</text>
  </svg>
`;

customElements.define('hw-seen-whole', HwSeenWhole);
