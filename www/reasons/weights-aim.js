/** One aim of a shared-outcomes framework: the result, for whom, by when, how much more or fewer, and how much it counts. */
import { html, nothing } from 'lit';
import { t } from '../words/words.js';
import { ACCOUNTS, aimFaults } from './framework.js';
import { noun } from './say.js';

const FIFTHS = [1, 2, 3, 4, 5];

/** @param {object} aim @param {number} index @param {{change: Function, remove: Function, answer: object}} context */
export function aimRow(aim, index, { change, remove, answer }) {
  const faults = aimFaults(aim);
  const put = (patch) => change(index, patch);
  const count = (key) => (event) =>
    put({ [key]: event.target.value.trim() === '' ? Number.NaN : Number(event.target.value) });
  const says = `says-${index}`;
  return html`<li>
    <h4>${noun(aim.outcome)}</h4>
    <div class="fields">
      ${whom(aim, put)} ${when(aim, put, answer)}
      <label>${t('weights-target')}<input class="target" inputmode="numeric" .value=${Number.isFinite(aim.target_change) ? String(aim.target_change) : ''}
        aria-describedby=${says} @change=${count('target_change')} /></label>
      <label>${t('weights-weight')}<input inputmode="decimal" .value=${Number.isFinite(aim.weight) ? String(aim.weight) : ''}
        aria-describedby=${says} @change=${count('weight')} /></label>
      <button type="button" class="link" @click=${() => remove(index)}>${t('weights-remove')}<span class="vh"> ${noun(aim.outcome)}</span></button>
    </div>
    <p id=${says} class="note">${
      Object.values(faults)
        .map((id) => t(id))
        .join(' ') || nothing
    }</p>
  </li>`;
}

function whom(aim, put) {
  const pick = (event) => put({ quintile: event.target.value ? Number(event.target.value) : undefined });
  return html`<label>${t('weights-whom')}<select @change=${pick}>
    <option value="" ?selected=${!aim.quintile}>${t('weights-everybody')}</option>
    ${FIFTHS.map((fifth) => html`<option value=${fifth} ?selected=${aim.quintile === fifth}>${t('weights-fifth', { n: fifth })}</option>`)}
  </select></label>`;
}

function when(aim, put, answer) {
  const pick = ({ target: { value } }) =>
    put(ACCOUNTS.includes(value) ? { account: value, year: undefined } : { year: Number(value), account: undefined });
  const now = aim.year ?? aim.account ?? 'set_in_motion';
  const words = { years: answer.years.length, last: String(answer.years.at(-1)) };
  return html`<label>${t('weights-when')}<select @change=${pick}>
    ${ACCOUNTS.map((id) => html`<option value=${id} ?selected=${now === id}>${t(`account-${id}`, words)}</option>`)}
    ${answer.years.map((year) => html`<option value=${year} ?selected=${now === year}>${t('weights-in-year', { year: String(year) })}</option>`)}
  </select></label>`;
}
