/**
 * `<hw-replay>`: the last change retold step by step, with next and previous. Nothing moves by itself.
 */
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../styles/sheets.js';
import { t } from '../words/words.js';
import { retell } from './replay.js';
import { say } from './say.js';

export class HwReplay extends LitElement {
  static properties = {
    /** The answer before the last change, and the one after it. */
    before: { attribute: false },
    answer: { attribute: false },
    /** The last change: `{label, way}`; `way` is `undo` or `redo` where it was one. */
    last: { attribute: false },
    describe: { attribute: false },
    at: { state: true },
  };

  static styles = [
    base,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-3); }
      ol { list-style: decimal; padding-inline-start: 2.25rem; display: grid; gap: var(--s-2); }
      .now { font: 400 var(--t-message); }
      .row { display: flex; flex-wrap: wrap; gap: var(--s-2); }
    `,
  ];

  constructor() {
    super();
    this.at = 0;
  }

  willUpdate(changed) {
    if (changed.has('answer') || changed.has('before')) this.at = 0;
  }

  render() {
    const story = retell({ before: this.before, answer: this.answer, programmes: this.describe?.programmes });
    if (story.state !== 'told')
      return html`<h3>${t('replay-title')}</h3><p class="note">${t(`replay-state-${story.state}`)}</p>`;
    const { steps } = story;
    const at = Math.min(this.at, steps.length - 1);
    const back = this.last?.way === 'undo' || this.last?.way === 'redo' ? this.last.way : 'change';
    return html`<h3>${t('replay-title')}</h3>
      ${this.last?.label ? html`<p>${t('replay-what', { way: back, label: this.last.label })}</p>` : nothing}
      <p class="note">${t('replay-year', { year: String(story.year) })}</p>
      <ol aria-live="polite">${steps.slice(0, at + 1).map((step, index) => html`<li class=${index === at ? 'now' : ''}>${this.#words(step)}</li>`)}</ol>
      ${this.#buttons(at, steps.length)}`;
  }

  #words(step) {
    return t(step.id, step.noun ? { ...step.args, thing: say(step.noun) } : step.args);
  }

  #buttons(at, count) {
    const go = (to) => () => {
      this.at = Math.min(Math.max(to, 0), count - 1);
    };
    return html`<div class="row">
      <button type="button" class="button" aria-disabled=${at === 0 ? 'true' : 'false'} @click=${go(at - 1)}>${t('replay-previous')}</button>
      <button type="button" class="button" aria-disabled=${at === count - 1 ? 'true' : 'false'} @click=${go(at + 1)}>${t('replay-next')}</button>
      <button type="button" class="link" aria-disabled=${at === count - 1 ? 'true' : 'false'} @click=${go(count - 1)}>${t('replay-all')}</button>
      <span class="note">${t('replay-count', { at: at + 1, count })}</span>
    </div>`;
  }
}
