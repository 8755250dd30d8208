// `<hw-programme>`: one programme as a card: what it is, how good the evidence is, cost, cap, and what it gets.
// A programme that changed nothing when tested has the same card, with an ink frame that says so.
import { html, LitElement, nothing } from 'lit';
import { base } from '../../styles/sheets.js';
import { pounds, share } from '../../words/format.js';
import { t } from '../../words/words.js';
import '../hw-lever.js';
import { programmeView } from '../programme-view.js';
import { programmeCss } from './programme-css.js';

const STEPS = { share: 0.01, gbp_per_year: 10000 };

const nullWords = ({ wellTested }) => (wellTested ? 'programme-null-tested' : 'programme-null');

export class HwProgramme extends LitElement {
  static styles = [base, programmeCss];

  static properties = {
    /** Record of `engine.describe.programmes`. */
    programme: { attribute: false },
    answer: { attribute: false },
    scenario: { attribute: false },
    /** `share` or `gbp_per_year` when one's own mix is set; null under ours. */
    unit: { attribute: false },
    fault: { attribute: false },
  };

  render() {
    const view = programmeView(this.programme, this.answer);
    return html`<article aria-labelledby="name">
      <details>
        <summary>${this.#head(view)}</summary>
        <p>${view.what}</p>
        ${view.alsoCalled.length > 0 ? html`<p class="note">${t('programme-also', { names: view.alsoCalled.join(', ') })}</p>` : nothing}
        ${view.nothingShown ? this.#null(view) : nothing}
        ${this.#facts(view)}
        ${view.nothingShown ? nothing : this.#nullList(view)}
        ${view.texts.map(({ key, text }) => html`<p><b>${t(`programme-${key}`)}</b> ${text}</p>`)}
      </details>
      ${this.unit ? this.#lever(view) : nothing}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
    </article>`;
  }

  /** What tells one card from another while it is closed: the name, how good the evidence is, and what it gets here. */
  #head(view) {
    const grade = ({ kind, letter, rungs }) => html`<span class="grade">${t(`programme-grade-${kind}`)}
      <b>${this.#rungs(rungs)}${t(`grade-${letter.toLowerCase()}`)}</b></span>`;
    return html`<h3 id="name">${view.label}</h3>
      <span class="brief">
        ${view.nothingShown ? html`<b>${t(nullWords(view))}</b>` : nothing}
        ${view.grades.map(grade)}
        ${this.unit ? nothing : html`<span>${view.reached ? t('programme-reached', view.reached) : t('programme-not-in-plan')}</span>`}
      </span>`;
  }

  #null(view) {
    return html`<div class="null">
      <p class="voice"><b>${t(nullWords(view))}</b></p>
      ${view.nulls.slice(0, 1).map((text) => html`<p>${text}</p>`)}
      <p class="note">${t('programme-null-why')}</p>
    </div>`;
  }

  #nullList({ nulls }) {
    if (nulls.length === 0) return nothing;
    return html`<p><b>${t('programme-not-found')}</b></p>
      <ul class="list">
        ${nulls.map((text) => html`<li>${text}</li>`)}
      </ul>`;
  }

  #lever(view) {
    const given = this.scenario.programmes?.[view.id] ?? {};
    const max =
      this.unit === 'share'
        ? 1
        : Math.max(
            STEPS.gbp_per_year,
            Math.ceil((this.answer?.money.full_shift_gbp_per_year ?? 0) / STEPS.gbp_per_year) * STEPS.gbp_per_year,
          );
    return html`<hw-lever
      compact
      .label=${t(`programme-give-${this.unit.replaceAll('_', '-')}`)}
      .path=${view.id}
      .value=${given[this.unit] ?? 0}
      .range=${{ min: 0, max, step: STEPS[this.unit], unit: this.unit, default: 0 }}
      .says=${view.reached ? t('programme-reached', view.reached) : ' '}
      @hw-change=${(event) => this.#give(event, view)}
    ></hw-lever>`;
  }

  #give(event, view) {
    event.stopPropagation();
    const detail = { id: view.id, value: event.detail.value, moving: event.detail.moving, label: view.label };
    this.dispatchEvent(new CustomEvent('hw-give', { detail, bubbles: true, composed: true }));
  }

  #facts(view) {
    const fact = (label, content) => html`<div><dt>${label}</dt><dd>${content}</dd></div>`;
    return html`<dl>
      ${view.costs.map((cost) => fact(t('programme-cost'), this.#cost(cost)))}
      ${view.caps.map((cap) => fact(t('programme-cap'), this.#cap(cap)))}
    </dl>`;
  }

  #rungs(filled) {
    return html`<span class="rungs" aria-hidden="true">${[1, 2, 3, 4].map((rung) => html`<i class="r${rung} ${rung <= filled ? 'f' : ''}"></i>`)}</span>`;
  }

  #cost({ value, low, high, per, status }) {
    const range =
      low === null
        ? nothing
        : html`<small>${t('programme-cost-range', { low: pounds(low), high: pounds(high) })} ${this.#how(status)}</small>`;
    return html`${t('programme-cost-per', { pounds: pounds(value), per })} ${range}`;
  }

  #cap({ most, yearly, today, whom, status, todayStatus }) {
    return html`${t(yearly ? 'programme-cap-yearly' : 'programme-cap-most', { share: share(most) })}
      <small>${t(`programme-basis-${whom.replaceAll('_', '-')}`)} ${this.#how(status)}</small>
      ${today === null ? nothing : html`<small>${t('programme-cap-today', { share: share(today) })} ${this.#how(todayStatus)}</small>`}`;
  }

  #how(status) {
    return status === 'assumed' ? html`<span class="tag">${t('how-assumed')}</span>` : nothing;
  }
}

customElements.define('hw-programme', HwProgramme);
