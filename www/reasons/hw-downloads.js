/**
 * `<hw-downloads>`: everything on the page as files, made here; nothing leaves the device. A scenario file can be opened again:
 * its faults are listed by field, and the plan on the page stays until a file is good.
 */
import { css, html, LitElement, nothing } from 'lit';
import { saveText } from '../charts/save.js';
import { base } from '../styles/sheets.js';
import { runsArgs } from '../words/range.js';
import { t } from '../words/words.js';
import { faultStyles } from './fault-styles.js';
import { faultList } from './faults.js';
import { fileOf, KINDS } from './files.js';
import { LARGEST, readScenarios } from './scenario-file.js';
import { fileName } from './tables.js';

export class HwDownloads extends LitElement {
  static properties = {
    engine: { attribute: false },
    answer: { attribute: false },
    /** Ranges of this same answer, or null while there are none. */
    ranges: { attribute: false },
    doubt: {},
    scenario: { attribute: false },
    describe: { attribute: false },
    /** The address of this very answer; empty where none leads back to it. */
    href: {},
    faults: { state: true },
    found: { state: true },
    said: { state: true },
  };

  static styles = [
    base,
    faultStyles,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); margin-block-start: var(--s-5); }
      ul { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-3); }
      li { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-1); }
      .button { justify-self: start; text-align: start; }
      label { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-1); font: 600 var(--t-label); }
      input[type='file'] { inline-size: 100%; padding: var(--s-2); }
    `,
  ];

  render() {
    const one = (kind) => html`<li>
      <button type="button" class="button" ?disabled=${!this.answer} @click=${() => this.#save(kind)}>${t(`download-${kind}`)}</button>
      <span class="note">${t(`download-${kind}-about`)}</span></li>`;
    return html`<section>
        <h3>${t('download-title')}</h3>
        <p class="note">${t('download-here')}
          ${this.ranges ? t('download-ranges', runsArgs(this.ranges)) : t('pic-no-ranges', { state: this.doubt ?? 'working' })}</p>
      </section>
      <ul>${KINDS.map(one)}</ul>
      ${this.#opener()}
      <p role="status" class="note">${this.said ?? ''}</p>`;
  }

  #opener() {
    return html`<section>
      <label>${t('open-label')}
        <input type="file" accept=".json,application/json" @change=${(event) => this.#open(event.target)} /></label>
      <p class="note">${t('open-about')}</p>
      ${faultList(this.faults, t('open-faults', { n: this.faults?.length ?? 0 }))}
      ${this.faults?.length ? html`<p class="note">${t('open-kept')}</p>` : nothing}
      ${this.found?.length > 1 ? this.#choice() : nothing}
    </section>`;
  }

  #choice() {
    const one = (item) =>
      html`<li><button type="button" class="button" @click=${() => this.#take(item)}>${item.name || t('open-unnamed')}</button></li>`;
    return html`<p>${t('open-which', { n: this.found.length })}</p><ul>${this.found.map(one)}</ul>`;
  }

  async #save(kind) {
    try {
      const { answer, engine, scenario, ranges, describe, href } = this;
      const source = { answer, engine, scenario, ranges, describe, href, fifths: () => this.#fifths() };
      const [extension, text, type] = await fileOf(kind, source);
      saveText(fileName(kind.replace('-json', ''), answer.place.code, extension), text, type);
      this.said = t('download-done');
    } catch (error) {
      this.said = t('download-failed', { reason: error?.faults?.[0]?.reason ?? error?.message ?? '' });
    }
  }

  /** Fifths by year of the very model runs on the page; they take a while. */
  async #fifths() {
    const { engine, scenario, ranges, answer } = this;
    if (!ranges) throw new Error(t('pic-no-ranges', { state: this.doubt ?? 'working' }));
    this.said = t('download-working');
    const found = await engine.fifths(scenario, ranges);
    // Whoever moved a lever meanwhile has another plan on the page.
    if (this.answer !== answer) throw new Error(t('download-moved'));
    return { ...found, of: ranges.of };
  }

  async #open(input) {
    const [file] = input.files;
    if (!file) return;
    [this.faults, this.found, this.said] = [[], [], ''];
    const text = file.size > LARGEST ? ' '.repeat(LARGEST + 1) : await file.text();
    const { scenarios, faults } = readScenarios(text);
    input.value = '';
    this.faults = faults.map((fault) => ({ ...fault, reason: t(fault.reason) }));
    this.found = scenarios;
    if (scenarios.length === 1) await this.#take(scenarios[0]);
  }

  /** The model judges the scenario first; only a good one reaches the page. */
  async #take({ name, scenario }) {
    try {
      await this.engine.run(scenario);
    } catch (error) {
      this.faults = error?.faults ?? [{ path: '', value: name, reason: error?.message ?? '' }];
      return;
    }
    this.faults = [];
    this.said = t('open-done', { name: name || t('open-unnamed') });
    const detail = { path: 'scenario', value: scenario, label: t('open-step', { name: name || t('open-unnamed') }) };
    this.dispatchEvent(new CustomEvent('hw-change', { detail, bubbles: true, composed: true }));
  }
}
