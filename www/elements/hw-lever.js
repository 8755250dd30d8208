// `<hw-lever>`: one number a person may set. The box is the value; minus, plus, track and keys are ways to move it.
// It shows what it is given and reports `hw-change`; it never changes its own value.
import { html, LitElement, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { base } from '../styles/sheets.js';
import { plain, year } from '../words/format.js';
import { t } from '../words/words.js';
import { leverCss } from './lever-css.js';
import { decimalsOf, nudge, readTyped, scaleOf, snap } from './lever-math.js';

const PAGE = 10;
const OWN_KEYS = { PageUp: PAGE, PageDown: -PAGE };

export class HwLever extends LitElement {
  static styles = [base, leverCss];

  static properties = {
    /** What it sets, in words. */
    label: {},
    /** Path in the scenario. */
    path: {},
    /** Its value now, in the scenario's unit. */
    value: { type: Number },
    /** Bounds, step and start in the scenario's unit, as the evidence pack's slider record gives them. */
    range: { attribute: false },
    /** What the value means here, in a sentence. */
    says: {},
    /** Why the range ends where it does. */
    reason: {},
    /** Help text. */
    help: {},
    /** True for a figure nobody has measured. */
    assumed: { type: Boolean, reflect: true },
    /** Short form without its foot, where room is dear. */
    compact: { type: Boolean, reflect: true },
    fault: { state: true },
  };

  constructor() {
    super();
    this.fault = null;
    this.compact = false;
  }

  get #unit() {
    return this.range.unit;
  }

  #shown(value) {
    if (this.#unit === 'year') return year(value);
    return plain(value * scaleOf(this.#unit), decimalsOf(this.range.step, this.#unit));
  }

  #unitWord() {
    return t(`unit-${this.#unit.replaceAll('_', '-')}`, { n: this.value });
  }

  /** A calendar year has no unit to name. */
  #boxName() {
    const unit = this.#unitWord().trim();
    return unit ? t('lever-box', { label: this.label, unit }) : this.label;
  }

  #withUnit(value) {
    return t(`value-${this.#unit.replaceAll('_', '-')}`, { value: this.#shown(value), n: value });
  }

  /** The value as it is read aloud: number, unit, and what it means. */
  #inWords() {
    const words = this.#withUnit(this.value);
    return this.says?.trim() ? `${words}. ${this.says}` : words;
  }

  #tell(value, moving = false) {
    this.fault = null;
    if (value === this.value && moving) return;
    const detail = { path: this.path, value, label: this.label, moving };
    this.dispatchEvent(new CustomEvent('hw-change', { detail, bubbles: true, composed: true }));
  }

  /** By a button, which stays in reach of the keys at its end: there it does nothing. */
  #to(value) {
    if (value !== this.value) this.#tell(value);
  }

  #typed(event) {
    const read = readTyped(event.target.value, this.range);
    if ('value' in read) {
      this.#tell(snap(read.value, this.range));
      return;
    }
    const { min, max } = this.range;
    this.fault = t(`lever-fault-${read.reason}`, {
      typed: event.target.value.slice(0, 20),
      low: this.#withUnit(min),
      high: this.#withUnit(max),
      kept: this.#withUnit(this.value),
    });
    event.target.value = this.#shown(this.value);
  }

  #key(event) {
    const steps = OWN_KEYS[event.key];
    if (!steps) return;
    event.preventDefault();
    this.#tell(nudge(this.value, steps, this.range));
  }

  updated() {
    const { min, max } = this.range;
    const track = this.renderRoot.querySelector('.track');
    // Set through the style object: a strict policy forbids style attributes and allows this.
    track?.style.setProperty('--v', String((this.value - min) / (max - min || 1)));
  }

  render() {
    if (!this.range) return nothing;
    return html`
      <div class="head">
        <label for="range" id="label">${this.label}</label>
        ${this.#box()}
      </div>
      ${this.#track()}
      <p class="says" id="says">${this.says ?? nothing}</p>
      ${this.fault ? html`<p class="fault" id="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.compact ? nothing : this.#foot()}
    `;
  }

  #box() {
    const money = this.#unit.startsWith('gbp');
    const unit = html`<span aria-hidden="true">${this.#unitWord()}</span>`;
    return html`<span class="num">
      ${money ? unit : nothing}
      <input
        class="box ${money ? 'wide' : this.#unit}"
        inputmode="decimal"
        autocomplete="off"
        aria-label=${this.#boxName()}
        aria-invalid=${this.fault ? 'true' : 'false'}
        aria-describedby=${this.fault ? 'fault' : 'says'}
        .value=${live(this.#shown(this.value))}
        @change=${this.#typed}
      />
      ${money ? nothing : unit}
    </span>`;
  }

  #track() {
    const { min, max, step } = this.range;
    const press = (steps) => () => this.#to(nudge(this.value, steps, this.range));
    return html`<div class="row">
      <button class="step" aria-label=${t('lever-less', { label: this.label })} aria-disabled=${this.value <= min ? 'true' : 'false'}
        @click=${press(-1)}>−</button>
      <div class="track">
        <input
          type="range"
          id="range"
          min=${min}
          max=${max}
          step=${step}
          aria-valuetext=${this.#inWords()}
          aria-describedby="says"
          .value=${live(String(this.value))}
          @keydown=${this.#key}
          @input=${(event) => this.#tell(snap(event.target.valueAsNumber, this.range), true)}
          @change=${(event) => this.#tell(snap(event.target.valueAsNumber, this.range))}
        />
      </div>
      <button class="step" aria-label=${t('lever-more', { label: this.label })} aria-disabled=${this.value >= max ? 'true' : 'false'}
        @click=${press(1)}>+</button>
    </div>`;
  }

  #foot() {
    const { default: start, max } = this.range;
    return html`<div class="foot">
      <details>
        <summary>${t('lever-foot')}</summary>
        <button class="link" aria-disabled=${this.value === start ? 'true' : 'false'} @click=${() => this.#to(start)}>
          ${t('lever-back', { value: this.#withUnit(start) })}
        </button>
        <p><b>${t('lever-why-range', { value: this.#withUnit(max) })}</b></p>
        <p class="note">${this.reason}</p>
        ${this.help ? html`<p class="note">${this.help}</p>` : nothing}
      </details>
      ${this.assumed ? html`<span class="tag">${t('lever-assumed')}</span>` : nothing}
    </div>`;
  }
}

customElements.define('hw-lever', HwLever);
