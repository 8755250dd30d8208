// `<hw-funding>`: how the money is found at first. Four routes, new money one tap away, and what belongs to the chosen one.
import { css, html, LitElement, nothing } from 'lit';
import { valueAt } from '../../app/overlay.js';
import { base } from '../../styles/sheets.js';
import { t } from '../../words/words.js';
import '../hw-choice.js';
import '../hw-lever.js';

const ROUTES = ['growth_only', 'cut_first', 'bridge', 'new_money'];
const LEVERS = { bridge: ['slider.bridge_years', 'slider.bridge_repayment_years'] };
const COMING_BACK = ['slider.capture_share', 'slider.agreement_delay_years'];

const id = (word) => word.replaceAll('_', '-');

export class HwFunding extends LitElement {
  static properties = {
    /** The page's state. */
    state: { attribute: false },
    /** `engine.describe`. */
    describe: { attribute: false },
  };

  static styles = [
    base,
    css`
      .box {
        display: grid;
        gap: var(--s-3);
        border-block-start: 1px solid var(--r-rule);
        padding-block-start: var(--s-3);
      }
    `,
  ];

  #lever(slider) {
    return html`<hw-lever
      .label=${slider.label}
      .path=${slider.scenario_key}
      .value=${valueAt(this.state.scenario, slider.scenario_key) ?? slider.default}
      .range=${slider}
      .says=${' '}
      .reason=${slider.reason}
      .assumed=${slider.status === 'assumed'}
    ></hw-lever>`;
  }

  focus() {
    this.renderRoot.querySelector('hw-choice')?.focus();
  }

  render() {
    if (!this.state) return nothing;
    const route = this.state.scenario.funding ?? 'growth_only';
    const sliders = (ids) =>
      ids.map((wanted) => this.describe.sliders.find((slider) => slider.id === wanted)).filter(Boolean);
    return html`<div class="box">
      <hw-choice
        .label=${t('funding-label')}
        .path=${'funding'}
        .value=${route}
        .options=${ROUTES.map((value) => ({ value, label: t(`funding-${id(value)}`), note: t(`funding-${id(value)}.note`) }))}
      ></hw-choice>
      ${sliders(LEVERS[route] ?? []).map((slider) => this.#lever(slider))}
      <details>
        <summary>${t('funding-back')}</summary>
        ${sliders(COMING_BACK).map((slider) => this.#lever(slider))}
      </details>
    </div>`;
  }
}

customElements.define('hw-funding', HwFunding);
