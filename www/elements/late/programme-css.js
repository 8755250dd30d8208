// How programmes look: the list and its cards.
import { css } from 'lit';

export const programmesCss = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s-3);
  }

  .units {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s-2);
  }

  .find {
    display: grid;
    gap: var(--s-1);
  }

  .find label {
    font: 600 var(--t-label);
  }

  #find {
    inline-size: 100%;
    max-inline-size: 28rem;
    padding-inline: var(--s-2);
  }

  .cards {
    display: grid;
    align-items: start;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
    gap: var(--s-4);
  }

  .cards li {
    max-inline-size: none;
    min-inline-size: 0;
  }
`;

export const programmeCss = css`
  article {
    display: grid;
    gap: var(--s-2);
    padding: var(--s-3);
    border: 1px solid var(--r-control);
    border-radius: var(--radius);
    background: var(--c-card);
  }

  details > :not(summary) {
    margin-block-start: var(--s-2);
  }

  summary {
    text-decoration: none;
  }

  summary h3 {
    display: inline;
    text-decoration: underline;
  }

  .brief {
    display: grid;
    gap: var(--s-1);
    margin-block-start: var(--s-1);
    font: 400 var(--t-note);
    color: var(--r-ink);
  }

  .grade {
    display: flex;
    justify-content: space-between;
    gap: var(--s-2);
  }

  .null {
    display: grid;
    gap: var(--s-1);
    padding: var(--s-3);
    border: 2px solid var(--r-ink);
  }

  dl > div {
    display: grid;
    grid-template-columns: minmax(6rem, 34%) 1fr;
    gap: var(--s-3);
    padding-block: var(--s-2);
    border-block-start: 1px solid var(--r-rule);
  }

  dt {
    color: var(--r-ink-2);
  }

  dd {
    font-weight: 600;
  }

  small {
    display: block;
    font: 400 var(--t-note);
    color: var(--r-ink-2);
  }

  .list {
    list-style: disc;
    padding-inline-start: var(--s-4);
  }

  .rungs {
    display: inline-grid;
    grid-auto-flow: column;
    gap: 3px;
    align-items: end;
    vertical-align: -2px;
    margin-inline-end: var(--s-2);
  }

  .rungs i {
    display: block;
    inline-size: 7px;
    border: 1.5px solid var(--r-ink);
  }

  .rungs .f {
    background: var(--r-ink);
  }

  .r1 {
    block-size: 7px;
  }

  .r2 {
    block-size: 11px;
  }

  .r3 {
    block-size: 15px;
  }

  .r4 {
    block-size: 19px;
  }

  @media (forced-colors: active) {
    .rungs i {
      forced-color-adjust: none;
      border-color: CanvasText;
    }

    .rungs .f {
      background: CanvasText;
    }
  }

  @media print {
    summary {
      /* biome-ignore lint/complexity/noImportantStyles: here it is the programme's name, which paper needs too */
      display: block !important;
    }
  }
`;
