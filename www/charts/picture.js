// What every picture is: a figure whose message, subtitle and sentence come first, then the drawing, then the same
// figures as a table and a file. A picture adds `see()` (its view) and `draw(view, width)`.
import { html, LitElement, nothing } from 'lit';
import { base } from '../styles/sheets.js';
import { csv, shown } from '../views/csv.js';
import { grow } from '../views/bounds.js';
import { pictureCss } from './picture-css.js';
import { createHold } from './hold.js';
import { rangeCss } from './range-css.js';
import { saveText } from './save.js';
import { svgText } from './save-svg.js';
import { soFar } from '../views/so-far.js';
import { marked, ownMarks } from '../views/yours.js';
import { say, sayRich } from './say.js';

/** The narrowest room, px at 16 px letters, that a drawing is made for: what has less is not laid out yet. */
const LEAST_ROOM = 96;

const rootSize = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

export class Picture extends LitElement {
  static styles = [base, pictureCss, rangeCss];

  /** Whether the picture is one drawing that says everything, and so can be saved as one. */
  static oneDrawing = false;

  static properties = {
    /** The engine's answer. */
    answer: { attribute: false },
    /** The engine's ranges of this same answer, or null while there are none. */
    ranges: { attribute: false },
    /** Ranges of the plan before this one, until the new ones are there. */
    stale: { attribute: false },
    /** Why there are none: `working`, `moving`, `failed` or `off`. */
    doubt: { type: String },
    /** Axis bounds `{low, high}` from the lever's extremes; without them, bounds that only grow. */
    bounds: { attribute: false },
    /** Index of the year to begin with, or null for the last one; somebody who reads another year keeps it. */
    at: { attribute: false },
    /** Index of the year somebody reads, or null. */
    read: { state: true },
    /** Width to draw for, in px at 16 px letters. */
    width: { state: true },
  };

