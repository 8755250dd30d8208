/**
 * `<hw-why>`: why this number. Set `question` and it opens: the figure, what it is, how we know it, its three biggest reasons,
 * all parts with the overlap, the way of the money, and every figure behind it. A figure opens `<hw-source>`: two clicks from
 * any number to its source.
 */
import { html, nothing } from 'lit';
import { say as inPlain } from '../charts/say.js';
import { chanceWords } from '../views/chance.js';
import { message } from '../views/figures.js';
import { about } from '../views/outcomes.js';
import { rangesNote, sumOf, wide } from '../views/ranges.js';
import { t } from '../words/words.js';
import './define.js';
import { chainPart } from './why-chain.js';
import { createPartRuns, NO_RUNS } from './part-runs.js';
import { figuresPart, partRunsPart, partsPart, reasonsPart } from './why-parts.js';
import { whyStyles } from './why-styles.js';
import { meaning } from './outcomes.js';
import { Panel } from './panel.js';
import { noun, sayChange } from './say.js';
import { ACCOUNTS, catalogueOf, rangeOfFigure, whyView } from './why.js';
import { HwSource } from './hw-source.js';

if (!customElements.get('hw-source')) customElements.define('hw-source', HwSource);

export class HwWhy extends Panel {
  static properties = {
    engine: { attribute: false },
    answer: { attribute: false },
    /** Ranges of this same answer, or null while there are none. */
    ranges: { attribute: false },
    doubt: {},
    scenario: { attribute: false },
    /** The number the draws start from. */
    seed: {},
    /** `{outcome, year, figure}`; setting it opens the panel. */
    question: { attribute: false },
    current: { state: true },
    account: { state: true },
    explained: { state: true },
    fault: { state: true },
    asked: { state: true },
    partRuns: { state: true },
  };

  static styles = [Panel.styles, whyStyles];

  #key = null;
  #seen = null;
  #catalogue = new Map();

  constructor() {
    super();
    this.current = null;
    this.account = 'by_horizon';
    this.programme = '';
    this.partRuns = NO_RUNS;
  }

