// Who pays, who gains: payers in rows, paying left of the dashed post, gains right of it. What is not there is written.
import { css, html, nothing } from 'lit';
import { figure, message } from '../views/figures.js';
import { ledgerView } from '../views/ledger.js';
import { barWidth, ledgerLayout } from './marks/ledger.js';
import { Picture } from './picture.js';
import { say } from './say.js';

const LEAST = { pays: 500, health: 0.5, room: 0.5, avoided: 500, cash: 500 };
const SAID = { pays: 'pounds', health: 'count', room: 'count', avoided: 'pounds', cash: 'pounds' };
const WHY = { health: 'qalys', room: 'bed_days' };
const FILL = { pays: 'paid', health: 'health', room: 'room', avoided: 'avoided', cash: 'cash' };

export class HwLedger extends Picture {
  static styles = [
    ...Picture.styles,
    css`
      .row { display: grid; gap: var(--s-2); border-top: 1px solid var(--r-rule); padding-block: var(--s-3); }
      .who { font-weight: 700; line-height: 1.25rem; }
      .who small { display: block; font: 400 var(--t-note); color: var(--r-ink-2); }
      .cell { display: grid; gap: 2px; align-content: center; justify-items: start; min-inline-size: 0; font: 400 var(--t-note); }
      .list .cell { grid-template-columns: 1fr; padding-inline-start: var(--s-3); border-inline-start: 2px solid var(--r-rule); }
      .kind { color: var(--r-ink-2); }
      .none { color: var(--r-ink-2); }
      .amount { font: 700 var(--t-note); text-align: inherit; color: inherit; background: none; border: 0; padding: 0;
        min-block-size: 24px; cursor: pointer; text-decoration: underline dotted 1px; text-underline-offset: 3px; }
      .avoided { fill: var(--r-page); stroke: var(--r-kind-cash); stroke-width: 1.5; }
      .wide .head, .wide .row { display: grid; column-gap: var(--s-3); padding: 0;
        grid-template-columns: 190px minmax(0, 1fr) 20px repeat(4, minmax(0, 1fr)); align-items: stretch; }
      .wide .head { align-items: end; border: 0; }
      .wide .row { min-block-size: 72px; }
      .wide .who { align-self: center; padding-block: var(--s-2); }
      .wide .pays { justify-items: end; text-align: end; }
      .post { border-inline-start: 2px dashed var(--r-nochange); inline-size: 0; justify-self: center; }
      .headcell { display: grid; gap: 2px; font: 400 var(--t-note); color: var(--r-ink-2); padding-block-end: 6px; }
      .headcell b { color: var(--r-ink); font-size: 1rem; line-height: 1.25rem; }
      .hands { display: grid; gap: var(--s-1); font: 400 var(--t-note); }
      .hands li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--s-3); max-inline-size: 44em; }
      .hands .sum { border-top: 1px solid var(--r-control); font-weight: 700; }
      .amounts { white-space: nowrap; font-variant-numeric: tabular-nums; }
      h4 { margin-block-start: var(--s-2); }
    `,
  ];

  see() {
    return ledgerView(this.answer);
  }

  draw(view, width) {
    const layout = ledgerLayout(width);
    const cells = (group) => ['pays', ...view.kinds].map((kind) => this.#cell(kind, group, view.marks.scales, layout));
    return html`
      <div class=${layout.wide ? 'wide' : 'list'}>
        ${layout.wide ? head(view.kinds) : nothing}
        ${view.groups.map((group) => {
          const [pays, ...gains] = cells(group);
          const post = layout.wide ? html`<span class="post"></span>` : nothing;
          return html`<div class="row">${who(group)}${pays}${post}${gains}${layout.wide ? nothing : absent(group, view.kinds)}</div>`;
        })}
      </div>
      ${view.hands.length > 0 ? hands(view.hands) : nothing}
    `;
  }

  #cell(kind, group, scales, { wide, cell, bar }) {
    const value = group[kind];
    const isNone = Math.abs(value) < LEAST[kind];
    if (isNone && !wide) return nothing;
    const side = kind === 'pays' ? 'pays' : '';
    if (isNone) return html`<div class="cell ${side}"><span class="none">${noneWords(kind, group)}</span></div>`;
    const length = barWidth(value, scales[kind], cell - 4);
    const fill = value < 0 ? 'worse' : FILL[kind];
    const from = kind === 'pays' && wide ? cell - length - 2 : 1;
    return html`
      <div class="cell ${side}">
        ${wide ? nothing : html`<span class="kind">${say({ id: `pic-ledger-head-${kind}` })}</span>`}
        <svg width=${cell} height=${bar + 4} aria-hidden="true">
          <rect class=${fill} x=${from} y="2" width=${length} height=${bar} /></svg>
        ${this.#amount(kind, amountWords(kind, value))}
        ${afterWords(kind, group)}
      </div>
    `;
  }

