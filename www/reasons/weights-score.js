/** The score of one plan, with what drives it: the biggest part first. */
import { html, nothing } from 'lit';
import { t } from '../words/words.js';
import { noun, sayChange } from './say.js';

export function scorePart(name, result, answer) {
  const whole = Math.round(result.score);
  return html`<section>
    <h4>${name}</h4>
    <p class="score">${t('weights-score', { sign: sign(whole), n: Math.abs(whole) })}</p>
    ${result.share_of_weight_not_counted > 0 ? html`<p class="fault">${t('weights-silent', { share: result.share_of_weight_not_counted })}</p>` : nothing}
    <table>
      <thead><tr><th scope="col">${t('weights-driver')}</th><th scope="col">${t('weights-brings')}</th><th scope="col">${t('weights-points')}</th></tr></thead>
      <tbody>${result.drivers.map((driver) => row(driver, answer))}</tbody>
    </table>
  </section>`;
}

const sign = (value) => (value < 0 ? 'less' : 'more');

function row({ aim, change, points }, answer) {
  const unit = answer.outcomes[aim.outcome]?.unit ?? '';
  const who = aim.quintile ? ` (${t('weights-fifth', { n: aim.quintile })})` : '';
  const whole = Math.round(points);
  return html`<tr>
    <th scope="row">${noun(aim.outcome)}${who}</th>
    <td>${sayChange(aim.outcome, change, unit)}</td>
    <td>${t('weights-of-points', { sign: sign(whole), n: Math.abs(whole) })}</td>
  </tr>`;
}
