// `<hw-choice>`: one of a few, as native radio buttons with a sentence each. Reports `hw-change`.
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../styles/sheets.js';

export class HwChoice extends LitElement {
  static properties = {
    label: {},
    path: {},
    value: {},
    /** `[{value, label, note}]` in the order of display. */
    options: { attribute: false },
  };

  static styles = [
    base,
    css`
      legend {
        font: 600 var(--t-name);
        padding-block-end: var(--s-2);
      }

      .option {
        display: grid;
        grid-template-columns: 1.75rem 1fr;
        gap: 0 var(--s-2);
        min-block-size: var(--touch);
        padding-block: 10px;
        cursor: pointer;
      }

      input {
        appearance: none;
        inline-size: 1.5rem;
        block-size: 1.5rem;
        min-block-size: 0;
        margin: 0;
        border: 2px solid var(--r-control);
        border-radius: 50%;
      }

      input:checked {
        border: 7px solid var(--r-link);
      }

      input:checked + .text b {
        font-weight: 700;
      }

      .text b {
        font-weight: 400;
      }

      .note {
        display: block;
      }

      @media (forced-colors: active) {
        input:checked {
          border-color: Highlight;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.options = [];
  }

  #pick(option) {
    const detail = { path: this.path, value: option.value, label: `${this.label} ${option.label}`, moving: false };
    this.dispatchEvent(new CustomEvent('hw-change', { detail, bubbles: true, composed: true }));
  }

  /** Upon the choice made, as the Tab key would. */
  focus() {
    this.renderRoot.querySelector('input:checked')?.focus();
  }

  render() {
    return html`<fieldset>
      <legend>${this.label}</legend>
      ${this.options.map(
        (option) => html`<label class="option">
          <input
            type="radio"
            name="choice"
            value=${option.value}
            .checked=${option.value === this.value}
            @change=${() => this.#pick(option)}
          />
          <span class="text">
            <b>${option.label}</b>
            ${option.note ? html`<span class="note">${option.note}</span>` : nothing}
          </span>
        </label>`,
      )}
    </fieldset>`;
  }
}

customElements.define('hw-choice', HwChoice);
