// `<hw-programmes>`: what the money buys. Our mix or one's own, by share or in pounds, and a card for each programme.
import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../../styles/sheets.js';
import { percent } from '../../words/format.js';
import { t } from '../../words/words.js';
import '../../app/hw-part.js';
import '../hw-choice.js';
import { findProgrammes, givenOut, inOrder, mixOf } from '../programme-view.js';
import { programmesCss } from './programme-css.js';
import './hw-programme.js';

/** Less than any step: the dust of adding binary fractions. */
const DUST = 1e-9;

export class HwProgrammes extends LitElement {
  static styles = [base, programmesCss];

  static properties = {
    engine: { attribute: false },
    describe: { attribute: false },
    state: { attribute: false },
    typed: { state: true },
    unit: { state: true },
    fault: { state: true },
  };

  constructor() {
    super();
    this.typed = '';
    this.unit = 'share';
    this.fault = null;
  }

  get #mix() {
    const mix = this.state.scenario.programmes;
    return mix && typeof mix === 'object' ? mix : null;
  }

  #change(path, value, label, moving = false) {
    const detail = { path, value, label, moving };
    this.dispatchEvent(new CustomEvent('hw-change', { detail, bubbles: true, composed: true }));
  }

  /** From our mix to one's own: it starts as what ours pays for, so that nothing jumps. */
  async #switch(event) {
    event.stopPropagation();
    const { value } = event.detail;
    if (value === 'evidence_mix') return this.#change('programmes', 'evidence_mix', t('programmes-ours'));
    const explained = await this.engine.explain(this.state.scenario);
    const chain = explained?.explanation?.chain ?? [];
    return this.#change('programmes', mixOf(chain), t('programmes-own'));
  }

  /** One programme's lever: what is asked for beyond the money that is left is held, and said. */
  #give(event) {
    event.stopPropagation();
    const { id, value, label, moving } = event.detail;
    const mix = this.#mix ?? {};
    this.fault = null;
    if (this.unit === 'gbp_per_year') {
      return this.#change(`programmes.${id}`, value > 0 ? { gbp_per_year: value } : null, label, moving);
    }
    const others = givenOut({ ...mix, [id]: {} });
    const left = Math.max(0, Math.round((1 - others) * 1000) / 1000);
    if (value > left + DUST)
      this.fault = {
        id,
        text: t(left > 0 ? 'programmes-too-much' : 'programmes-none-left', { left: percent(left, 0) }),
      };
    const share = Math.floor(Math.min(value, left) * 1000 + DUST) / 1000;
    return this.#change(`programmes.${id}`, share > 0 ? { share } : null, label, moving);
  }

  render() {
    if (!this.state || !this.describe) return nothing;
    const list = inOrder(findProgrammes(this.describe.programmes, this.typed), this.state.answer, this.#mix);
    return html`
      <hw-choice
        .label=${t('programmes-mix')}
        .path=${'programmes'}
        .value=${this.#mix ? 'own' : 'evidence_mix'}
        .options=${[
          { value: 'evidence_mix', label: t('programmes-ours'), note: t('programmes-ours-note') },
          { value: 'own', label: t('programmes-own'), note: t('programmes-own-note') },
        ]}
        @hw-change=${this.#switch}
      ></hw-choice>
      ${this.#mix ? this.#own() : nothing}
      <hw-part tag="hw-money" room="8" .props=${{ answer: this.state.answer }}></hw-part>
      <div class="find">
        <label for="find">${t('programmes-find')}</label>
        <input id="find" type="search" autocomplete="off" .value=${this.typed}
          @input=${(event) => {
            this.typed = event.target.value;
          }} />
        <p role="status" class="note">${t('programmes-found', { n: list.length, all: this.describe.programmes.length })}</p>
      </div>
      <ul class="cards" @hw-give=${this.#give}>
        ${repeat(
          list,
          ({ id }) => id,
          (programme) => html`<li>
            <hw-programme
              .programme=${programme}
              .answer=${this.state.answer}
              .scenario=${this.state.scenario}
              .unit=${this.#mix ? this.unit : null}
              .fault=${this.fault?.id === programme.id ? this.fault.text : null}
            ></hw-programme>
          </li>`,
        )}
      </ul>
    `;
  }

  #own() {
    const given = givenOut(this.#mix);
    const unit = (value) => html`<button
      class="button"
      aria-pressed=${this.unit === value ? 'true' : 'false'}
      @click=${() => {
        this.unit = value;
      }}
    >${t(`programmes-by-${value.replaceAll('_', '-')}`)}</button>`;
    return html`
      <div class="units" role="group" aria-label=${t('programmes-by')}>${unit('share')} ${unit('gbp_per_year')}</div>
      <p>${t(given > 1 - 0.0005 ? 'programmes-all-given' : 'programmes-given', { given: percent(given, 0), left: percent(1 - given, 0) })}</p>
    `;
  }
}

customElements.define('hw-programmes', HwProgrammes);
