/**
 * `<hw-weights>`: what matters to people here. They choose results, say what they aim for and how much each counts; the score of
 * the plan, and of the one beside it, follows with what drives it. The choice can be saved and opened as a file.
 */
import { html, LitElement, nothing } from 'lit';
import { saveText } from '../charts/save.js';
import { base } from '../styles/sheets.js';
import { t } from '../words/words.js';
import { faultStyles } from './fault-styles.js';
import { faultList } from './faults.js';
import { choices, frameworkText, readFramework, score, whole } from './framework.js';
import { noun } from './say.js';
import { fileName } from './tables.js';
import { aimRow } from './weights-aim.js';
import { scorePart } from './weights-score.js';
import { weightStyles } from './weights-styles.js';

/** Weights a new aim starts with: all the same. */
const EQUAL = 1;

export class HwWeights extends LitElement {
  static properties = {
    answer: { attribute: false },
    /** The scenario beside: `{answer, name}`, or nothing. */
    compare: { attribute: false },
    framework: { state: true },
    faults: { state: true },
  };

  static styles = [base, faultStyles, weightStyles];

  constructor() {
    super();
    this.framework = { name: '', outcomes: [] };
    this.faults = [];
  }

  #put(outcomes) {
    this.framework = { ...this.framework, outcomes };
  }

  #change(index, patch) {
    this.#put(this.framework.outcomes.map((aim, at) => (at === index ? clean({ ...aim, ...patch }) : aim)));
  }

  async #add() {
    const outcome = this.renderRoot.querySelector('#add').value;
    this.#put([
      ...this.framework.outcomes,
      { outcome, target_change: Number.NaN, weight: EQUAL, account: 'by_horizon' },
    ]);
    await this.updateComplete;
    [...this.renderRoot.querySelectorAll('.target')].at(-1)?.focus();
  }

  #remove(index) {
    this.#put(this.framework.outcomes.filter((_, at) => at !== index));
  }

  render() {
    if (!this.answer) return nothing;
    const known = choices(this.answer);
    const { outcomes } = this.framework;
    const act = { change: (index, patch) => this.#change(index, patch), remove: (index) => this.#remove(index) };
    return html`<p>${t('weights-intro')}</p>
      <ol class="aims">${outcomes.map((aim, index) => aimRow(aim, index, { ...act, answer: this.answer }))}</ol>
      <div class="add">
        <label for="add">${t('weights-add-label')}</label>
        <select id="add">${known.map((id) => html`<option value=${id}>${noun(id)}</option>`)}</select>
        <button type="button" class="button" @click=${this.#add}>${t('weights-add')}</button>
      </div>
      ${this.#scores()} ${this.#files(known)}`;
  }

  #scores() {
    const ready = whole(this.framework);
    if (!ready.outcomes.length) return html`<p class="note">${t('weights-none')}</p>`;
    const plans = [{ name: t('weights-this-plan'), answer: this.answer }];
    if (this.compare?.answer)
      plans.push({ name: this.compare.name || t('weights-other-plan'), answer: this.compare.answer });
    return html`<div class="scores">${plans.map((plan) => scorePart(plan.name, score(ready, plan.answer), plan.answer))}</div>
      <p class="note">${t('weights-how')} ${t('weights-no-ranges')}</p>`;
  }

  #files(known) {
    const save = () =>
      saveText(
        fileName('outcomes', this.answer.place.code, 'json'),
        frameworkText(whole(this.framework)),
        'application/json',
      );
    return html`<div class="add">
        <button type="button" class="button" ?disabled=${!whole(this.framework).outcomes.length} @click=${save}>${t('weights-save')}</button>
        <label>${t('weights-open')} <input type="file" accept=".json,application/json" @change=${(event) => this.#open(event.target, known)} /></label>
      </div>
      ${faultList(this.faults, t('open-faults', { n: this.faults.length }))}`;
  }

  async #open(input, known) {
    const [file] = input.files;
    if (!file) return;
    const { framework, faults } = readFramework(await file.text(), known);
    input.value = '';
    this.faults = faults.map((fault) => ({ ...fault, reason: t(fault.reason) }));
    if (framework) this.framework = framework;
  }
}

/** Keys without a value go, so that the file holds only what was chosen. */
const clean = (aim) => Object.fromEntries(Object.entries(aim).filter(([, value]) => value !== undefined));
