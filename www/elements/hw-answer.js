// `<hw-answer>`: the sentence. Scale and timing first, both sides, the verdict as a dispute, and what is not known.
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../styles/sheets.js';
import { ambitionSentence, answerSentences, formOf, indexOfYear } from '../words/answer.js';
import { runsArgs } from '../words/range.js';
import { t } from '../words/words.js';
import { ownMark } from '../views/yours.js';
import { say } from './rich.js';

export class HwAnswer extends LitElement {
  static properties = {
    /** The engine's answer; null while the first is on its way. */
    answer: { attribute: false },
    /** Ranges of this same answer, or null while there are none. */
    ranges: { attribute: false },
    /** Why there are none. */
    doubt: {},
    /** Name of the place. */
    place: {},
    /** `same` or `changed` for an answer made with the page, before the model is there (app/built.js); otherwise null. */
    before: {},
    /** The engine's state: only what makes the answer stale is shown. */
    status: {},
  };

  static styles = [
    base,
    css`
      :host {
        container: answer / inline-size;
      }

      .box {
        display: grid;
        gap: var(--s-2);
      }

      .sentence {
        font: 400 1.25rem/1.75rem var(--c-voice);
        /* With its ranges, which come later, in its longest form. */
        min-block-size: 30.25rem;
      }

      .sentence.bare {
        min-block-size: 12rem;
      }

      .sentence .verdict {
        display: block;
        margin-block-start: var(--s-2);
      }

      .sentence b {
        font-weight: 700;
      }

      .sentence .better,
      .sentence .worse,
      .verdict b {
        white-space: nowrap;
      }

      .ambition {
        padding: var(--s-3);
        border: 2px solid var(--r-ink);
      }

      .scale {
        font: 400 var(--t-label);
        min-block-size: 3rem;
      }

      /* Room is held for every form of the answer: nothing below it moves while a lever does. */
      .wire {
        display: grid;
        gap: var(--s-2);
        align-content: start;
        min-block-size: 24rem;
      }

      .still {
        visibility: hidden;
      }

      .none {
        display: none;
      }

      .notes {
        display: grid;
        gap: var(--s-1);
        align-content: start;
        min-block-size: 6.5rem;
      }

      @container answer (max-width: 22rem) {
        .notes {
          min-block-size: 9.75rem;
        }

        .sentence {
          font-size: 1.125rem;
          line-height: 1.625rem;
          min-block-size: 30rem;
        }

        .scale {
          min-block-size: 4.5rem;
        }
      }

      @container answer (min-width: 36rem) {
        .sentence {
          font-size: 1.625rem;
          line-height: 2.375rem;
          min-block-size: 31.5rem;
        }
      }

      @container answer (min-width: 50rem) {
        .box {
          grid-template-columns: minmax(0, 1fr) 17rem;
          column-gap: var(--s-6);
        }

        .box > * {
          grid-column: 1;
        }

        .wire {
          grid-column: 2;
          grid-row: 1;
          padding-block-start: var(--s-2);
        }
      }
    `,
  ];

  #ask() {
    const year = this.answer.years[indexOfYear(this.answer)];
    const detail = { outcome: 'emergency_admissions', year, figure: 'difference' };
    this.dispatchEvent(new CustomEvent('hw-why', { detail, bubbles: true, composed: true }));
  }

  /** Whether the published estimates have something to say: without a cut they do not. */
  get #disputed() {
    return Boolean(this.answer) && ['gain', 'loss', 'mixed', 'pending'].includes(formOf(this.answer));
  }

  /** Whether whole lives are still being worked out: the verdict is not known, and the beads are those of before. */
  get #pending() {
    return Boolean(this.answer) && formOf(this.answer) === 'pending';
  }

  render() {
    return html`<div class="box">
      <p class="sentence ${this.answer && formOf(this.answer) === 'nothing' ? 'bare' : ''}">${this.answer ? this.#sentence() : this.#waiting()}</p>
      <div class="wire ${this.#disputed ? '' : this.answer ? 'none' : 'still'}">
        <slot></slot>
        <p class="note">${t(this.#pending ? 'answer-estimates-pending' : 'answer-estimates')}</p>
      </div>
      ${this.#ambition()}
      <p class="scale">${this.#scale()}</p>
      ${this.#notes()}
      <button class="link ${this.answer ? '' : 'still'}" @click=${this.#ask}>${t('answer-why')}</button>
    </div>`;
  }

  /** While the first answer is on its way its room is held, so that nothing moves when it comes. */
  #waiting() {
    return this.status === 'failed' ? nothing : html`<slot name="waiting">${t('status-loading')}</slot>`;
  }

  #sentence() {
    return spans(answerSentences(this.answer, this.place, this.ranges), this.#notYet());
  }

  /** Where the range of the first figure will stand. */
  #notYet() {
    const moves = !this.answer || formOf(this.answer) !== 'nothing';
    const waits = !this.ranges && ['working', 'moving'].includes(this.doubt) && moves;
    return waits ? html`${t('answer-range-waiting', { state: this.doubt })} ` : nothing;
  }

  #scale() {
    const said = this.answer ? answerSentences(this.answer, this.place) : [];
    const scale = said.find(({ role }) => role === 'scale');
    return scale ? say(scale.id, scale.args) : nothing;
  }

  #ambition() {
    const said = this.answer && ambitionSentence(this.answer);
    return said ? html`<p class="ambition">${say(said.id, said.args)}</p>` : nothing;
  }

  /** That the answer rests on figures somebody set themselves. */
  #own() {
    const mark = ownMark(this.answer);
    return mark ? html`<span class="tag">${t(mark.id, mark.args)}</span>` : nothing;
  }

  /** How sure the model is, or why that is not said yet. */
  #sure() {
    if (this.before) return say('answer-made-before', { plan: this.before });
    if (this.ranges) return say('answer-ranges-model', runsArgs(this.ranges));
    return say('answer-no-ranges', { state: this.doubt ?? 'working' });
  }

  #notes() {
    if (!this.answer) return html`<p class="notes"></p>`;
    const form = formOf(this.answer);
    if (form === 'nothing') return html`<p class="notes">${this.#own()}</p>`;
    const unknown = this.answer.outcomes.emergency_admissions.unknown && form !== 'new_money';
    // What is not counted stands in the size of what is: it is half of the answer.
    return html`<div class="notes">
      <p class="note">${this.#own()} ${this.#sure()}</p>
      <p>${say('answer-ranges-nobody', { what: form === 'new_money' ? 'new' : unknown ? 'both' : 'estimate' })}</p>
    </div>`;
  }
}

/** The sentences of the answer, but for its scale, which stands apart. */
const spans = (sentences, afterLead = nothing) =>
  sentences
    .filter(({ role }) => role !== 'scale')
    .map(
      ({ id, args, role }) =>
        html`<span class=${role}>${say(id, args)} ${role === 'lead' ? afterLead : nothing}</span>`,
    );

customElements.define('hw-answer', HwAnswer);
