// The page where there is room for two columns, and on paper.
import { css } from 'lit';

export const appWideCss = css`
  @container app (min-width: 60rem) {
    .in {
      padding-inline: var(--s-6);
    }

    .top {
      min-block-size: 3.5rem;
    }

    .main {
      grid-template-columns: 22rem minmax(0, 1fr);
      grid-template-rows: auto auto auto auto 1fr;
      column-gap: var(--s-7);
      row-gap: 0;
    }

    .q,
    .picker,
    .notice,
    .rest {
      grid-column: 1 / -1;
    }

    .q {
      font-size: 2.75rem;
      line-height: 3.25rem;
      margin-block: var(--s-5) var(--s-4);
      max-inline-size: 24em;
      text-wrap: pretty;
    }

    .picker {
      margin-block-end: var(--s-4);
    }

    .lever {
      grid-column: 1;
      grid-row: 4;
      margin: 0;
      padding: var(--s-3) var(--s-4);
      border-block-start: 3px solid var(--r-ink);
    }

    /* The choices themselves stand right below. */
    .terms {
      display: none;
    }

    .more {
      grid-column: 1;
      grid-row: 5;
      background: var(--r-panel);
      padding: 0 var(--s-4) var(--s-4);
      align-content: start;
      align-self: start;
    }

    .right {
      grid-column: 2;
      grid-row: 4 / span 2;
      gap: var(--s-6);
    }

    .answer {
      border-block-start: 3px solid var(--r-ink);
      padding-block-start: var(--s-3);
    }

    .pics {
      grid-template-columns: 20.5rem minmax(0, 1fr);
      grid-template-rows: auto 1fr;
      column-gap: var(--s-6);
      row-gap: var(--s-6);
    }

    .pics > .people {
      grid-row: 1 / 3;
    }

    .pics > .fan {
      grid-column: 2;
    }

    .pics > .wide {
      grid-column: 1 / -1;
    }

    .rest {
      grid-row: 6;
    }
  }

  .paper {
    display: none;
  }

  @media print {
    .paper {
      display: block;
      margin-block-start: var(--s-3);
      overflow-wrap: anywhere;
    }

    .place {
      color: inherit;
      text-decoration: none;
    }

    .top,
    .dock,
    .terms .link,
    .more .sub,
    .notice {
      display: none;
    }

    .main {
      display: block;
    }

    .section,
    .pics > * {
      break-inside: avoid;
      margin-block-start: var(--s-3);
    }
  }
`;
