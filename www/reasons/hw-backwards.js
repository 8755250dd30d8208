/**
 * `<hw-backwards>`: work backwards. People say what they want to reach, within which limits and how sure they want to be; the engine
 * looks for the plan. A plan that was found is taken over with one press: `hw-change` with the whole scenario, which is undoable.
 */
import { html, LitElement, nothing } from 'lit';
import { SEED } from '../app/seed.js';
import '../charts/hw-found-plan.js';
import { base } from '../styles/sheets.js';
import { t } from '../words/words.js';
import { faultStyles } from './fault-styles.js';
import { faultList } from './faults.js';
import { foundText } from './found-plan.js';
import { aimFields, limitFields, wishFields } from './goal-form.js';
import { aimable, faultsByControl, goalOf, newAim, newForm } from './goal.js';
import { backwardsStyles } from './backwards-styles.js';
import { turnsStyles } from './turns-styles.js';
import { createSearch } from './search.js';
import { workLine } from './work-line.js';

export class HwBackwards extends LitElement {
  static properties = {
    engine: { attribute: false },
    /** The page's state: scenario, place and seed. */
    state: { attribute: false },
    answer: { attribute: false },
    form: { state: true },
    search: { state: true },
  };

  static styles = [base, faultStyles, turnsStyles, backwardsStyles];

  #search = createSearch((search) => {
    this.search = search;
  });

  constructor() {
    super();
    this.form = null;
    this.search = this.#search.state;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#search.stop();
  }

  willUpdate() {
    if (!this.form && this.answer) this.form = newForm(this.answer);
    if (this.search.work && this.#stale) this.#search.stop();
  }

  /** The plan that was found is no change of the plan it was found for. */
  get #stale() {
    const { at } = this.search;
    if (!at || at.place !== this.state.place) return Boolean(at);
    return at.scenario !== this.state.scenario && at.taken !== this.state.scenario;
  }

  #change(patch) {
    this.form = { ...this.form, ...patch };
  }

  #aims(aims) {
    this.#change({ aims });
  }

  #find(event) {
    event?.preventDefault();
    const { scenario, place, seed } = this.state;
    const goal = goalOf(this.form, seed ?? SEED);
    this.#search.ask({ engine: this.engine, answer: this.answer, scenario, place, goal });
  }

  #take(plan) {
    const { scenario } = plan;
    this.#search.took(scenario);
    const detail = { path: 'scenario', value: scenario, label: t('goal-step-take') };
    this.dispatchEvent(new CustomEvent('hw-change', { detail, bubbles: true, composed: true }));
  }

  async #add() {
    const used = this.form.aims.map(({ outcome }) => outcome);
    const outcomes = aimable(this.answer);
    this.#aims([...this.form.aims, newAim(outcomes.find((id) => !used.includes(id)) ?? outcomes[0], this.answer)]);
    await this.updateComplete;
    [...this.renderRoot.querySelectorAll('.aim select')].at(-4)?.focus();
  }

  render() {
    if (!this.form) return nothing;
    return html`<div>
      <p>${t('goal-intro')}</p>
      ${this.#form()} ${this.#work()} ${this.#found()}
    </div>`;
  }

  #form() {
    const { aims } = this.form;
    const faults = faultsByControl(this.search.faults);
    const context = { faults, change: (patch) => this.#change(patch) };
    const aim = (one, index) =>
      aimFields(one, index, {
        answer: this.answer,
        outcomes: aimable(this.answer),
        faults: faults[`aims[${index}]`],
        change: (patch) => this.#aims(aims.map((other, at) => (at === index ? { ...other, ...patch } : other))),
        remove: aims.length > 1 ? () => this.#aims(aims.filter((_, at) => at !== index)) : null,
      });
    return html`<form @submit=${this.#find} novalidate>
      ${aims.map(aim)}
      <div><button type="button" class="button" @click=${this.#add}>${t('goal-add')}</button></div>
      ${wishFields(this.form, context)} ${limitFields(this.form, this.engine.describe.programmes, context)}
      ${faultList(faults[''], t('goal-faults'))}
      <div><button type="submit" class="button button--main">${t('goal-find')}</button></div>
    </form>`;
  }

  #work() {
    const { work, at, found } = this.search;
    if (work) return workLine(work, t('goal-working'), () => this.#search.stop());
    if (!at || !found) return nothing;
    if (!this.#stale) return html`<p class="vh" role="status">${t('goal-done')}</p>`;
    return html`<div class="stale"><p role="status">${t('goal-stale')}</p>
      <button type="button" class="button" @click=${this.#find}>${t('turns-again')}</button></div>`;
  }

  #found() {
    const { found, at } = this.search;
    if (!found) return nothing;
    const taken = at.taken === this.state.scenario;
    const plans = found.reachable ? found.solutions : [found.closest].filter(Boolean);
    return html`<div class="pictures ${this.#stale ? 'before' : ''}">
      ${plans.map(
        (plan) => html`<section class="plan">
          ${foundText(plan, found)}
          <div>${
            taken
              ? html`<p><b>${t('goal-taken')}</b></p>`
              : html`<button type="button" class="button button--main" @click=${() => this.#take(plan)}>${t('goal-take')}</button>`
          }</div>
          <hw-found-plan .answer=${at.answer} .plan=${plan}></hw-found-plan>
        </section>`,
      )}
    </div>`;
  }
}
