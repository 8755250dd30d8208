// `<hw-presets>`: plans made ready, each with the one sentence it teaches. One tap, and undo brings yours back.
import { css, html, LitElement, nothing } from 'lit';
import { same } from '../../app/overlay.js';
import { ORDER, presetLesson, presetName, presets } from '../../app/presets.js';
import { base } from '../../styles/sheets.js';

export class HwPresets extends LitElement {
  static properties = {
    state: { attribute: false },
  };

  static styles = [
    base,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
        gap: var(--s-3);
      }

      li {
        display: grid;
        grid-template-rows: auto 1fr;
        gap: var(--s-1);
        align-content: start;
      }

      .button {
        text-align: start;
      }
    `,
  ];

  #pick(id, name) {
    const detail = { path: 'scenario', value: presets[id], label: name };
    this.dispatchEvent(new CustomEvent('hw-change', { detail, bubbles: true, composed: true }));
  }

  render() {
    if (!this.state) return nothing;
    return html`<ul>
      ${ORDER.map((id) => this.#preset(id, presets[id]))}
    </ul>`;
  }

  #preset(id, scenario) {
    const name = presetName(id);
    const on = same(scenario, this.state.scenario);
    return html`<li>
      <button class="button" aria-pressed=${on ? 'true' : 'false'} aria-describedby="lesson-${id}" @click=${() => this.#pick(id, name)}>
        ${name}
      </button>
      <p class="note" id="lesson-${id}">${presetLesson(id)}</p>
    </li>`;
  }
}

customElements.define('hw-presets', HwPresets);
