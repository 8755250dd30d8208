// What could not be read of a link, each part with its key, its value and the reason; the rest was kept.
import { html, nothing } from 'lit';
import { t } from '../words/words.js';

export function notices(app) {
  const list = app.state.notices;
  if (list.length === 0) return nothing;
  const told = ({ key, value, reason, ...args }) =>
    t(`link-fault-${reason}`, { key, value: value || t('link-nothing'), ...args });
  return html`<section class="notice fault" aria-label=${t('link-faults', { n: list.length })}>
    <p><b>${t('link-faults', { n: list.length })}</b></p>
    <ul>
      ${list.map((fault) => html`<li>${told(fault)}</li>`)}
    </ul>
    <button class="link" @click=${() => app.actions.set({ notices: [] })}>${t('notice-close')}</button>
  </section>`;
}
