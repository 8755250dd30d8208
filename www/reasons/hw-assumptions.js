/**
 * `<hw-assumptions>`: every figure of the model to look up, argue with and change. It fires `hw-change` with the path of the
 * scenario (`assumptions.ID`, `switches.ID`); `value` undefined means back to ours.
 */
import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../styles/sheets.js';
import { t } from '../words/words.js';
import './define.js';
import { amount } from './amounts.js';
import { figureRow } from './assumption-row.js';
import { assumptionStyles } from './assumption-styles.js';
import { byUse, changes, find, row, side, strangers, topics } from './assumptions.js';
import { HwSource } from './hw-source.js';
import { HOWS } from './status.js';
import { ownStyles } from './own-value.js';
import { rivalPart } from './rivals.js';
import { say } from './say.js';

if (!customElements.get('hw-source')) customElements.define('hw-source', HwSource);

/** Rows drawn at once: enough to read, few enough to draw at once. */
const PAGE = 20;

export class HwAssumptions extends LitElement {
  static properties = {
    engine: { attribute: false },
    describe: { attribute: false },
    scenario: { attribute: false },
    /** The explanation of the plan: what each figure changes. */
    explanation: { state: true },
    figures: { state: true },
    filter: { state: true },
    shown: { state: true },
    asked: { state: true },
    refused: { state: true },
    fault: { state: true },
  };

  static styles = [base, assumptionStyles, ownStyles];

  #explained = null;
  /** The figures in the order of the pack. */
  #pack = null;

  constructor() {
    super();
    this.figures = null;
    this.filter = { search: '', how: '', topic: '', own: false };
    this.shown = PAGE;
    this.asked = '';
    this.refused = new Map();
  }

  willUpdate(changed) {
    if (changed.has('engine') && this.engine) this.#fetch();
    if (changed.has('scenario') && this.#pack) this.#explain();
  }

  async #fetch() {
    try {
      this.#pack = await this.engine.assumptions();
      await this.#explain();
    } catch (error) {
      this.fault = error?.message ?? '';
    }
  }

  /** Which results hang on which figure. It takes many runs, so it is asked anew only when other programmes get money. */
  async #explain() {
    const { programmes, funding } = this.scenario ?? {};
    const key = JSON.stringify([programmes, funding]);
    if (key === this.#explained) return;
    this.#explained = key;
    try {
      const found = await this.engine.explain(this.scenario ?? {});
      if (key !== this.#explained) return;
      if (found) this.explanation = found.explanation;
    } catch {
      // The plan itself has a fault, which the page shows; the list is whole without this column.
      this.explanation = null;
    }
    // The order is made here and nowhere else: no row moves while somebody types in it.
    this.figures = byUse(this.#pack, this.explanation);
  }

  #emit(detail) {
    this.dispatchEvent(new CustomEvent('hw-change', { detail, bubbles: true, composed: true }));
  }

  /** What was typed and cannot be used stays in its box, with the reason. */
  #refuse(id, verdict) {
    const refused = new Map(this.refused);
    if (verdict) refused.set(id, verdict);
    else refused.delete(id);
    this.refused = refused;
  }

