/** Looks of the form of a goal, and of a plan that was found. */
import { css } from 'lit';

export const backwardsStyles = css`
  form, .plan { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); }
  fieldset { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-2); }
  .aim { border-block-start: 3px solid var(--r-ink); padding-block-start: var(--s-2); }
  legend { font: 600 var(--t-message); float: inline-start; inline-size: 100%; }
  legend + * { clear: both; }
  .fields { grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); }
  input:not([type='radio']) { inline-size: 100%; padding-inline: var(--s-2); }
  input[aria-invalid='true'] { border: 3px solid var(--r-worse-edge); }
  .more { display: flex; flex-wrap: wrap; gap: var(--s-2); }
  .cards { grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); }
  .cards legend { grid-column: 1 / -1; }
  .card { display: flex; gap: var(--s-2); align-items: start; min-block-size: var(--touch); padding: var(--s-2);
    border: 1px solid var(--r-rule); font-weight: 400; }
  .card:has(:checked) { border: 3px solid var(--r-ink); padding: calc(var(--s-2) - 2px); }
  .card > span, .card > span > span { display: block; }
  .card input { inline-size: 1.25rem; min-block-size: 1.25rem; flex: none; }
  .refused { display: grid; gap: var(--s-1); }
  .refused li { overflow-wrap: anywhere; }
  .limits > li { max-inline-size: none; border-block-start: 1px solid var(--r-rule); padding-block: var(--s-2); }
  .plan h3 { border-block-start: 3px solid var(--r-ink); padding-block-start: var(--s-2); }
  .plan ul { list-style: disc; padding-inline-start: 1.5rem; }
`;
