// `<hw-runs>`: how the ranges are made: how many model runs there are so far, the seed they start from, and what is not in
// them. It fires `hw-seed`; what is no whole number is refused in words beside the box and the old one stays.
import { css, html, LitElement, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { MOST_SEED, readSeed, SEED } from '../../app/seed.js';
import { base } from '../../styles/sheets.js';
import { runsArgs } from '../../words/range.js';
import { t } from '../../words/words.js';

/** How much of what was typed is said back. */
const SAID = 20;

export class HwRuns extends LitElement {
  static properties = {
    answer: { attribute: false },
    /** The ranges on screen, or null. */
    ranges: { attribute: false },
    seed: { type: Number },
    /** Why there are no ranges. */
    doubt: {},
    fault: { state: true },
    /** What stands in the box and is not the seed yet: nobody loses what they type because more runs arrive. */
    typed: { state: true },
  };

  static styles = [
    base,
    css`
      details > * + * {
        margin-block-start: var(--s-2);
      }

      .seed {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s-1) var(--s-3);
      }

      label {
        font: 600 var(--t-label);
      }

      input {
        inline-size: 11rem;
        padding-inline: var(--s-2);
      }

      input[aria-invalid='true'] {
        border: 3px solid var(--r-worse-edge);
      }
    `,
  ];

  constructor() {
    super();
    this.fault = null;
    this.typed = null;
  }

  willUpdate(changed) {
    if (changed.has('seed')) this.#clear();
  }

  #clear() {
    this.fault = null;
    this.typed = null;
  }

  #tell(seed) {
    this.#clear();
    const detail = { seed: seed === SEED ? null : seed, label: t('runs-step') };
    this.dispatchEvent(new CustomEvent('hw-seed', { detail, bubbles: true, composed: true }));
  }

  #typed(event) {
    const seed = readSeed(event.target.value);
    if (seed === null) {
      this.fault = t('runs-seed-fault', {
        typed: event.target.value.slice(0, SAID),
        most: MOST_SEED,
        kept: String(this.seed),
      });
      return;
    }
    if (seed === this.seed) this.#clear();
    else this.#tell(seed);
  }

  render() {
    if (!this.answer) return nothing;
    return html`<details>
      <summary>${t('runs-title')}</summary>
      <p>${t('runs-what')} ${t('runs-nine')} ${t('runs-middle')}</p>
      <p>${t('runs-nobody')}</p>
      <p>${t('runs-draws')}: <b>${this.ranges ? t('runs-draws-are', runsArgs(this.ranges)) : t('runs-draws-none')}</b></p>
      ${this.doubt === 'failed' ? this.#again() : nothing}
      ${this.#seedBox()}
    </details>`;
  }

  #again() {
    const again = () => this.dispatchEvent(new CustomEvent('hw-again', { bubbles: true, composed: true }));
    return html`<button class="button" type="button" @click=${again}>${t('status-again')}</button>`;
  }

  #seedBox() {
    return html`<div class="seed">
        <label for="seed">${t('runs-seed')}</label>
        <input id="seed" inputmode="numeric" autocomplete="off" .value=${live(this.typed ?? String(this.seed))}
          @input=${({ target }) => (this.typed = target.value)}
          aria-invalid=${this.fault ? 'true' : 'false'} aria-describedby=${this.fault ? 'fault' : 'what'} @change=${this.#typed} />
        ${this.seed === SEED ? nothing : html`<button class="link" type="button" @click=${() => this.#tell(SEED)}>${t('runs-seed-back', { seed: String(SEED) })}</button>`}
      </div>
      ${this.fault ? html`<p class="fault" id="fault" role="alert">${this.fault}</p>` : nothing}
      <p class="note" id="what">${t('runs-seed-what')}</p>`;
  }
}

customElements.define('hw-runs', HwRuns);
