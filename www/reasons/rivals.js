/** Rival evidence: where published figures disagree, as a choice with both sides' words. */
import { html, nothing } from 'lit';
import { t } from '../words/words.js';

export function rivalPart(rivals, scenario, act) {
  return html`<section>
    <h3>${t('rivals-title')}</h3>
    <p>${t('rivals-intro')}</p>
    <ul class="rivals">${rivals.map((rival) => html`<li>${choice(rival, scenario?.switches?.[rival.id], act)}</li>`)}</ul>
  </section>`;
}

function choice(rival, chosen, { take, ask }) {
  const now = chosen ?? rival.default;
  const one = (option) => html`<div class="side"><label class="choice">
    <input type="radio" name=${rival.id} .checked=${option.id === now} @change=${() => take(rival, option.id)} />
    <span>${option.label}${option.id === rival.default ? html` <span class="note">${t('rivals-start')}</span>` : nothing}
      ${option.note ? html`<span class="note says">${option.note}</span>` : nothing}</span>
  </label>${option.points_at ? html`<button type="button" class="link" @click=${() => ask(option.points_at)}>${t('assumptions-source')}<span class="vh">: ${option.label}</span></button>` : nothing}</div>`;
  const body = html`<fieldset>
    <legend>${rival.question ?? rival.label}</legend>
    ${rival.options.map(one)}
    ${rival.why ? html`<p class="note">${t('rivals-why', { why: rival.why })}</p>` : nothing}
  </fieldset>`;
  return html`<details ?open=${chosen !== undefined}>
    <summary>${rival.label}${chosen === undefined ? nothing : html` <span class="tag">${t('assumptions-yours')}</span>`}</summary>
    ${body}
  </details>`;
}
