// The look of the ledger's table: amounts with their range under them, and lines that open.
import { css } from 'lit';

export const ledgerTableCss = css`
  .lines > * > tr > * {
    vertical-align: top;
  }

  .lines small {
    display: block;
    font: 400 0.875rem/1.25rem var(--c-hand);
    color: var(--r-ink-2);
    white-space: nowrap;
  }

  .lines thead small {
    white-space: normal;
  }

  .opens {
    font: inherit;
    color: var(--r-link);
    text-align: start;
    background: none;
    border: 0;
    position: relative;
    padding: 0;
    padding-inline-start: 1.1em;
    min-block-size: 24px;
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .opens::before {
    content: '\\25b8';
    content: '\\25b8' / '';
    position: absolute;
    inset-inline-start: 0;
  }

  .opens[aria-expanded='true']::before {
    content: '\\25be';
    content: '\\25be' / '';
  }

  .opened > td {
    padding: 0 0 var(--s-3) var(--s-3);
    text-align: start;
  }

  /* Where there is little room what is under the amounts is found in the row that opens. */
  @container picture (max-width: 30rem) {
    .lines small,
    .narrower {
      display: none;
    }

    .opened > td {
      padding-inline-start: 0;
    }

    .opened table {
      inline-size: min-content;
    }

    .opened th,
    .opened td {
      min-inline-size: 0;
      padding-inline-end: var(--s-2);
    }
  }

  @media print {
    .opens {
      padding: 0;
      color: inherit;
      text-decoration: none;
    }

    .opens::before {
      content: none;
    }

    .lines small {
      display: block;
    }
  }
`;
