// How the place picker looks.
import { css } from 'lit';

export const pickerCss = css`
  :host {
    display: grid;
    gap: var(--s-1);
  }

  label {
    font: 600 var(--t-label);
  }

  .join {
    display: flex;
    align-items: center;
    gap: var(--s-2);
    min-block-size: var(--touch);
    font: 400 var(--t-label);
  }

  .join input {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    min-block-size: 0;
    margin: 0;
  }

  .combo {
    position: relative;
  }

  #name {
    inline-size: 100%;
    max-inline-size: 28rem;
    padding-inline: var(--s-2);
    font: 400 var(--t-name);
  }

  #name::placeholder {
    color: var(--r-ink-2);
    opacity: 1;
  }

  [role='listbox'] {
    position: absolute;
    z-index: 5;
    inset-inline: 0;
    inset-block-start: calc(100% + 2px);
    max-inline-size: 28rem;
    max-block-size: 20rem;
    overflow-y: auto;
    background: var(--r-page);
    border: 2px solid var(--r-ink);
    border-radius: var(--radius);
  }

  [role='option'] {
    min-block-size: var(--touch);
    padding: 10px var(--s-2);
    border-block-end: 1px solid var(--r-rule);
    cursor: pointer;
    max-inline-size: none;
  }

  [role='option'][aria-selected='true'],
  [role='option']:hover {
    background: var(--r-link);
    color: var(--r-page);
  }

  [role='option'][aria-selected='true'] .note,
  [role='option']:hover .note {
    color: inherit;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s-2);
  }

  .chips li {
    display: inline-flex;
    align-items: center;
    padding-inline-start: var(--s-2);
    border: 1px solid var(--r-control);
    border-radius: var(--radius);
    font-weight: 600;
  }

  .remove {
    inline-size: var(--touch);
    block-size: var(--touch);
    border: 0;
    background: none;
    color: var(--r-link);
    font: 700 1.25rem/1 var(--c-hand);
    cursor: pointer;
  }

  .drop {
    display: grid;
    gap: var(--s-2);
    padding: var(--s-3);
    border: 2px dashed var(--r-control);
    border-radius: var(--radius);
  }

  .drop.over {
    border-style: solid;
    border-color: var(--r-ink);
  }

  #file {
    max-inline-size: 100%;
    padding: var(--s-2);
    border: 0;
  }

  @media (forced-colors: active) {
    [role='option'][aria-selected='true'],
    [role='option']:hover {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }

  @media print {
    label,
    .combo,
    .note,
    .own {
      display: none;
    }
  }
`;
