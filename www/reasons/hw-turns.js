/**
 * `<hw-turns>`: what would change this answer? Which single figure one would have to believe, whether the answer survives rival
 * evidence, what would be most worth knowing, and what it is made of. It asks the engine when it is opened and says how far it
 * is; when the plan moves, what stands here is marked as being about the plan before. It fires `hw-change`, which is undoable.
 */
import { html, LitElement, nothing } from 'lit';
import { owned, withValue } from '../app/overlay.js';
import { SEED } from '../app/seed.js';
import '../charts/hw-contributions.js';
import '../charts/hw-matters.js';
import '../charts/hw-survives.js';
import '../charts/hw-turning.js';
import { say } from '../charts/say.js';
import { base } from '../styles/sheets.js';
import { thingOf } from '../views/hangs.js';
import { t } from '../words/words.js';
import { faultStyles } from './fault-styles.js';
import { faultList } from './faults.js';
import { HwSource } from './hw-source.js';
import { createInquiry, FUTURES } from './inquiry.js';
import { ABOUTS, ACCOUNTS, headline } from './turns.js';
import { turnsStyles } from './turns-styles.js';
import { isInWork, workLine } from './work-line.js';

if (!customElements.get('hw-source')) customElements.define('hw-source', HwSource);

export class HwTurns extends LitElement {
  static properties = {
    engine: { attribute: false },
    /** The page's state: scenario, place and seed. */
    state: { attribute: false },
    answer: { attribute: false },
    inquiry: { state: true },
    about: { state: true },
    account: { state: true },
    asked: { state: true },
  };

  static styles = [base, faultStyles, turnsStyles];

  #inWork = false;

  #inquiry = createInquiry((inquiry) => {
    this.inquiry = inquiry;
  });

  constructor() {
    super();
    this.inquiry = this.#inquiry.state;
    this.about = 'qalys';
    this.account = 'set_in_motion';
    this.asked = '';
  }

  connectedCallback() {
    super.connectedCallback();
    // Opened again after it was closed: it begins anew.
    if (this.inquiry.at && !this.inquiry.found) this.#ask();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#inquiry.stop();
  }

  willUpdate() {
    const { at, work } = this.inquiry;
    if (!at && this.engine && this.#answered) this.#ask();
    // The plan has moved: nobody waits for the rest.
    else if (work && this.#stale) this.#inquiry.stop();
    this.#inWork = isInWork(this.renderRoot);
  }

  /** Whoever stopped it goes on at the button that begins it again, or at the first choice where there is none. */
  updated() {
    if (this.#inWork && !this.inquiry.work) this.renderRoot.querySelector('button, select')?.focus();
    this.#inWork = false;
  }

  /** Whether the answer at hand is that of the plan at hand. */
  get #answered() {
    const { answered, scenario, place } = this.state ?? {};
    return Boolean(this.answer) && answered?.scenario === scenario && answered?.place === place;
  }

  get #stale() {
    const { at } = this.inquiry;
    const { scenario, place, seed } = this.state;
    return Boolean(at) && (at.scenario !== scenario || at.place !== place || at.seed !== (seed ?? SEED));
  }

  #ask() {
    const { answer } = this;
    const { scenario, place, seed } = this.state;
    const asked = { about: this.about, account: this.account };
    this.#inquiry.ask({ engine: this.engine, answer, scenario, place, asked, seed: seed ?? SEED });
  }

  #emit(detail) {
    this.dispatchEvent(new CustomEvent('hw-change', { detail, bubbles: true, composed: true }));
  }

  /** Takes sides: each as if chosen by hand; the pack's own side needs no key. */
  #take({ detail: { switches, label } }) {
    let scenario = owned(this.state.scenario);
    for (const [id, option] of Object.entries(switches)) {
      const rival = this.engine.describe.switches.find((one) => one.id === id);
      scenario = withValue(scenario, `switches.${id}`, option === rival?.default ? undefined : option);
    }
    this.#emit({ path: 'scenario', value: scenario, label: t('turns-step-side', { label }) });
  }

  #believe({ detail: { id, label, value } }) {
    this.#emit({ path: `assumptions.${id}`, value, label });
  }

  render() {
    if (!this.answer) return nothing;
    return html`<div @hw-sides=${this.#take} @hw-believe=${this.#believe} @hw-ask=${({ detail }) => this.#askSource(detail.id)}>
        <p>${t('turns-intro')}</p>
        ${this.#choices()} ${this.#work()}
        ${faultList(this.inquiry.faults, t('turns-faults'))}
        ${this.inquiry.found ? this.#found() : nothing}
      </div>
      <hw-source .engine=${this.engine} .scenario=${this.state.scenario} .asked=${this.asked} @hw-closed=${this.#sourceClosed}></hw-source>`;
  }

  #askSource(id) {
    this.asked = id;
  }

  #sourceClosed(event) {
    event.stopPropagation();
    this.asked = '';
  }

  #choices() {
    const pick = (key) => (event) => {
      this[key] = event.target.value;
      this.#ask();
    };
    const words = { years: this.answer.years.length, last: String(this.answer.years.at(-1)) };
    const options = this.inquiry.found?.about.choices ?? ABOUTS;
    return html`<div class="fields">
      <label>${t('turns-about')}<select @change=${pick('about')}>${options.map((id) => html`<option value=${id} ?selected=${id === this.about}>${say(thingOf(id))}</option>`)}</select></label>
      <label>${t('weights-when')}<select @change=${pick('account')}>${ACCOUNTS.map((id) => html`<option value=${id} ?selected=${id === this.account}>${t(`account-${id}`, words)}</option>`)}</select></label>
    </div>`;
  }

  #work() {
    const { work, at, found } = this.inquiry;
    if (!at) return nothing;
    if (this.#stale)
      return html`<div class="stale"><p role="status">${t('turns-stale')}</p>
      <button type="button" class="button" ?disabled=${!this.#answered} @click=${this.#ask}>${t('turns-again')}</button></div>`;
    if (work) return workLine(work, t(`turns-stage-${work.stage}`), () => this.#inquiry.stop());
    if (!found?.rivals)
      return html`<button type="button" class="button" @click=${this.#ask}>${t('turns-again')}</button>`;
    return html`<p class="vh" role="status">${t('turns-done')}</p>`;
  }

  #found() {
    const { found, at } = this.inquiry;
    if (found.central === null) return html`<p>${t('turns-not-counted')}</p>`;
    return html`<div class="pictures ${this.#stale ? 'before' : ''}">
      <p class="headline voice">${headline(found).map((line) => html`${say(line)} `)}</p>
      ${found.thresholds ? html`<hw-turning .answer=${at.answer} .found=${found}></hw-turning>` : nothing}
      ${found.rivals ? html`<hw-survives .answer=${at.answer} .found=${found}></hw-survives>` : nothing}
      ${found.matters ? html`<hw-matters .answer=${at.answer} .found=${found}></hw-matters>` : nothing}
      ${found.contributions ? html`<hw-contributions .answer=${at.answer} .found=${found}></hw-contributions>` : nothing}
      ${this.#deeper()}
    </div>`;
  }

  /** Futures under each side take minutes on a small machine: they are run when somebody asks. */
  #deeper() {
    const { work, deep } = this.inquiry;
    if (deep || work || this.#stale) return nothing;
    return html`<div class="deeper"><p>${t('turns-deeper', { draws: FUTURES.side })}</p>
      <button type="button" class="button" @click=${() => this.#inquiry.deepen()}>${t('turns-deepen')}</button></div>`;
  }
}
