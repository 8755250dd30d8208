// The look of the ledger: cells in a list when there is little room, in one grid when there is more.
import { css } from 'lit';

export const ledgerCss = css`
  .row {
    display: grid;
    gap: var(--s-2);
    border-top: 1px solid var(--r-rule);
    padding-block: var(--s-3);
  }

  .who {
    font-weight: 700;
    line-height: 1.25rem;
  }

  .who small {
    display: block;
    font: 400 var(--t-note);
    color: var(--r-ink-2);
  }

  .cell {
    display: grid;
    gap: 2px;
    align-content: center;
    justify-items: start;
    min-inline-size: 0;
    font: 400 var(--t-note);
  }

  .list .cell {
    grid-template-columns: 1fr;
    padding-inline-start: var(--s-3);
    border-inline-start: 2px solid var(--r-rule);
  }

  .kind {
    color: var(--r-ink-2);
  }

  .none {
    color: var(--r-ink-2);
  }

  .amount {
    font: 700 var(--t-note);
    text-align: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    min-block-size: 24px;
    cursor: pointer;
    text-decoration: underline dotted 1px;
    text-underline-offset: 3px;
  }

  .box {
    fill: none;
    stroke: var(--r-ink);
    stroke-width: 1.5;
  }

  .avoided {
    fill: var(--r-page);
    stroke: var(--r-kind-cash);
    stroke-width: 1.5;
  }

  .wide .head,
  .wide .row {
    display: grid;
    column-gap: var(--s-3);
    padding: 0;
    grid-template-columns: 190px minmax(0, 1fr) 20px repeat(4, minmax(0, 1fr));
    align-items: stretch;
  }

  .wide .head {
    align-items: end;
    border: 0;
  }

  .wide .row {
    min-block-size: 72px;
  }

  .wide .who {
    align-self: center;
    padding-block: var(--s-2);
  }

  .wide .cell {
    padding-block: var(--s-2);
  }

  .wide .pays {
    justify-items: end;
    text-align: end;
  }

  .post {
    border-inline-start: 2px dashed var(--r-nochange);
    inline-size: 0;
    justify-self: center;
  }

  .headcell {
    display: grid;
    gap: 2px;
    font: 400 var(--t-note);
    color: var(--r-ink-2);
    padding-block-end: 6px;
  }

  .headcell b {
    color: var(--r-ink);
    font-size: 1rem;
    line-height: 1.25rem;
  }

  .hands {
    display: grid;
    gap: var(--s-1);
    font: 400 var(--t-note);
  }

  .hands li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--s-3);
    max-inline-size: 44em;
  }

  .hands .sum {
    border-top: 1px solid var(--r-control);
    font-weight: 700;
  }

  .amounts {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }

  h4 {
    margin-block-start: var(--s-2);
  }
`;
