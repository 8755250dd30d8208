// All places: to pick one, and to see one figure or one plan everywhere. The small map of hexagons is fetched with the
// element, which comes when its section is opened, and the map of shapes when it is asked for; the list below holds the
// same places, figures and choices.
import { html, LitElement, nothing, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../styles/sheets.js';
import { shown } from '../views/csv.js';
import { FIGURES, mapView, needsPlan } from '../views/map.js';
import { hexes, shapes } from './map-data.js';
import { mapCss } from './map-css.js';
import { hexMarks, neighbour, shapeMarks } from './marks/map.js';
import { pictureCss } from './picture-css.js';
import { say } from './say.js';

const LARGEST = 560;
const DRAWINGS = {
  hex: { load: hexes, marks: (data, width) => hexMarks(data, width) },
  shape: { load: shapes, marks: ({ collection, box }, width) => shapeMarks(collection, box, width) },
};

export class HwMap extends LitElement {
  static styles = [base, pictureCss, mapCss];

  static properties = {
    /** Rows of the index. */
    places: { attribute: false },
    /** The place now open: `{codes}`. */
    place: { attribute: false },
    engine: { attribute: false },
    scenario: { attribute: false },
    figure: { state: true },
    drawing: { state: true },
    here: { state: true },
    width: { state: true },
    data: { state: true },
    fault: { state: true },
    results: { state: true },
    running: { state: true },
  };

  #watch = new ResizeObserver(([entry]) => {
    const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    this.style.setProperty('--drawing', String(scale));
    this.width = Math.floor(entry.contentRect.width / scale);
  });
  #sweep = null;

  constructor() {
    super();
    Object.assign(this, { places: [], place: null, engine: null, scenario: null, figure: FIGURES[0], drawing: null });
    Object.assign(this, { here: null, width: 0, data: {}, fault: false, results: new Map(), running: false });
  }

  connectedCallback() {
    super.connectedCallback();
    this.#watch.observe(this);
    this.#open(this.drawing ?? 'hex');
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
    this.#stop();
  }

  /** Results belong to one plan. */
  willUpdate(changed) {
    if (!changed.has('scenario') || this.results.size === 0) return;
    this.#stop();
    this.results = new Map();
  }

  get #rows() {
    return this.places.filter((place) => place.kind !== 'country');
  }

  async #open(drawing) {
    this.drawing = drawing;
    if (this.data[drawing]) return;
    try {
      const data = await DRAWINGS[drawing].load();
      this.data = { ...this.data, [drawing]: data };
      this.fault = false;
    } catch {
      this.fault = true;
    }
  }

  /** Runs the plan in every place; the map fills as answers come. */
  #everywhere = async () => {
    this.results = new Map();
    const sweep = this.engine.sweep(this.scenario, (row) => {
      this.results = new Map(this.results).set(row.code, row);
    });
    this.#sweep = sweep;
    this.running = true;
    await sweep;
    if (this.#sweep === sweep) this.running = false;
  };

  #stop = () => {
    this.#sweep?.cancel?.();
    this.#sweep = null;
    this.running = false;
  };

  #pick(code) {
    const detail = { codes: [code], files: [] };
    this.dispatchEvent(new CustomEvent('hw-place', { detail, bubbles: true, composed: true }));
  }

  render() {
    if (this.#rows.length === 0) return nothing;
    const view = mapView(this.#rows, { figure: this.figure, results: this.results, chosen: this.place?.codes ?? [] });
    return html`
      <figure aria-labelledby="title">
        <figcaption>
          <h3 class="title" id="title">${say(view.message)}</h3>
          <p class="sub">${say(view.subtitle)}</p>
        </figcaption>
        ${this.#choices()}
        ${this.drawing && this.data[this.drawing] && this.width > 0 ? this.#map(view) : nothing}
        ${view.notes.map((note) => html`<p class="note">${say(note)}</p>`)}
        ${this.fault ? html`<p role="alert">${say({ id: 'pic-map-fault' })}</p>` : nothing}
        ${this.#list(view)}
      </figure>
    `;
  }

  #choices() {
    const button = (key) => html`<button class="button" type="button" aria-pressed=${this.drawing === key}
      @click=${() => this.#open(key)}>${say({ id: `pic-map-draw-${key}` })}</button>`;
    const wanted = this.engine && needsPlan(this.figure) && this.results.size < this.#rows.length;
    return html`
      <div class="choices">
        <label>${say({ id: 'pic-map-colour' })}
          <select @change=${(event) => {
            this.figure = event.target.value;
          }}>
            ${FIGURES.filter((key) => this.engine || !needsPlan(key)).map(
              (key) => html`
              <option value=${key} ?selected=${key === this.figure}>${say({ id: `pic-map-figure-${key}` })}</option>`,
            )}
          </select></label>
        ${button('hex')}${button('shape')}
        ${wanted ? this.#runButton() : nothing}
      </div>
    `;
  }

  #runButton() {
    const [act, id] = this.running ? [this.#stop, 'pic-map-stop'] : [this.#everywhere, 'pic-map-run'];
    return html`<button class="button button--main" type="button" @click=${act}>${say({ id })}</button>`;
  }

  #map(view) {
    const marks = DRAWINGS[this.drawing].marks(this.data[this.drawing], Math.min(this.width, LARGEST));
    const rows = new Map(view.rows.map((row) => [row.code, row]));
    const tiles = marks.tiles.filter((tile) => rows.has(tile.code));
    const here = this.here ?? view.rows.find((row) => row.chosen)?.code ?? tiles[0].code;
    const at = tiles.find((tile) => tile.code === here);
    const onkeydown = (event) => {
      if (event.key === 'Escape') return event.currentTarget.blur();
      if (event.key === 'Enter' || event.key === ' ') this.#pick(here);
      else if (!event.key.startsWith('Arrow')) return undefined;
      else this.here = neighbour(tiles, here, event.key);
      return event.preventDefault();
    };
    return html`
      <p class="reading" aria-hidden="true">${say(view.words(rows.get(here)))}</p>
      <div class="map" role="listbox" tabindex="0" aria-label=${say({ id: 'pic-map-label' })}
        aria-activedescendant="at-${here}" @keydown=${onkeydown}>
        <svg
          width=${marks.width}
          height=${marks.height}
          viewBox="0 0 ${marks.width} ${marks.height}"
          role="presentation"
        >
          ${repeat(
            tiles,
            (tile) => tile.code,
            (tile) => this.#tile(tile, rows.get(tile.code), view),
          )}
          ${tiles.filter((tile) => rows.get(tile.code).chosen).map((tile) => svg`<path class="ring" d=${tile.path} />`)}
          ${at ? svg`<path class="here" d=${at.path} />` : nothing}
        </svg>
      </div>
      <ul class="key">${view.key.map(
        ({ step, words }) => html`<li><svg width="18" height="18" aria-hidden="true">
        <rect class="tile ${step}" x="1" y="1" width="16" height="16" /></svg>${say(words)}</li>`,
      )}</ul>
    `;
  }

  #tile(tile, row, view) {
    return svg`<path id="at-${tile.code}" class="tile ${row.step}" d=${tile.path} role="option"
      aria-selected=${row.chosen}
      aria-label=${say(view.words(row))} @pointerenter=${() => {
        this.here = tile.code;
      }} @click=${() => this.#pick(tile.code)} />`;
  }

  #list(view) {
    const [, , column] = view.columns;
    const unknown = say({ id: 'pic-not-counted' });
    return html`
      <details>
        <summary>${say({ id: 'pic-map-list' })}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${say({ id: 'pic-map-list' })}>
          <table>
            <thead><tr>${view.columns.map(({ label }) => html`<th scope="col">${say(label)}</th>`)}</tr></thead>
            <tbody>${view.rows.map(
              (row) => html`<tr>
              <th scope="row">
                <button class="link pick shown" type="button" @click=${() => this.#pick(row.code)}>${row.name}</button>
              </th>
              <td class="text">${row.region}</td>
              <td>${shown(row.value, column, unknown)}</td></tr>`,
            )}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }
}

customElements.define('hw-map', HwMap);
