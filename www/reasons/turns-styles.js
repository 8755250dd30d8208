/** Looks of what takes long to work out: progress, marks of what is old, one picture under the other. */
import { css } from 'lit';

export const turnsStyles = css`
  :host > div, .pictures { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-4); }
  .pictures { gap: var(--s-6); }
  .fields { display: grid; gap: var(--s-3); grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); align-items: end; }
  label { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-1); font: 600 var(--t-label); min-inline-size: 0; }
  select { inline-size: 100%; padding-inline: var(--s-2); }
  .work, .stale { display: flex; flex-wrap: wrap; gap: var(--s-2) var(--s-4); align-items: end; }
  .work label { flex: 1 1 16rem; max-inline-size: 32rem; }
  progress { inline-size: 100%; block-size: 0.75rem; accent-color: var(--r-link); }
  .stale { align-items: center; padding: var(--s-2) var(--s-3); border-inline-start: 4px solid var(--r-worse-edge); }
  .stale p { flex: 1 1 16rem; }
  .before { border-inline-start: 4px solid var(--r-rule); padding-inline-start: var(--s-3); }
  .headline { font: 400 1.25rem / 1.75rem var(--c-voice); }
  .deeper { display: grid; gap: var(--s-2); justify-items: start; border-block-start: 3px solid var(--r-ink); padding-block-start: var(--s-2); }
`;
