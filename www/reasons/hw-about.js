/** `<hw-about>`: the pages about Headwater, which also work without script, and the versions in use. */
import { css, html, LitElement, nothing } from 'lit';
import { PAGES } from '../about/pages.js';
import { base } from '../styles/sheets.js';
import { t } from '../words/words.js';

export class HwAbout extends LitElement {
  static properties = { engine: { attribute: false } };

  static styles = [
    base,
    css`
    ul { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-2); }
    .note { display: block; }
    a { display: inline-flex; align-items: center; min-block-size: var(--touch); font-weight: 600; }
  `,
  ];

  render() {
    const versions = this.engine?.about;
    const one = (id) =>
      html`<li><a href="about/${id}/index.html">${t(`about-${id}`)}</a> <span class="note">${t(`about-${id}.about`)}</span></li>`;
    return html`<p>${t('about-index.intro')}</p>
      <ul>${PAGES.map(({ id }) => one(id))}</ul>
      ${versions ? html`<p class="note">${t('about-versions', { model: versions.model, evidence: versions.evidence, data: versions.data ?? '' })}</p>` : nothing}`;
  }
}
