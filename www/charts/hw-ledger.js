// Who pays, who gains: payers in rows, paying left of the dashed post, gains right of it. What is not there is
// written.
import { html, nothing, svg } from 'lit';
import { figure, message } from '../views/figures.js';
import { ledgerView } from '../views/ledger.js';
import { ledgerCss } from './ledger-css.js';
import { ledgerTable } from './ledger-table.js';
import { ledgerTableCss } from './ledger-table-css.js';
import { barWidth, boxOf, ledgerLayout } from './marks/ledger.js';
import { Picture } from './picture.js';
import { say } from './say.js';

const LEAST = { pays: 500, health: 0.5, room: 0.5, avoided: 500, cash: 500 };
const SAID = { pays: 'pounds', health: 'count', room: 'count', avoided: 'pounds', cash: 'pounds' };
const WHY = { health: 'qalys', room: 'bed_days' };
const FILL = { pays: 'paid', health: 'health', room: 'room', avoided: 'avoided', cash: 'cash' };

export class HwLedger extends Picture {
  static properties = {
    /** Lines of the table that are open. */
    open: { state: true },
  };

  static styles = [...Picture.styles, ledgerCss, ledgerTableCss];

  constructor() {
    super();
    this.open = new Set();
  }

  #toggle = (key) => {
    const open = new Set(this.open);
    if (!open.delete(key)) open.add(key);
    this.open = open;
  };

  table(view, caption) {
    return ledgerTable(view, caption, { open: this.open, toggle: this.#toggle });
  }

  see() {
    return ledgerView(this.answer, this.runs);
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
          const missing = layout.wide ? nothing : absent(group, view.kinds);
          return html`<div class="row">${who(group)}${pays}${post}${gains}${missing}</div>`;
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
    const range = group.ranges?.[kind];
    const length = barWidth(value, scales[kind], cell - 4);
    const reach = range ? boxOf(range, scales[kind], cell - 4) : null;
    const fill = value < 0 ? 'worse' : FILL[kind];
    const from = kind === 'pays' && wide ? cell - length - 2 : 1;
    return html`
      <div class="cell ${side}">
        ${wide ? nothing : html`<span class="kind">${say({ id: `pic-ledger-head-${kind}` })}</span>`}
        <svg width=${cell} height=${bar + 4} aria-hidden="true">
          <rect class=${fill} x=${from} y="2" width=${length} height=${bar} />
          ${reach ? svg`<rect class="box" x=${1 + reach.from} y="1" width=${reach.width} height=${bar + 2} />` : nothing}</svg>
        ${this.#amount(kind, amountWords(kind, value))}
        ${range ? html`<span class="none">${say(message('pic-in-nine', { range: range.words }))}</span>` : nothing}
        ${afterWords(kind, group)}
      </div>
    `;
  }

  /** A figure with reasons behind it can be asked about; a sum of money is its own reason. */
  #amount(kind, words) {
    if (!WHY[kind]) return html`<b>${words}</b>`;
    const ask = () => this.why({ outcome: WHY[kind], year: null, figure: 'by_horizon' });
    return html`<button class="amount shown" type="button" @click=${ask}>${words}</button>`;
  }
}

const head = (kinds) => html`
  <div class="head">
    <span></span>${headCell('pays', 'pays')}<span></span>${kinds.map((kind) => headCell(kind, ''))}
  </div>
`;

const headCell = (kind, side) => html`
  <div class="headcell ${side}">
    <b>${say({ id: `pic-ledger-head-${kind}` })}</b>${say({ id: `pic-ledger-unit-${kind}` })}
    <svg width="100%" height="4" aria-hidden="true"><rect class=${FILL[kind]} width="100%" height="4" /></svg></div>
`;

function who({ key, breakEven, chances, given }) {
  const isGiven = key !== 'hospital' && given >= LEAST.pays;
  const words = message('pic-ledger-given', { amount: figure('pounds', given) });
  return html`
    <div class="who">${say({ id: `pic-group-${key}` })}
      ${isGiven ? html`<small>${say(words)}</small>` : nothing}
      ${[...breakEven, ...chances].map((line) => html`<small>${say(line)}</small>`)}
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
      <li><span>${say({ id: `pic-payer-${payer}` })}: ${line.id ? say(line) : line}</span>
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
