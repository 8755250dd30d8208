// A line over the years from the dashed "if nothing changes", with two bands of model runs, or twenty of them one by one.
import { css, html, nothing, svg } from 'lit';
import { fanView } from '../views/fan.js';
import { message, figure } from '../views/figures.js';
import { about, linesOf } from '../views/outcomes.js';
import { direction } from '../views/shape.js';
import { hasFutures } from '../views/futures.js';
import { outcomeChoice } from './choice.js';
import { futuresCss, futuresSwitch } from './futures-switch.js';
import './hw-seen-whole.js';
import { fanMarks } from './marks/fan.js';
import { roomFor } from './marks/text.js';
import { Picture } from './picture.js';
import { say } from './say.js';
import { yearCursor } from './year-cursor.js';

/** Where labels begin right of the plot: beyond the brackets, whether there are any yet or not. */
const LABELS = 22;

/** End labels that are not about the plan. */
const PLAIN = new Set(['nothing', 'other', 'help', 'harm', 'working']);

/** End labels for which room is always held: nothing moves when ranges come or go. */
const HELD = ['nothing', 'five', 'nine', 'working', 'value'];

export class HwFan extends Picture {
  static oneDrawing = true;

  static styles = [
    ...Picture.styles,
    futuresCss,
    css`
      .before90,
      .before50 {
        fill: none;
        stroke: var(--r-run-edge);
        stroke-width: 1.5;
        stroke-dasharray: 2 4;
      }

      .help,
      .harm {
        fill: none;
        stroke-width: 1.75;
        stroke: var(--r-better);
      }

      .harm {
        stroke: var(--r-worse-edge);
        stroke-dasharray: 10 3;
      }

      .other {
        fill: none;
        stroke: var(--r-ink-2);
        stroke-width: 2;
        stroke-dasharray: 1.5 3.5;
        stroke-linecap: round;
      }
    `,
  ];

  static properties = {
    /** Id of an outcome of the answer. */
    outcome: { type: String },
    /** Number of the possible future that is read, when they are shown instead of the bands; else null. */
    future: { state: true },
    /** Another plan in the same place, `{answer, name}`, or null. */
    compare: { attribute: false },
  };

  constructor() {
    super();
    this.outcome = 'emergency_admissions';
    this.future = null;
    this.compare = null;
  }

  see() {
    const { outcome, compare, stale } = this;
    return fanView(this.answer, { outcome, compare, stale, future: this.future, at: this.year, ...this.runs });
  }

  draw(view, width) {
    const bounds = this.axis(`${this.outcome} ${this.answer.place.code}`, view.marks.extent, view.marks.least);
    const { other, sides } = view.marks;
    const keys = [...HELD];
    if (other) keys.push('other');
    if (sides) keys.push('help', 'harm');
    const labels = keys.flatMap((key) => endWords(key, view, this.outcome));
    const margin = roomFor(labels, LABELS);
    const marks = fanMarks(view.marks, bounds, width, margin);
    const cursor = {
      label: message('pic-fan-cursor', { noun: about(this.outcome).noun }),
      years: view.marks.years,
      readings: view.readings,
      index: marks.index,
    };
    return html`
      ${outcomeChoice(this, linesOf(this.answer), { least: 1 })} ${yearCursor(this, cursor, drawing(marks, view, this.outcome))}
      ${futuresSwitch(this, { ready: hasFutures(this.ranges, this.outcome), words: view.future, stale: view.marks.before })}
      <hw-seen-whole brief .answer=${this.answer} .outcome=${this.outcome} .at=${this.year}></hw-seen-whole>
    `;
  }
}

function drawing(marks, view, outcome) {
  return svg`
    <svg width=${marks.width} height=${marks.height} viewBox="0 0 ${marks.width} ${marks.height}" aria-hidden="true">
      ${marks.band90 ? svg`<path class="band90" d=${marks.band90} />` : nothing}
      ${marks.band50 ? svg`<path class="band50" d=${marks.band50} />` : nothing}
      ${marks.before90 ? svg`<path class="before90" d=${marks.before90} /><path class="before50" d=${marks.before50} />` : nothing}
      ${marks.futures ? svg`<path class="futures" d=${marks.futures} />` : nothing}
      ${marks.ticks.map((tick) => svg`<line class="grid" x1="0" x2=${marks.right} y1=${tick.y} y2=${tick.y} />`)}
      <line class="axis" x1="0" x2=${marks.right} y1=${marks.floor} y2=${marks.floor} />
      <line class="nothing" x1="0" x2=${marks.right} y1=${marks.zero} y2=${marks.zero} />
      <line class="lead" x1=${marks.dot.x} x2=${marks.dot.x} y1=${marks.dot.y} y2=${marks.floor} />
      ${marks.other ? svg`<path class="other" d=${marks.other} />` : nothing}
      ${marks.sides ? svg`<path class="harm" d=${marks.sides.harm} />` : nothing}
      ${marks.sides ? svg`<path class="help" d=${marks.sides.help} />` : nothing}
      <path class=${marks.futures ? 'middle' : 'plan'} d=${marks.line} />
      ${marks.future ? svg`<path class="future" d=${marks.future} />` : nothing}
      <circle class="dot" cx=${marks.dot.x} cy=${marks.dot.y} r="5.5" />
      ${marks.ticks.map(
        ({ value, y }) => svg`<text class="tick halo" x="0" y=${y - 5}>${tickWords(value, outcome)}</text>`,
      )}
      ${marks.years.map(
        (tick) => svg`
        <text class="tick" x=${tick.x} y=${marks.height - 8} text-anchor=${tick.anchor}>${String(tick.year)}</text>`,
      )}
      ${marks.brackets.map((b) => svg`<path class="bracket" d="M${b.x - 5} ${b.y0}H${b.x}V${b.y1}H${b.x - 5}" />`)}
      ${marks.ends.map((end) => endLabel(end, marks, view, outcome))}
    </svg>
  `;
}

function tickWords(value, outcome) {
  const { kind } = about(outcome);
  const side = value > 0 ? 'more' : 'fewer';
  return say(
    message('pic-tick', { direction: side, amount: figure(kind === 'pounds' ? 'pounds' : 'plain', Math.abs(value)) }),
  );
}

function endLabel(end, marks, view, outcome) {
  const x = marks.right + LABELS;
  const lines = endWords(end.key, view, outcome);
  return svg`
    <text class="label ${PLAIN.has(end.key) ? '' : 'strong'}" x=${x} y=${end.at - 4}>${lines[0]}</text>
    <text class="label" x=${x} y=${end.at + 14}>${lines[1]}</text>
  `;
}

/** Two short lines: what the line is, and how much. */
function endWords(key, view, outcome) {
  const { difference, sides, years } = view.marks;
  const year = message('pic-end-year', { year: figure('year', years.at(-1)) });
  if (key === 'value') return [amountWords(difference.at(-1), outcome), say(year)];
  if (sides?.[key]) return [say({ id: `pic-end-${key}` }), amountWords(sides[key].at(-1), outcome)];
  return [say({ id: `pic-end-${key}-1` }), say({ id: `pic-end-${key}-2` })];
}

function amountWords(value, outcome) {
  const { kind, least } = about(outcome);
  const side = value === 0 ? 'same' : direction(value, least);
  return say(message('pic-end-value', { direction: side, amount: figure(kind, Math.abs(value)) }));
}

customElements.define('hw-fan', HwFan);
