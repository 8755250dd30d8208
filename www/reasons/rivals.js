/** Rival evidence: where published figures disagree, as a choice with both sides' words. */
import { html, nothing } from 'lit';
import { t } from '../words/words.js';
import { options } from './assumptions.js';

export function rivalPart(rivals, scenario, take) {
  return html`<section>
    <h3>${t('rivals-title')}</h3>
    <p>${t('rivals-intro')}</p>
    <ul class="rivals">${rivals.map((rival) => html`<li>${choice(rival, scenario?.switches?.[rival.id], take)}</li>`)}</ul>
  </section>`;
}

function choice(rival, chosen, take) {
  const now = chosen ?? rival.default;
  const one = (option) => html`<label class="choice">
    <input type="radio" name=${rival.id} .checked=${option.id === now} @change=${() => take(rival, option.id)} />
    <span>${option.label}${option.id === rival.default ? html` <span class="note">${t('rivals-start')}</span>` : nothing}
      ${option.note ? html`<span class="note says">${option.note}</span>` : nothing}</span>
  </label>`;
  const body = html`<fieldset>
    <legend>${rival.question ?? rival.label}</legend>
    ${options(rival).map(one)}
    ${rival.why ? html`<p class="note">${t('rivals-why', { why: rival.why })}</p>` : nothing}
  </fieldset>`;
  return html`<details ?open=${chosen !== undefined}>
    <summary>${rival.label}${chosen === undefined ? nothing : html` <span class="tag">${t('assumptions-yours')}</span>`}</summary>
    ${body}
  </details>`;
}
