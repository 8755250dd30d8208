// `<hw-share>`: the link that brings this plan back. Nothing is sent; the link is copied.
import { css, html, LitElement } from 'lit';
import { base } from '../../styles/sheets.js';
import { t } from '../../words/words.js';

export class HwShare extends LitElement {
  static properties = {
    href: {},
    state: { attribute: false },
    said: { state: true },
  };

  static styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--s-2);
      }

      input {
        inline-size: 100%;
        padding-inline: var(--s-2);
      }
    `,
  ];

  async #copy() {
    const field = this.renderRoot.querySelector('input');
    try {
      await navigator.clipboard.writeText(this.href);
      this.said = t('share-copied');
    } catch {
      // No permission, or an old browser: the address stands selected, to be copied by hand.
      field.select();
      this.said = t('share-select');
    }
  }

  render() {
    const own = (this.state?.place.files ?? []).length > 0;
    return html`
      <label for="link">${t('share-label')}</label>
      <input id="link" readonly .value=${this.href ?? ''} @focus=${(event) => event.target.select()} />
      <div><button class="button" @click=${this.#copy}>${t('share-copy')}</button></div>
      <p role="status">${this.said ?? ''}</p>
      <p class="note">${t('share-note')}</p>
      ${own ? html`<p class="fault">${t('share-own-place')}</p>` : ''}
    `;
  }
}

customElements.define('hw-share', HwShare);
