// How full the beds are, with the walls at "unsafe" and "all beds full".
import { css, nothing, svg } from 'lit';
import { bedsView, LIMIT } from '../views/beds.js';
import { figure, message } from '../views/figures.js';
import { bedsMarks } from './marks/beds.js';
import { roomFor } from './marks/text.js';
import { Picture } from './picture.js';
import { say } from './say.js';
import { yearCursor } from './year-cursor.js';

const LABEL_GAP = 9;
/** A stable start for the axis, in shares: it holds every place whose beds are neither half empty nor overfull. */
const START = { low: 0.85, high: 1.02 };

export class HwBeds extends Picture {
  static oneDrawing = true;

  static styles = [
    ...Picture.styles,
    css`
      .winter {
        stroke: var(--r-run-line);
        stroke-width: 1.5;
        fill: none;
      }

      .nothing--winter {
        stroke-width: 1.25;
        stroke-dasharray: 3 4;
      }

      .wall {
        stroke: var(--r-worse-edge);
        stroke-width: 1;
      }

      .wall--full {
        stroke: var(--r-ink);
        stroke-width: 3;
      }
    `,
  ];

  #seen = START;

  see() {
    return bedsView(this.answer, { at: this.year, ...this.runs });
  }

  /** Grows in steps of 5%, never shrinks. */
  #bounds(rows) {
    const all = rows.flatMap(({ nothing, planWinter, plan, nothingWinter }) => [
      nothing,
      plan,
      planWinter,
      nothingWinter,
    ]);
    const low = Math.min(this.#seen.low, Math.floor(Math.min(...all) * 20) / 20);
    const high = Math.max(this.#seen.high, Math.ceil(Math.max(...all) * 20) / 20);
    this.#seen = { low, high };
    return this.bounds ?? this.#seen;
  }

  draw(view, width) {
    const margin = roomFor(
      Object.values(END).flatMap((ids) => ids.map((id) => say({ id }))),
      LABEL_GAP,
    );
    const marks = bedsMarks(view.marks, this.#bounds(view.marks.rows), LIMIT, width, margin);
    const cursor = {
      label: message('pic-beds-cursor'),
      years: view.marks.years,
      readings: view.readings,
      index: marks.index,
    };
    return yearCursor(this, cursor, drawing(marks));
  }
}

const END = {
  plan: ['pic-beds-end-plan'],
  planWinter: ['pic-beds-end-winter'],
  nothing: ['pic-end-nothing-1', 'pic-end-nothing-2'],
};
const endLabel = (end, x) => {
  const top = end.at + 5 - (END[end.key].length - 1) * 9;
  return END[end.key].map(
    (id, i) => svg`
    <text class="label ${end.key === 'plan' ? 'strong' : ''}" x=${x} y=${top + i * 18}>${say({ id })}</text>`,
  );
};
const wallWords = (key) => say(message(`pic-beds-${key}`, { limit: figure('percent', LIMIT) }));

const drawing = (marks) => svg`
  <svg width=${marks.width} height=${marks.height} viewBox="0 0 ${marks.width} ${marks.height}" aria-hidden="true">
    ${marks.ticks.map((tick) => svg`<line class="grid" x1="0" x2=${marks.right} y1=${tick.y} y2=${tick.y} />`)}
    ${marks.walls.map(({ key, y }) => svg`<line class="wall wall--${key}" x1="0" x2=${marks.right} y1=${y} y2=${y} />`)}
    <line class="axis" x1="0" x2=${marks.right} y1=${marks.floor} y2=${marks.floor} />
    ${marks.band90 ? svg`<path class="band90" d=${marks.band90} /><path class="band50" d=${marks.band50} />` : nothing}
    <path class="nothing nothing--winter" d=${marks.lines.nothingWinter} />
    <path class="winter" d=${marks.lines.planWinter} />
    <path class="nothing" d=${marks.lines.nothing} />
    <path class="plan" d=${marks.lines.plan} />
    ${marks.dots.map((dot) => svg`<circle class="dot" cx=${dot.x} cy=${dot.y} r="4.5" />`)}
    ${marks.ticks.map(
      (tick) => svg`
      <text class="tick halo" x="0" y=${tick.y - 5}>${say(message('pic-beds-tick', { value: tick.value }))}</text>`,
    )}
    ${marks.walls.map((wall) => svg`<text class="label halo" x="0" y=${wall.y - 6}>${wallWords(wall.key)}</text>`)}
    ${marks.years.map(
      (tick) => svg`
      <text class="tick" x=${tick.x} y=${marks.height - 7} text-anchor=${tick.anchor}>${String(tick.year)}</text>`,
    )}
    ${marks.ends.map((end) => endLabel(end, marks.right + LABEL_GAP))}
  </svg>
`;

customElements.define('hw-beds', HwBeds);
