// `<hw-place-picker>`: type a name, pick from a list, join places, or bring a file. ARIA 1.2 combobox with a listbox.
// Reports `hw-place` with `{codes, files}`. Names are matched in the page: nothing typed leaves it.
import { html, LitElement, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import '../app/hw-part.js';
import { base } from '../styles/sheets.js';
import { t } from '../words/words.js';
import { pickerCss } from './place-picker-css.js';
import { findPlaces } from './place-search.js';

const LARGEST_FILE = 20e6;

export class HwPlacePicker extends LitElement {
  static styles = [base, pickerCss];

  static properties = {
    /** All places: rows of `engine.places`. */
    places: { attribute: false },
    /** What is chosen: `{codes, files, name}`; an example counts as nothing chosen. */
    place: { attribute: false },
    /** With a way to bring a file. */
    full: { type: Boolean },
    /** Faults of a custom place file, `[{path, value, reason}]`. */
    faults: { attribute: false },
    /** Whether the next place is joined to those chosen or takes their place. */
    joining: { state: true },
    /** Whether the last thing asked for was a file: then its faults stand beside the file box. */
    brought: { state: true },
    typed: { state: true },
    open: { state: true },
    at: { state: true },
    fault: { state: true },
    dropping: { state: true },
  };

  constructor() {
    super();
    this.places = [];
    this.faults = [];
    this.joining = false;
    this.brought = false;
    this.typed = '';
    this.open = false;
    this.at = -1;
    this.fault = null;
  }

  get #codes() {
    return this.place && !this.place.example ? this.place.codes : [];
  }

  get #files() {
    return this.place && !this.place.example ? (this.place.files ?? []) : [];
  }

  get #options() {
    return findPlaces(this.places, this.typed, this.#codes);
  }

  focus() {
    this.renderRoot.querySelector('#name')?.focus();
  }

  #report(codes, files) {
    this.dispatchEvent(new CustomEvent('hw-place', { detail: { codes, files }, bubbles: true, composed: true }));
  }

  #choose(place) {
    this.typed = '';
    this.open = false;
    this.at = -1;
    this.fault = null;
    const [codes, files] = this.joining ? [this.#codes, this.#files] : [[], []];
    this.brought = false;
    this.#report([...codes, place.code], files);
  }

  #keys = {
    ArrowDown: (options) => this.#move(this.open ? (this.at + 1) % Math.max(options.length, 1) : 0),
    ArrowUp: (options) => this.#move(this.at <= 0 ? options.length - 1 : this.at - 1),
    Escape: () => {
      if (!this.open) this.typed = '';
      this.open = false;
      this.at = -1;
    },
    Enter: (options) => this.#enter(options),
  };

  #move(to) {
    this.open = true;
    this.at = to;
  }

  #enter(options) {
    if (this.open && this.at >= 0) return this.#choose(options[this.at]);
    if (this.typed.trim() === '') return undefined;
    if (options.length === 1) return this.#choose(options[0]);
    const exact = options.find(({ name }) => name.toLowerCase() === this.typed.trim().toLowerCase());
    if (exact) return this.#choose(exact);
    this.fault = t(options.length === 0 ? 'place-none' : 'place-several', { typed: this.typed.slice(0, 40) });
    return undefined;
  }

  #key(event) {
    const act = this.#keys[event.key];
    if (!act) return;
    event.preventDefault();
    act(this.#options);
  }

  #type(event) {
    this.typed = event.target.value;
    this.open = true;
    this.at = -1;
    this.fault = null;
  }

  async #bring(list) {
    const files = [...list];
    const large = files.find((file) => file.size > LARGEST_FILE);
    if (large) {
      this.fault = t('place-file-large', { name: large.name });
      return;
    }
    const read = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
    this.brought = true;
    if (read.length > 0) this.#report(this.#codes, [...this.#files, ...read]);
  }

  updated() {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  render() {
    const options = this.open ? this.#options : [];
    const joined = this.#codes.length + this.#files.length > 0;
    return html`
      ${joined ? this.#chips() : nothing}
      <label for="name">${t(joined ? (this.joining ? 'place-join' : 'place-change') : 'place-label')}</label>
      <div class="combo">
        <input
          id="name"
          role="combobox"
          autocomplete="off"
          autocapitalize="words"
          spellcheck="false"
          aria-autocomplete="list"
          aria-expanded=${this.open && options.length > 0 ? 'true' : 'false'}
          aria-controls="list"
          aria-activedescendant=${this.at >= 0 ? `option-${this.at}` : nothing}
          aria-describedby=${this.fault ? 'fault device' : 'device'}
          aria-invalid=${this.fault ? 'true' : 'false'}
          placeholder=${t('place-placeholder')}
          .value=${live(this.typed)}
          @input=${this.#type}
          @keydown=${this.#key}
          @click=${() => this.#move(-1)}
          @blur=${() => {
            this.open = false;
          }}
        />
        ${this.#list(options)}
      </div>
      ${this.#faulty()}
      <p class="vh" role="status">${this.open && this.typed ? t('place-found', { n: options.length }) : ''}</p>
      <p class="note" id="device">${t('place-private')}</p>
      ${joined ? this.#join() : nothing}
      ${this.full ? this.#fileBox() : nothing}
    `;
  }

  #faulty() {
    const reasons = this.fault ? [this.fault] : this.brought ? [] : this.faults.map(({ reason }) => reason);
    if (reasons.length === 0) return nothing;
    return html`<p class="fault" id="fault" role="alert">${reasons.join(' ')}</p>`;
  }

  #join() {
    return html`<label class="join">
      <input
        type="checkbox"
        .checked=${this.joining}
        @change=${(event) => {
          this.joining = event.target.checked;
        }}
      />
      ${t('place-joining')}
    </label>`;
  }

  #list(options) {
    return html`<ul id="list" role="listbox" aria-label=${t('place-list')} ?hidden=${options.length === 0}>
      ${options.map(
        (place, at) => html`<li
          role="option"
          id="option-${at}"
          aria-selected=${at === this.at ? 'true' : 'false'}
          @pointerdown=${(event) => event.preventDefault()}
          @click=${() => this.#choose(place)}
        >
          ${place.name} <span class="note">${place.region}</span>
        </li>`,
      )}
    </ul>`;
  }

  #chips() {
    const named = (code) => this.places.find((place) => place.code === code)?.name ?? code;
    const without = (list, at) => list.filter((_, index) => index !== at);
    const chip = (name, remove) => html`<li>
      ${name}<button class="remove" aria-label=${t('place-remove', { name })} @click=${remove}>×</button>
    </li>`;
    return html`<ul class="chips" aria-label=${t('place-chosen')}>
      ${this.#codes.map((code, at) => chip(named(code), () => this.#report(without(this.#codes, at), this.#files)))}
      ${this.#files.map((file, at) => chip(file.name, () => this.#report(this.#codes, without(this.#files, at))))}
    </ul>`;
  }

  #fileBox() {
    const over = (dropping) => (event) => {
      event.preventDefault();
      this.dropping = dropping;
    };
    return html`<details class="own">
      <summary>${t('place-own')}</summary>
      <div
        class="drop ${this.dropping ? 'over' : ''}"
        @dragover=${over(true)}
        @dragleave=${over(false)}
        @drop=${(event) => {
          over(false)(event);
          this.#bring(event.dataTransfer.files);
        }}
      >
        <label for="file">${t('place-file')}</label>
        <input id="file" type="file" multiple accept=".json,.csv" @change=${(event) => this.#bring(event.target.files)} />
        <p class="note">${t('place-file-note')}</p>
        ${
          this.brought && this.faults.length > 0
            ? html`<hw-part tag="hw-place-faults" eager .props=${{ faults: this.faults }}></hw-part>`
            : nothing
        }
      </div>
    </details>`;
  }
}

customElements.define('hw-place-picker', HwPlacePicker);
