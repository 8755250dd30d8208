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
import { foundText, planChoices } from './found-plan.js';
import { aimFields, limitFields, refused, wishFields } from './goal-form.js';
import { aimable, faultsByControl, goalOf, newAim, newForm, OBJECTIVES } from './goal.js';
import { backwardsStyles } from './backwards-styles.js';
import { turnsStyles } from './turns-styles.js';
import { createSearch } from './search.js';
import { isInWork, workLine } from './work-line.js';

export class HwBackwards extends LitElement {
  static properties = {
    engine: { attribute: false },
    /** The page's state: scenario, place and seed. */
    state: { attribute: false },
    answer: { attribute: false },
    form: { state: true },
    search: { state: true },
    /** Which of the plans found is shown. */
    chosen: { state: true },
  };

  static styles = [base, faultStyles, turnsStyles, backwardsStyles];

  #inWork = false;

  #search = createSearch((search) => {
    this.search = search;
  });

  constructor() {
    super();
    this.form = null;
    this.search = this.#search.state;
    this.chosen = OBJECTIVES[0];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#search.stop();
  }

  willUpdate() {
    if (!this.form && this.answer) {
      this.form = newForm(this.answer);
      // While the form is filled in.
      this.engine?.prepareLong?.();
    }
    if (this.search.asking && this.#moved(this.search.asking)) this.#search.stop();
    this.#inWork = isInWork(this.renderRoot);
  }

  /** Whoever stopped it, or waited at the button, goes on at the button that begins it. */
  updated() {
    if (this.#inWork && !this.search.work) this.renderRoot.querySelector('[type=submit]')?.focus();
    this.#inWork = false;
  }

  /** Whether the page has moved on since; the plan that was found is no change of the plan it was found for. */
  #moved({ place, scenario, taken }) {
    if (place !== this.state.place) return true;
    return scenario !== this.state.scenario && taken !== this.state.scenario;
  }

  get #goal() {
    return goalOf(this.form, this.state.seed ?? SEED);
  }

  /** What has changed since the plans were found: the page's plan, or the goal. */
  get #stale() {
    const { at } = this.search;
    if (!at) return '';
    if (this.#moved(at)) return 'goal-stale';
    return JSON.stringify(at.goal) === JSON.stringify(this.#goal) ? '' : 'goal-stale-goal';
  }

  #change(patch) {
    this.form = { ...this.form, ...patch };
  }

  #aims(aims) {
    this.#change({ aims });
  }

  #find(event) {
    event?.preventDefault();
    const { scenario, place } = this.state;
    this.#search.ask({ engine: this.engine, answer: this.answer, scenario, place, goal: this.#goal });
  }

  /** One more plan for the same goal, best at something else. */
  async #more(objective) {
    const { answer, scenario, place, goal } = this.search.at;
    const asked = { engine: this.engine, answer, scenario, place, goal: { ...goal, objectives: [objective] } };
    await this.#search.ask(asked, true);
    if (this.search.found.solutions.some((plan) => plan.objective === objective)) this.chosen = objective;
  }

  #take(plan) {
    const { scenario } = plan;
    this.#search.took(scenario);
    const detail = { path: 'scenario', value: scenario, label: t('goal-step-take') };
    this.dispatchEvent(new CustomEvent('hw-change', { detail, bubbles: true, composed: true }));
  }

  /** Whether the plan shown is the page's plan now. */
  #isTaken({ taken }) {
    return taken !== null && taken === this.state.scenario;
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
      ${faults[''] ? html`<div><h4>${t('goal-faults')}</h4>${refused(faults[''], 'says-goal')}</div>` : nothing}
      <div><button type="submit" class="button button--main">${t('goal-find')}</button></div>
    </form>`;
  }

  #work() {
    const { work, at, found } = this.search;
    if (work) return workLine(work, t('goal-working'), () => this.#search.stop());
    if (!at || !found) return nothing;
    const stale = this.#stale;
    if (!stale) return html`<p class="vh" role="status">${t('goal-done')}</p>`;
    return html`<div class="stale"><p role="status">${t(stale)}</p>
      <button type="button" class="button" @click=${this.#find}>${t('turns-again')}</button></div>`;
  }

  #found() {
    const { found, at } = this.search;
    if (!found) return nothing;
    const taken = this.#isTaken(at);
    const plans = found.reachable ? found.solutions : [found.closest].filter(Boolean);
    const plan = plans.find(({ objective }) => objective === this.chosen) ?? plans[0];
    if (!plan) return nothing;
    const choose = (objective) => {
      this.chosen = objective;
    };
    // Of a goal or a plan that has moved on no more is looked for, nor of a plan that was taken over.
    const more = this.#stale || this.search.work || taken ? null : (objective) => this.#more(objective);
    return html`<div class="pictures ${this.#stale ? 'before' : ''}">
      ${found.reachable ? planChoices({ plans, tried: found.tried, shown: plan }, choose, more) : nothing}
      <section class="plan">
        ${foundText(plan, found)}
        <div>${
          taken
            ? html`<p><b>${t('goal-taken')}</b></p>`
            : html`<button type="button" class="button button--main" @click=${() => this.#take(plan)}>${t('goal-take')}</button>`
        }</div>
        <hw-found-plan .answer=${at.answer} .plan=${plan}></hw-found-plan>
      </section>
    </div>`;
  }
}