  #watch = new ResizeObserver(([entry]) => {
    // Drawings are made for 16 px letters and grow with the letters of the page: larger type, or the room.
    this.scale = rootSize() / 16;
    this.style.setProperty('--drawing', String(this.scale));
    this.width = Math.floor(entry.contentRect.width / this.scale);
  });
  #held = new Map();

  constructor() {
    super();
    this.answer = null;
    this.ranges = null;
    this.stale = null;
    this.doubt = 'working';
    this.bounds = null;
    this.at = null;
    this.read = null;
    this.width = 0;
    this.scale = 1;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
  }

  /** The year that is read, inside the years shown even when those have become fewer. */
  get year() {
    return Math.min(this.read ?? this.at ?? Number.POSITIVE_INFINITY, this.answer.years.length - 1);
  }

  /** What a view needs to know of model runs. */
  get runs() {
    return { ranges: this.ranges, doubt: this.doubt };
  }

  /** The view, with the mark of a person's own figures on it. */
  get view() {
    return this.brief ? this.see() : marked(soFar(this.see()), this.answer);
  }

  #tallest = createHold();

  /** What has become tall stays so: nothing below it moves while ranges are being worked out. */
  updated() {
    const figure = this.renderRoot.querySelector('figure');
    if (!figure || figure.querySelector('details[open]')) return;
    this.#tallest.hold(
      [figure, figure.querySelector('figcaption')],
      `${this.width} ${this.scale} ${this.outcome ?? ''}`,
    );
  }

  /** Bounds of one axis, held still between answers about the same thing. */
  axis(key, values, least, given = this.bounds) {
    if (given) return given;
    const bounds = grow(this.#held.get(key), values, least);
    this.#held.set(key, bounds);
    return bounds;
  }

  /** The picture's figures as a CSV file's text: the same rows as the drawing and the table. */
  csv() {
    return this.answer ? csv(this.view, say) : '';
  }

  render() {
    if (!this.answer) return nothing;
    const view = this.view;
    return html`
      <figure aria-labelledby="title" part="figure">
        <figcaption>
          <h3 class="title" id="title">${say(view.message)}</h3>
          <p class="sub">${say(view.subtitle)}</p>
          ${ownMarks(view).map((mark) => html`<p><span class="tag">${say(mark)}</span></p>`)}
          ${[view.summary, view.range, view.chance, view.later].map((line) => (line ? html`<p class="summary">${sayRich(line)}</p>` : nothing))}
        </figcaption>
        ${this.width >= LEAST_ROOM && view.marks !== null ? this.draw(view, this.width) : nothing}
        ${this.#notes(view)}
        <div class="foot">
          ${view.why ? this.#whyButton(view.why) : nothing}
          ${view.rows.length > 0 ? this.#table(view) : nothing}
        </div>
      </figure>
    `;
  }

  #notes({ notes = [] }) {
    if (notes.length === 0) return nothing;
    return html`<div class="notes">${notes.map((note) => html`<p class="note">${sayRich(note)}</p>`)}</div>`;
  }

  #table(view) {
    return html`
      <details>
        <summary>${say({ id: 'pic-show-table' })}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${say(view.subtitle)}>
          ${this.table(view, html`${say(view.message)}${ownMarks(view).map((mark) => html` (${say(mark)})`)}`)}
        </div>
        <button class="link" type="button" @click=${this.#save}>${say({ id: 'pic-save-csv' })}</button>
        ${this.constructor.oneDrawing && view.marks ? html`<button class="link" type="button" @click=${this.#saveDrawing}>${say({ id: 'download-picture' })}</button>` : nothing}
      </details>
    `;
  }

  /** The rows of the view, each a row; a picture whose rows belong together may fold them. */
  table(view, caption) {
    return html`<table>
      <caption>${caption}</caption>
      <thead><tr>${view.columns.map((column) => heading(column, view.rows))}</tr></thead>
      <tbody>${view.rows.map((row) => this.#row(row, view.columns))}</tbody>
    </table>`;
  }

  #row(row, columns) {
    return html`<tr>${columns.map((column, i) => this.#cell(row, column, i))}</tr>`;
  }

  #cell(row, column, i) {
    const value = row[column.key];
    const text = cellText(value, column);
    return i === 0 ? html`<th scope="row">${text}</th>` : html`<td class=${isWords(value) ? 'text' : ''}>${text}</td>`;
  }

  #whyButton(detail) {
    return html`<button class="link" type="button" @click=${() => this.why(detail)}>${say({ id: 'pic-why' })}</button>`;
  }

  /**
   * Somebody asks why a figure is what it is: one year's difference, or one of the two accounts.
   * @param {{outcome: string, year: number|null, figure: 'difference'|'by_horizon'|'set_in_motion'}} detail
   */
  why(detail) {
    this.dispatchEvent(new CustomEvent('hw-why', { detail, bubbles: true, composed: true }));
  }

  #save = () => saveText(`${this.view.name}-${this.answer.place.code}.csv`, this.csv());

  /** What is written above and below a drawing that is saved: its message, what it counts, whose figures, the word on ranges. */
  drawingWords() {
    const { message, subtitle, summary, range, notes, ...view } = this.view;
    // A mark stands alone on the page; here other sentences follow it.
    const own = ownMarks(view).map((mark) => `${say(mark)}.`);
    const known = [summary, range, notes.at(-1)].filter(Boolean).map(say);
    return { title: say(message), about: say(subtitle), note: [...own, ...known].join(' ') };
  }

  #saveDrawing = () => {
    const text = svgText(this.renderRoot.querySelector('figure svg'), this.drawingWords());
    saveText(`${this.view.name}-${this.answer.place.code}.svg`, text, 'image/svg+xml');
  };
}

/** A cell as it is read: words, or a figure at the precision of its column. */
export const cellText = (value, column) =>
  value?.id ? say(value) : shown(value, column, say({ id: 'pic-not-counted' }));

const isWords = (value) => typeof value === 'string' || Boolean(value?.id);

/** A heading stands over its column: with the words, or with the figures. */
const heading = ({ key, label }, rows) =>
  html`<th scope="col" class=${rows.some((row) => isWords(row[key])) ? 'text' : ''}>${say(label)}</th>`;
