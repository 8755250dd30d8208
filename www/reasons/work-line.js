/** What is being worked out, how far it is, and the way to stop it. */
import { html } from 'lit';
import { t } from '../words/words.js';

/** Whether the focus is in the line: it goes with it when the work ends. @param {ShadowRoot|undefined} root */
export const isInWork = (root) => Boolean(root?.activeElement?.closest('.work'));

/** @param {{done: number, of: number}} work @param {string} words what is done @param {() => void} stop */
export function workLine({ done, of }, words, stop) {
  return html`<div class="work">
    <label><span role="status">${words}</span><progress max=${of || 1} value=${done}></progress></label>
    <button type="button" class="button" @click=${stop}>${t('work-stop')}</button>
  </div>`;
}
