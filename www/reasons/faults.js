/** Faults of an input, one by one: which field, what stands there, why it cannot be. Nothing is lost in silence. */
import { html, nothing } from 'lit';
import { t } from '../words/words.js';

/** Most faults drawn at once; the rest are counted. */
const MOST = 100;

/** @param {{path: string, value: unknown, reason: string}[]} faults @param {string} title */
export function faultList(faults, title) {
  if (!faults?.length) return nothing;
  const rest = faults.length - MOST;
  return html`<div class="fault" role="alert">
    <h4>${title}</h4>
    <table>
      <thead><tr><th scope="col">${t('faults-field')}</th><th scope="col">${t('faults-value')}</th><th scope="col">${t('faults-reason')}</th></tr></thead>
      <tbody>${faults.slice(0, MOST).map(faultRow)}</tbody>
    </table>
    ${rest > 0 ? html`<p>${t('faults-more', { n: rest })}</p>` : nothing}
  </div>`;
}

function faultRow({ path, value, reason }) {
  const shown = value === undefined || value === null || value === '' ? t('faults-nothing') : String(value);
  return html`<tr>
    <th scope="row"><code>${path || t('faults-whole')}</code></th>
    <td><code>${shown}</code></td>
    <td>${reason}</td>
  </tr>`;
}
