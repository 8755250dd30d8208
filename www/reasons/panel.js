/**
 * A panel that opens over the page: a modal `<dialog>` at the side (whole screen on a phone). Focus goes to its heading,
 * Escape and the button close it, and focus goes back to where it was.
 */
import { css, html, LitElement } from 'lit';
import { base } from '../styles/sheets.js';
import { t } from '../words/words.js';

/** The element that really has the focus, through all open shadow roots. */
function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

export const panelStyles = css`
  dialog { inline-size: min(100vw, 60rem); max-inline-size: 100vw; block-size: 100dvh; max-block-size: 100dvh; margin: 0 0 0 auto;
    padding: 0; border: 0; border-inline-start: 3px solid var(--r-ink); background: var(--r-page); color: var(--r-ink);
    overflow-y: auto; overscroll-behavior: contain; }
  dialog::backdrop { background: rgb(15 23 30 / 0.5); }
  .bar { position: sticky; inset-block-start: 0; z-index: 2; display: flex; gap: var(--s-3); align-items: flex-start;
    justify-content: space-between; padding: var(--s-3); background: var(--r-page); border-block-end: 1px solid var(--r-rule); }
  .bar h2:focus-visible { outline-offset: 2px; }
  .bar .button { flex: none; }
  .body { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-5); padding: var(--s-3); }
  .body > section { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-2); min-inline-size: 0; }
  .body > section > h3 { border-block-start: 3px solid var(--r-ink); padding-block-start: var(--s-2); }
  .row { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-2); align-items: center; }
  .name { text-align: start; }
  @media (min-width: 480px) { .bar, .body { padding-inline: var(--s-5); } }
  @media (max-width: 479px) { dialog { border-inline-start: 0; } .bar h2 { font: 600 var(--t-message); } }
  @media print { dialog { position: static; inline-size: auto; block-size: auto; max-block-size: none; } }
`;

export class Panel extends LitElement {
  static styles = [base, panelStyles];

  #before = null;

  get dialog() {
    return this.renderRoot.querySelector('dialog');
  }

  /** Opens the panel once it has drawn itself. */
  async open() {
    await this.updateComplete;
    if (!this.isConnected || this.dialog.open) return;
    this.#before = focused();
    this.dialog.showModal();
    this.renderRoot.querySelector('h2').focus();
  }

  close() {
    this.dialog.close();
  }

  /** What a subclass undoes when it closes. */
  closed() {}

  #onClose() {
    const before = this.#before;
    this.#before = null;
    this.closed();
    before?.isConnected && before.focus();
    this.dispatchEvent(new CustomEvent('hw-closed', { bubbles: true, composed: true }));
  }

  /** The frame of every panel: heading, button, body. */
  frame(title, body) {
    return html`<dialog aria-labelledby="title" @close=${this.#onClose}>
      <div class="bar">
        <h2 id="title" tabindex="-1">${title}</h2>
        <button type="button" class="button" @click=${this.close}>${t('panel-close')}</button>
      </div>
      <div class="body">${body}</div>
    </dialog>`;
  }
}
