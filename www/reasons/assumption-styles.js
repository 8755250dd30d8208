/** Looks of the assumptions explorer. */
import { css } from 'lit';

export const assumptionStyles = css`
  :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-5); }
  section { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-3); min-inline-size: 0; }
  section > h3 { border-block-start: 3px solid var(--r-ink); padding-block-start: var(--s-2); }
  .filters { display: grid; gap: var(--s-3); grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); }
  .filters .choice { display: flex; align-items: center; font: 400 var(--t-label); }
  .filters .choice input { inline-size: 1.5rem; }
  .filters label:not(.choice) { display: grid; gap: var(--s-1); font: 600 var(--t-label); }
  .filters [type='search'], .filters select { inline-size: 100%; padding-inline: var(--s-2); }
  .rows > li { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-1); max-inline-size: none; padding: var(--s-3) 0; border-block-start: 1px solid var(--r-rule); }
  .rows > li.is-own { border-inline-start: 6px solid var(--r-link); padding-inline-start: var(--s-3); }
  .facts { display: flex; flex-wrap: wrap; gap: var(--s-1) var(--s-3); align-items: center; }
  .changed { background: var(--r-panel); padding: var(--s-3); display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-2); }
  .changed li { display: flex; flex-wrap: wrap; gap: 0 var(--s-3); align-items: center; max-inline-size: none; }
  .rivals > li { max-inline-size: none; border-block-start: 1px solid var(--r-rule); }
  fieldset { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-1); padding-block-end: var(--s-3); }
  legend { font: 600 var(--t-label); padding-block-end: var(--s-1); max-inline-size: var(--measure); }
  .choice { display: grid; grid-template-columns: auto 1fr; gap: var(--s-2); align-items: start; min-block-size: var(--touch); padding-block: var(--s-1); }
  .choice input { inline-size: 1.5rem; min-block-size: 1.5rem; margin: 0; }
  .choice .says { display: block; }
  .side { display: flex; flex-wrap: wrap; gap: 0 var(--s-3); align-items: start; max-inline-size: 44rem; }
  .side .choice { flex: 1 1 14rem; }
  .button { justify-self: start; }
`;