  #choose(patch) {
    this.filter = { ...this.filter, ...patch };
    this.shown = PAGE;
  }

  render() {
    const rivals = this.describe?.switches ?? [];
    return html`<section>
        <p>${t('assumptions-intro')}</p>
        ${this.#changed()}
      </section>
      ${rivals.length ? rivalPart(rivals, this.scenario, { take: (rival, option) => this.#emit(side(rival, option)), ask: (id) => this.#ask(id) }) : nothing}
      <section>
        <h3>${t('assumptions-all')}</h3>
        ${this.figures ? this.#explorer() : html`<p role="status">${this.fault === undefined ? t('assumptions-loading') : t('assumptions-missing', { reason: this.fault })}</p>`}
      </section>
      <hw-source .engine=${this.engine} .explanation=${this.explanation} .scenario=${this.scenario} .asked=${this.asked} @hw-closed=${this.#sourceClosed}></hw-source>`;
  }

  #ask(id) {
    this.asked = id;
  }

  #sourceClosed(event) {
    event.stopPropagation();
    this.asked = '';
  }

  /** What the person changed, on top, ours beside theirs, each with a way back. */
  #changed() {
    const list = changes(this.scenario);
    if (!list.length) return html`<p class="note">${t('assumptions-none-changed')}</p>`;
    return html`<div class="changed">
      <h3>${t('assumptions-changed', { n: list.length })}</h3>
      <ul>${list.map((one) => this.#changedItem(one))}</ul>
    </div>`;
  }

  #changedItem({ kind, id }) {
    const all = kind === 'switches' ? this.describe?.switches : this.figures;
    const found = all?.find((one) => one.id === id);
    const label = found?.label ?? id;
    const own = this.scenario[kind][id];
    const back = () => this.#emit({ path: `${kind}.${id}`, keys: [kind, id], value: undefined, label });
    return html`<li><span><b>${label}</b>: ${found ? this.#pair(kind, found, own) : own}</span>
      <button type="button" class="link" @click=${back}>${t('assumptions-back')}<span class="vh"> ${label}</span></button></li>`;
  }

  /** Ours and theirs in words. */
  #pair(kind, found, own) {
    if (kind === 'assumptions') {
      return t('assumptions-pair', { ours: say(amount(found.value, found.unit)), yours: say(amount(own, found.unit)) });
    }
    const words = (id) => found.options.find((option) => option.id === id)?.label ?? id;
    return t('assumptions-pair', { ours: words(found.default), yours: words(own) });
  }

  #explorer() {
    const own = this.scenario?.assumptions ?? {};
    const found = find(this.figures, this.filter, own);
    const rows = found.slice(0, this.shown).map((figure) => row(figure, own, this.explanation));
    const unknown = strangers(this.figures, own);
    const context = {
      ask: (id) => this.#ask(id),
      change: (detail) => this.#emit(detail),
      refused: this.refused,
      refuse: (id, verdict) => this.#refuse(id, verdict),
    };
    return html`${this.#filters()}
      <p role="status">${t('assumptions-found', { n: found.length, all: this.figures.length })}</p>
      ${unknown.length ? html`<p class="fault">${t('assumptions-strangers', { ids: unknown.join(', ') })}</p>` : nothing}
      <ul class="rows">${repeat(
        rows,
        (one) => one.figure.id,
        (one) => figureRow(one, context),
      )}</ul>
      ${
        found.length > this.shown
          ? html`<button type="button" class="button" @click=${() => {
              this.shown += PAGE;
            }}>${t('assumptions-more', { n: Math.min(PAGE, found.length - this.shown) })}</button>`
          : nothing
      }`;
  }

  #filters() {
    const option = (value, words) => html`<option value=${value}>${words}</option>`;
    return html`<div class="filters" role="search">
      <label>${t('assumptions-search')}<input type="search" .value=${this.filter.search}
        @input=${(event) => this.#choose({ search: event.target.value })} /></label>
      <label>${t('assumptions-how')}<select @change=${(event) => this.#choose({ how: event.target.value })}>
        ${option('', t('assumptions-any'))} ${HOWS.map((how) => option(how, t(`how-${how}`)))}</select></label>
      <label>${t('assumptions-topic')}<select @change=${(event) => this.#choose({ topic: event.target.value })}>
        ${option('', t('assumptions-any'))} ${topics(this.figures).map((topic) => option(topic, t(`topic-${topic}`)))}</select></label>
      <label class="choice"><input type="checkbox" .checked=${this.filter.own}
        @change=${(event) => this.#choose({ own: event.target.checked })} />${t('assumptions-only-own')}</label>
    </div>`;
  }
}
