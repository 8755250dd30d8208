// `<hw-compare>`: nothing changes, this plan, and one other, side by side. A table: the same rows in every column.
import { css, html, LitElement, nothing } from 'lit';
import { ORDER, presetName, presets } from '../../app/presets.js';
import { base } from '../../styles/sheets.js';
import { t } from '../../words/words.js';
import { saveText } from '../../charts/save.js';
import { csvText } from '../../reasons/csv.js';
import { fileName } from '../../reasons/tables.js';
import { runsArgs } from '../../words/range.js';
import { COMPARE_COLUMNS, compareFileRows } from '../compare-file.js';
import { compareRanges, compareSentence } from '../compare-ranges.js';
import { compareRows } from '../compare-rows.js';
import { say } from '../rich.js';
import { createPairing } from './pairing.js';

export class HwCompare extends LitElement {
  static properties = {
    engine: { attribute: false },
    state: { attribute: false },
    /** What model runs say of both plans. */
    pairing: { state: true },
  };

  static styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--s-3);
        container: compare / inline-size;
      }

      .pick {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s-2);
        align-items: end;
      }

      .pick label {
        display: grid;
        gap: var(--s-1);
        font-weight: 600;
        max-inline-size: 100%;
        min-inline-size: 0;
      }

      select {
        inline-size: 100%;
        max-inline-size: 100%;
        padding-inline: var(--s-2);
      }

      table {
        border-collapse: collapse;
        inline-size: 100%;
      }

      caption {
        text-align: start;
        font: 600 var(--t-message);
        padding-block-end: var(--s-2);
      }

      th,
      td {
        text-align: start;
        vertical-align: top;
        padding: 10px var(--s-2) 10px 0;
        border-block-start: 1px solid var(--r-rule);
        font-weight: 400;
      }

      thead th {
        font-weight: 600;
        border-block-start: 0;
        border-block-end: 2px solid var(--r-ink);
      }

      thead th:nth-child(2) {
        border-block-end-style: dashed;
      }

      td b {
        font-weight: 600;
      }

      small {
        display: block;
        font: 400 var(--t-note);
        color: var(--r-ink-2);
      }

      .ahead {
        font: 400 1.25rem/1.75rem var(--c-voice);
      }

      /* In a narrow column each row becomes a small list; the heads are repeated inside it. */
      @container compare (max-width: 37rem) {
        thead {
          position: absolute;
          clip-path: inset(50%);
        }

        tr,
        th,
        td {
          display: block;
        }

        tbody tr {
          border-block-start: 1px solid var(--r-rule);
          padding-block: var(--s-2);
        }

        tbody th {
          font-weight: 600;
        }

        th,
        td {
          border: 0;
          padding: 2px 0;
        }

        td::before {
          content: attr(data-head) ': ';
          color: var(--r-ink-2);
        }
      }
    `,
  ];

  #pairing = createPairing((pairing) => {
    this.pairing = pairing;
  });

  constructor() {
    super();
    this.pairing = this.#pairing.state;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#pairing.stop();
  }

  updated(changed) {
    if (this.engine && this.state && changed.has('state')) this.#pairing.follow(this.engine, this.state);
  }

  /** Model runs of the two plans that stand in the table; null for any others. */
  get #runs() {
    return this.pairing.found;
  }

  #set(compare, label) {
    this.dispatchEvent(new CustomEvent('hw-compare', { detail: { compare, label }, bubbles: true, composed: true }));
  }

  #pick(event) {
    const id = event.target.value;
    if (!id) return this.#set(null, t('compare-none'));
    return this.#set(
      { scenario: presets[id], name: presetName(id), answer: null, id },
      t('compare-with', { name: presetName(id) }),
    );
  }

  #keep() {
    const { scenario, answer, place } = this.state;
    this.#set({ scenario, name: t('compare-kept-name'), answer, place, id: '' }, t('compare-keep'));
  }

  render() {
    if (!this.state?.answer) return nothing;
    const { answer, compare } = this.state;
    return html`
      <div class="pick">
        <label>
          ${t('compare-label')}
          <select @change=${this.#pick}>
            <option value="" ?selected=${!compare?.id}>${t('compare-none')}</option>
            ${ORDER.map((id) => html`<option value=${id} ?selected=${compare?.id === id}>${presetName(id)}</option>`)}
          </select>
        </label>
        <button class="button" @click=${this.#keep}>${t('compare-keep')}</button>
      </div>
      ${compare && !compare.answer ? html`<p class="note">${t('compare-working')}</p>` : nothing}
      ${compare?.answer ? this.#sure(compare) : nothing}
      ${this.#table(answer, compare)}
      ${this.#runs ? html`<p><button class="link" @click=${this.#save}>${t('compare-save')}</button></p>` : nothing}
    `;
  }

  /** Who is ahead and how often, and how sure that is. */
  #sure({ name }) {
    const runs = this.#runs;
    const ahead = compareSentence(runs, name);
    const state = this.pairing.failed && !runs ? 'failed' : 'working';
    const how = runs
      ? runsArgs({ draws: runs.draws, of: this.pairing.failed ? runs.draws : runs.all })
      : { state, draws: 0, of: 0 };
    const again = html`<button class="link" @click=${this.#again}>${t('status-again')}</button>`;
    return html`<p class="ahead">${ahead ? say(ahead.id, ahead.args) : nothing}</p>
      <p class="note" id="sure" tabindex="-1">${say('compare-pairs', how)} ${runs ? t('compare-no-deaths') : nothing}</p>
      ${this.pairing.failed ? html`<p class="note">${again}</p>` : nothing}`;
  }

  #again = () => {
    // The button goes; whoever pressed it by keyboard stays where it is said what happens.
    this.renderRoot.querySelector('#sure').focus();
    this.#pairing.again(this.engine, this.state);
  };

  #save = () => {
    const { answer, compare } = this.state;
    const rows = compareFileRows(answer, compare, this.#runs);
    saveText(fileName('comparison', answer.place.code, 'csv'), csvText(COMPARE_COLUMNS, rows));
  };

  #table(answer, compare) {
    const other = compare?.answer ?? null;
    const against = other ? [t('compare-against', { name: compare.name })] : [];
    const heads = [t('compare-nothing'), t('compare-this'), ...(other ? [compare.name] : []), ...against];
    const ranges = other ? compareRanges(answer, other, this.#runs) : {};
    const rows = compareRows(answer, other);
    return html`<table>
      <caption>
        ${t('compare-caption', { place: answer.place.name })}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('compare-what')}</th>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ id, label, cells }) => html`<tr>
            <th scope="row">${label}</th>
            ${cells.map((cell, at) => html`<td data-head=${heads[at]}>${cell}${under(ranges[id], at)}</td>`)}
            ${other ? html`<td data-head=${heads.at(-1)}>${ranges[id]?.against ?? t('compare-dash')}</td>` : nothing}
          </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

/** The ranges below a cell: the first cell is of nothing changing, which has none. */
const under = (ranges, at) => (ranges?.under[at - 1] ?? []).map((line) => html`<small>${line}</small>`);

customElements.define('hw-compare', HwCompare);
