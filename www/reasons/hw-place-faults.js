/** `<hw-place-faults>`: what is wrong with a person's own place file, field by field. The place on the page stays as it was. */
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../styles/sheets.js';
import { t } from '../words/words.js';
import { faultStyles } from './fault-styles.js';
import { faultList } from './faults.js';

export class HwPlaceFaults extends LitElement {
  static properties = {
    /** `{path, value, reason}` each. */
    faults: { attribute: false },
    filename: {},
  };

  static styles = [
    base,
    faultStyles,
    css`:host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-2); }`,
  ];

  render() {
    if (!this.faults?.length) return nothing;
    const title = t('place-faults-title', { file: this.filename || t('place-faults-file'), n: this.faults.length });
    return html`${faultList(this.faults, title)}
      <p class="note">${t('place-faults-kept')}</p>
      <p class="note">${t('place-faults-help')}</p>`;
  }
}
