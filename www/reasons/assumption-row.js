/** One figure of the explorer: ours, its range, how we know it, your own value, what it changes. */
import { html, nothing } from 'lit';
import { t } from '../words/words.js';
import { amount } from './amounts.js';
import { ownValue } from './own-value.js';
import { noun, prices, say } from './say.js';
import { range } from './source.js';

/** @param {object} row of `assumptions.row` @param {{ask: Function, change: Function, refuse: Function, refused: Map}} context */
export function figureRow(row, context) {
  const { figure, own } = row;
  const spread = range(figure);
  const source = html`<button type="button" class="link" @click=${() => context.ask(figure.id)}>${t('assumptions-source')}<span class="vh">: ${figure.label}</span></button>`;
  return html`<li class=${own === undefined ? '' : 'is-own'}>
    <h4>${figure.label} ${own === undefined ? nothing : html`<span class="tag">${t('assumptions-yours')}</span>`}</h4>
    <p class="facts"><span><b>${say(amount(figure.value, figure.unit))}</b>${figure.price_year ? html` <span class="note">${prices(figure.price_year)}</span>` : nothing}</span>
      <hw-how .status=${figure.status}></hw-how></p>
    <p class="note">${spread.none === undefined ? t('assumptions-range', { low: say(spread.low), high: say(spread.high) }) : noRange(spread.none)}</p>
    ${figure.not_drawn ? html`<p class="note">${t('source-not-drawn', { why: figure.not_drawn })}</p>` : nothing}
    ${figure.applies_to ? html`<p class="note">${figure.applies_to}</p>` : nothing}
    ${ownValue(row, context, source)}
    <p class="note">${row.changes.length ? t('assumptions-changes', { list: row.changes.map(noun).join(', ') }) : nothing}</p>
  </li>`;
}

const noRange = (why) => (why ? t('source-no-range', { why }) : t('source-no-range-given'));