  /** A figure with reasons behind it can be asked about; a sum of money is its own reason. */
  #amount(kind, words) {
    if (!WHY[kind]) return html`<b>${words}</b>`;
    const ask = () => this.why({ outcome: WHY[kind], year: null, figure: 'by_horizon' });
    return html`<button class="amount" type="button" @click=${ask}>${words}</button>`;
  }
}

const head = (kinds) => html`
  <div class="head">
    <span></span>${headCell('pays', 'pays')}<span></span>${kinds.map((kind) => headCell(kind, ''))}
  </div>
`;

const headCell = (kind, side) => html`
  <div class="headcell ${side}"><b>${say({ id: `pic-ledger-head-${kind}` })}</b>${say({ id: `pic-ledger-unit-${kind}` })}
    <svg width="100%" height="4" aria-hidden="true"><rect class=${FILL[kind]} width="100%" height="4" /></svg></div>
`;

function who({ key, breakEven, given }) {
  const isGiven = key !== 'hospital' && given >= LEAST.pays;
  return html`
    <div class="who">${say({ id: `pic-group-${key}` })}
      ${isGiven ? html`<small>${say(message('pic-ledger-given', { amount: figure('pounds', given) }))}</small>` : nothing}
      ${breakEven.map((line) => html`<small>${say(line)}</small>`)}
    </div>
  `;
}

function noneWords(kind, group) {
  if (kind === 'pays' && group.receives >= LEAST.pays) {
    return say(message('pic-ledger-receives', { amount: figure('pounds', group.receives) }));
  }
  return say({ id: 'pic-none' });
}

/** In a list, one line names all that is not there. */
function absent(group, kinds) {
  const missing = ['pays', ...kinds].filter((kind) => Math.abs(group[kind]) < LEAST[kind]);
  const names = missing.map((kind) => say({ id: `pic-ledger-head-${kind}` }));
  if (names.length === 0) return nothing;
  return html`<p class="cell none">${say(message('pic-ledger-absent', { names: names.join(', ') }))}</p>`;
}

function amountWords(kind, value) {
  const args = { amount: figure(SAID[kind], Math.abs(value)), way: value < 0 ? 'loss' : 'gain' };
  return say(message(`pic-ledger-amount-${kind}`, args));
}

function afterWords(kind, group) {
  const after = group[`${kind}After`] ?? 0;
  if (Math.abs(after) < LEAST.pays) return nothing;
  const args = { amount: figure('pounds', Math.abs(after)), way: after < 0 ? 'loss' : 'gain' };
  return html`<span class="none">${say(message('pic-ledger-after', args))}</span>`;
}

const hands = (list) => html`
  <h4>${say({ id: 'pic-ledger-hands' })}</h4>
  <ul class="hands">
    ${list.map(
      ({ payer, line, gbp }) => html`
      <li><span>${say({ id: `pic-payer-${payer}` })}: ${line}</span>
        <span class="amounts">${say(
          message('pic-ledger-hand', {
            way: gbp < 0 ? 'out' : 'in',
            amount: figure('pounds', Math.abs(gbp)),
          }),
        )}</span></li>`,
    )}
    <li class="sum"><span>${say({ id: 'pic-ledger-hands-sum' })}</span><span class="amounts">${say(
      message('pic-figure-pounds', { value: Math.round(list.reduce((total, { gbp }) => total + gbp, 0)) }),
    )}</span></li>
  </ul>
`;

customElements.define('hw-ledger', HwLedger);
