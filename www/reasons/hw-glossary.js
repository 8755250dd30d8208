/** `<hw-glossary>`: what each word means, to be searched. */
import { css, html, LitElement } from 'lit';
import { glossary } from '../about/pages.js';
import { base } from '../styles/sheets.js';
import { locale, t } from '../words/words.js';

export class HwGlossary extends LitElement {
  static properties = { search: { state: true } };

  static styles = [
    base,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-2); }
      label { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-1); font: 600 var(--t-label); max-inline-size: 24rem; }
      input { padding-inline: var(--s-2); }
      dt { font-weight: 700; padding-block-start: var(--s-2); }
    `,
  ];

  constructor() {
    super();
    this.search = '';
  }

  render() {
    const wanted = this.search.trim().toLowerCase();
    const terms = glossary({ t }, locale()).filter(({ term, what }) =>
      `${term} ${what}`.toLowerCase().includes(wanted),
    );
    return html`<details>
      <summary>${t('about-glossary')}</summary>
      <label>${t('assumptions-search')}<input type="search" .value=${this.search} @input=${(event) => {
        this.search = event.target.value;
      }} /></label>
      <p role="status" class="note">${t('glossary-found', { n: terms.length })}</p>
      <dl>${terms.map(({ term, what }) => html`<dt>${term}</dt><dd>${what}</dd>`)}</dl>
    </details>`;
  }
}
