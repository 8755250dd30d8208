// `<hw-guess>`: say what you expect before you look; then the guess, the model and the gap stand together.
// Reports `hw-guess` with `{asking, value}`; null skips.
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../../styles/sheets.js';
import { indexOfYear } from '../../words/answer.js';
import { spoken } from '../../words/format.js';
import { t } from '../../words/words.js';
import { mark } from '../rich.js';

/** Guesses are told per 1,000 stays, so that nobody has to know how many stays a place has. */
const OUT_OF = 1000;
const CHOICES = [-200, -50, -10, -1, 0, 1, 10];

export class HwGuess extends LitElement {
  static properties = {
    answer: { attribute: false },
    place: {},
    guess: { attribute: false },
  };

  static styles = [
    base,
    css`
      fieldset,
      .box {
        display: grid;
        gap: var(--s-2);
      }

      legend {
        font: 600 var(--t-message);
        padding-block-end: var(--s-2);
      }

      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
        gap: var(--s-2);
      }

      .button {
        text-align: start;
      }

      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--s-1) var(--s-3);
        border-block: 1px solid var(--r-rule);
        padding-block: var(--s-2);
      }

      dt {
        color: var(--r-ink-2);
      }

      dd {
        font-weight: 600;
      }
    `,
  ];

  #say(detail) {
    this.dispatchEvent(new CustomEvent('hw-guess', { detail, bubbles: true, composed: true }));
  }

  render() {
    if (!this.answer || !this.guess) return nothing;
    return this.guess.asking ? this.#ask() : this.#compare();
  }

  #stays() {
    const at = indexOfYear(this.answer);
    const { baseline, difference } = this.answer.outcomes.emergency_admissions;
    return { year: this.answer.years[at], total: baseline[at], difference: difference[at] };
  }

  #ask() {
    const { year, total } = this.#stays();
    return html`<fieldset>
      <legend>${t('guess-question', { year, place: this.place, outOf: OUT_OF })}</legend>
      <p>${t('guess-help', { total })}</p>
      <div class="choices">
        ${CHOICES.map(
          (value) =>
            html`<button class="button" @click=${() => this.#say({ asking: false, value })}>${this.#perThousand(value)}</button>`,
        )}
      </div>
      <button class="link" @click=${() => this.#say(null)}>${t('guess-skip')}</button>
    </fieldset>`;
  }

  #perThousand(value) {
    const { way, size } = spoken(value);
    return t(`guess-choice-${way}`, { size, outOf: OUT_OF });
  }

  #compare() {
    const { year, total, difference } = this.#stays();
    const guessed = (this.guess.value * total) / OUT_OF;
    const gap = difference - guessed;
    return html`<div class="box">
      <h3>${t(`guess-title-${this.#verdict(guessed, difference)}`)}</h3>
      <dl>
        <dt>${t('guess-yours')}</dt>
        <dd>${this.#stay(guessed, year)}</dd>
        <dt>${t('guess-model')}</dt>
        <dd>${this.#stay(difference, year)}</dd>
        <dt>${t('guess-gap')}</dt>
        <dd>${t('guess-gap-size', { size: spoken(gap).size })}</dd>
      </dl>
      <button class="link" @click=${() => this.#say({ asking: true })}>${t('guess-again')}</button>
    </div>`;
  }

  #stay(value, year) {
    const { way, size } = spoken(value);
    return mark(t(`guess-stays-${way}`, { size, year }));
  }

  #verdict(guessed, found) {
    if (Math.abs(found - guessed) < Math.max(1, Math.abs(found) / 2)) return 'near';
    return guessed < found ? 'hoped' : 'feared';
  }
}

customElements.define('hw-guess', HwGuess);
