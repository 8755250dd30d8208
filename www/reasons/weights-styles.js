/** Looks of the shared outcomes. */
import { css } from 'lit';

export const weightStyles = css`
  :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); }
  .aims > li { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-1); padding-block: var(--s-3); border-block-start: 1px solid var(--r-rule); max-inline-size: none; }
  .fields { display: grid; gap: var(--s-3); grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); align-items: end; }
  label { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-1); font: 600 var(--t-label); min-inline-size: 0; }
  input, select { inline-size: 100%; padding-inline: var(--s-2); }
  .add { display: flex; flex-wrap: wrap; gap: var(--s-2) var(--s-3); align-items: end; }
  .add select { flex: 1 1 14rem; max-inline-size: 24rem; }
  .add label[for] { flex-basis: 100%; }
  .scores { display: grid; gap: var(--s-4); grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
  .scores section { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-2); border-block-start: 3px solid var(--r-ink); padding-block-start: var(--s-2); min-inline-size: 0; align-content: start; }
  .score { font: 600 var(--t-figure); }
  @media (max-width: 479px) { .scores thead { position: static; clip-path: none; inline-size: auto; } }
`;
