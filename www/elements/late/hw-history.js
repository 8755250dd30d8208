// `<hw-history>`: what was done, and the ways back: undo, redo, start again.
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../../styles/sheets.js';
import { t } from '../../words/words.js';

const SHOWN = 8;

export class HwHistory extends LitElement {
  static properties = {
    state: { attribute: false },
  };

  static styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--s-2);
        padding-block-end: var(--s-3);
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s-2);
      }

      ol {
        list-style: decimal;
        padding-inline-start: var(--s-4);
      }
    `,
  ];

  #do(what) {
    this.dispatchEvent(new CustomEvent('hw-do', { detail: { what }, bubbles: true, composed: true }));
  }

  render() {
    if (!this.state) return nothing;
    const { undo, redo } = this.state;
    const button = (
      what,
      list,
    ) => html`<button class="button" aria-disabled=${list.length === 0 ? 'true' : 'false'} @click=${() => this.#do(what)}>
      ${t(`history-${what}`)}
    </button>`;
    return html`
      <div class="ways">
        ${button('undo', undo)} ${button('redo', redo)}
        <button class="button" @click=${() => this.#do('reset')}>${t('history-reset')}</button>
      </div>
      ${
        undo.length === 0
          ? html`<p>${t('history-none')}</p>`
          : html`<p>${t('history-last')}</p>
            <ol reversed start=${undo.length}>
              ${undo
                .slice(-SHOWN)
                .reverse()
                .map(({ label }) => html`<li>${label}</li>`)}
            </ol>`
      }
    `;
  }
}

customElements.define('hw-history', HwHistory);
