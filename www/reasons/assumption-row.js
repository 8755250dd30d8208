/** One figure of the explorer: ours, its range, how we know it, your own value, what it changes. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../words/words.js';
import { amount, isHundredths, shown } from './amounts.js';
import { changeOf, judge } from './assumptions.js';
import { noun, prices, say } from './say.js';
import { range } from './source.js';

/** @param {object} row of `assumptions.row` @param {{ask: Function, change: Function, refuse: Function, refused: Map}} context */
export function figureRow(row, context) {
  const { figure, own } = row;
  const refused = context.refused.get(figure.id);
  const verdict = refused ?? row.verdict;
  const spread = range(figure);
  const id = `own-${figure.id.replaceAll('.', '-')}`;
  return html`<li class=${own === undefined ? '' : 'is-own'}>
    <h4>${figure.label} ${own === undefined ? nothing : html`<span class="tag">${t('assumptions-yours')}</span>`}</h4>
    <p class="facts"><span><b>${say(amount(figure.value, figure.unit))}</b>${figure.price_year ? html` <span class="note">${prices(figure.price_year)}</span>` : nothing}</span>
      <hw-how .status=${figure.status}></hw-how></p>
    <p class="note">${spread.none === undefined ? t('assumptions-range', { low: say(spread.low), high: say(spread.high) }) : noRange(spread.none)}</p>
    ${figure.applies_to ? html`<p class="note">${figure.applies_to}</p>` : nothing}
    <div class="own">
      <label for=${id}>${t('assumptions-your-value')}<span class="vh">: ${figure.label}</span></label>
      <span class="box">${figure.unit.startsWith('gbp') ? '£' : nothing}
        <input id=${id} inputmode="decimal" autocomplete="off" .value=${refused ? nothing : live(own === undefined ? '' : String(shown(own, figure.unit)))}
          placeholder=${String(shown(figure.value, figure.unit))} aria-describedby="${id}-says" aria-invalid=${refused ? 'true' : 'false'}
          @change=${(event) => read(event, figure, context)} />
        ${isHundredths(figure.unit) ? t('assumptions-in-100') : nothing}</span>
      ${own === undefined && !refused ? nothing : html`<button type="button" class="link" @click=${() => back(figure, context)}>${t('assumptions-back')}<span class="vh"> ${figure.label}</span></button>`}
      <button type="button" class="link" @click=${() => context.ask(figure.id)}>${t('assumptions-source')}<span class="vh">: ${figure.label}</span></button>
    </div>
    <p id="${id}-says" class="says ${refused ? 'fault' : ''}" role="status">${verdict === 'ours' ? nothing : t(`verdict-${verdict}`)}</p>
    <p class="note">${row.changes.length ? t('assumptions-changes', { list: row.changes.map(noun).join(', ') }) : nothing}</p>
  </li>`;
}

/** Takes what was typed; what cannot be used stays in the box with the reason beside it. */
function read(event, figure, { change: emit, refuse }) {
  const { value, verdict } = judge(figure, event.target.value);
  const wrong = verdict === 'impossible' || verdict === 'not-a-number';
  refuse(figure.id, wrong ? verdict : null);
  if (!wrong) emit(changeOf(figure, value));
}

function back(figure, { change: emit, refuse }) {
  refuse(figure.id, null);
  emit(changeOf(figure, null));
}

const noRange = (why) => (why ? t('source-no-range', { why }) : t('source-no-range-given'));