  #parts = createPartRuns((state) => {
    this.partRuns = state;
  });

  willUpdate(changed) {
    if (changed.has('question') && this.question && this.question !== this.#seen) {
      this.#seen = this.question;
      this.current = this.question;
      if (this.fault) this.#key = null;
      this.account = ACCOUNTS.includes(this.question.figure) ? this.question.figure : 'by_horizon';
      this.open();
    }
    if (this.current && this.answer !== this.#key) this.#explain();
    // Ranges of parts are of one figure of one plan.
    const other = ['question', 'account', 'answer', 'seed'].some((name) => changed.has(name));
    if (other && this.partRuns !== NO_RUNS) this.#parts.forget();
  }

  /** Asks the model once for each plan: an explanation takes many runs. */
  async #explain() {
    const key = this.answer;
    this.#key = key;
    [this.explained, this.fault] = [null, ''];
    try {
      const found = await this.engine.explain(this.scenario);
      const figures = await this.#figures();
      if (key !== this.answer) return;
      if (!found) throw new Error(t('why-failed'));
      this.#catalogue = catalogueOf(found, figures);
      this.explained = found.explanation ?? found;
    } catch (error) {
      this.fault = error?.faults?.[0]?.reason ?? error?.message ?? t('why-failed');
    }
  }

  async #figures() {
    try {
      return await this.engine.assumptions();
    } catch {
      return [];
    }
  }

  closed() {
    this.current = null;
    this.#parts.forget();
  }

  render() {
    if (!this.current || !this.answer) return this.frame(t('why-title-plain'), nothing);
    const view = whyView({
      answer: this.answer,
      explanation: this.explained,
      catalogue: this.#catalogue,
      question: this.current,
      account: this.account,
    });
    const body = html`${this.#stops(view)} ${this.explained ? this.#reasons(view) : this.#waiting()}
      <hw-source .engine=${this.engine} .explanation=${this.explained} .scenario=${this.scenario} .asked=${this.asked ?? ''} @hw-closed=${this.#sourceClosed}></hw-source>`;
    return this.frame(this.#title(view), body);
  }

  #sourceClosed(event) {
    event.stopPropagation();
    this.asked = '';
  }

  #title({ figure }) {
    if (!figure) return t('why-title-plain');
    return t('why-title', {
      change: sayChange(figure.outcome, figure.value, figure.unit),
      thing: noun(figure.outcome),
    });
  }

  #waiting() {
    return html`<p role="status">${this.fault ? t('why-fault', { reason: this.fault }) : t('why-working')}</p>`;
  }

  /** The line of stops: the figure, what it is, how we know. */
  #stops(view) {
    const { figure } = view;
    if (!figure) return html`<p>${t('why-no-figure')}</p>`;
    const stop = (name, body, end) =>
      html`<li class=${end ? 'end' : ''}><h4 class="note">${t(`why-stop-${name}`)}</h4>${body}</li>`;
    const when =
      figure.when === 'year'
        ? t('why-when-year', { year: String(figure.year) })
        : t(`why-when-${figure.when}`, this.#years());
    return html`<section>
      <ol class="line line--three">
        ${stop(
          'figure',
          html`<p class="n ${figure.side}-words">${sayChange(figure.outcome, figure.value, figure.unit)}</p>
          <p>${noun(figure.outcome)}, ${when}${figure.out_of === null ? nothing : html`. ${t('why-out-of', { n: figure.out_of, unit: figure.unit })}`}</p>`,
        )}
        ${stop('what', html`<p>${t(meaning(figure.outcome))}</p>${figure.unknown ? html`<p class="fault">${t('why-unknown')}</p>` : nothing}`)}
        ${stop('how', html`<p><hw-how how="worked-out"></hw-how></p><p>${t('why-how-model')}</p>${this.#known(view)}`, true)}
      </ol>
      ${this.#range(figure)}
    </section>`;
  }

  /** How far the model runs reach, and how likely it is that it goes this way at all. */
  #range(figure) {
    const found = rangeOfFigure(this.ranges, figure, this.answer.years);
    if (!found)
      return html`<p class="note">${inPlain(rangesNote(this.ranges ?? null, this.doubt ?? 'working', false))}</p>`;
    const facts = about(figure.outcome);
    const chance = chanceWords(found, facts);
    return html`<p>${inPlain(message('pic-in-nine', { range: wide(found, facts) }))} ${chance ? inPlain(chance) : nothing}</p>
      <p class="note">${inPlain(rangesNote(this.ranges, '', true))}</p>`;
  }

  #years() {
    return { years: this.answer.years.length, last: String(this.answer.years.at(-1)) };
  }

  #known(view) {
    if (!view.figures.length) return nothing;
    const counts = view.known.map(({ how, count }) => html`<hw-how .how=${how} .more=${String(count)}></hw-how>`);
    return html`<p class="row">${t('why-figures-behind', { n: view.figures.length })} ${counts}</p>`;
  }

  #reasons(view) {
    const context = {
      years: this.#years(),
      ask: (id) => {
        this.asked = id;
      },
      account: this.account,
      own: this.scenario?.assumptions ?? {},
      runs: this.partRuns,
      total: sumOf(this.ranges, view.outcome, this.account),
      stop: () => this.#parts.forget(),
    };
    const { outcome } = view;
    const ask = () => this.#parts.ask(this.engine, this.scenario, { outcome, account: this.account, seed: this.seed });
    const none = html`<p>${t('why-not-apart')}</p>`;
    return html`${this.#accounts()} ${view.parts ? html`${reasonsPart(view, context)} ${partsPart(view, context)} ${partRunsPart(view, { ...context, ask })}` : none}
      ${chainPart(view, context, this.programme, (programme) => {
        this.programme = programme;
        this.requestUpdate();
      })}
      ${figuresPart(view, context)}`;
  }

  /** By the years shown, or followed to the end of everybody's life: no reason is given for one account alone. */
  #accounts() {
    const one = (
      account,
    ) => html`<label class="choice"><input type="radio" name="account" .checked=${this.account === account}
      @change=${() => {
        this.account = account;
      }} />${t(`account-${account}`, this.#years())}</label>`;
    return html`<fieldset class="row"><legend>${t('account-legend')}</legend>${ACCOUNTS.map(one)}</fieldset>`;
  }
}
