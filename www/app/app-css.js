// The layout of the page. Container queries only: the page may stand in somebody else's column.
import { css } from 'lit';

export const appCss = css`
  .page {
    container: app / inline-size;
    background: var(--r-page);
    color: var(--r-ink);
  }

  .in {
    max-inline-size: 90rem;
    margin-inline: auto;
    padding: 0 var(--s-3) var(--s-6);
  }

  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }

  .main > * {
    min-inline-size: 0;
  }

  .top {
    position: relative;
    display: flex;
    align-items: center;
    gap: var(--s-3);
    min-block-size: var(--touch);
    border-block-end: 1px solid var(--r-rule);
  }

  .top.stays {
    position: sticky;
    z-index: 5;
    inset-block-start: 0;
    background: var(--r-page);
  }

  .mark {
    font-weight: 700;
  }

  .doing {
    margin-inline-end: auto;
  }

  .top .link {
    font-weight: 600;
  }

  .menu {
    position: absolute;
    z-index: 6;
    inset-inline-end: 0;
    inset-block-start: 100%;
    min-inline-size: 16rem;
    padding: var(--s-2) var(--s-3);
    background: var(--r-page);
    border: 2px solid var(--r-ink);
    border-radius: var(--radius);
  }

  .menu .link {
    inline-size: 100%;
  }

  .q {
    font: 600 1.5rem/1.875rem var(--c-voice);
    letter-spacing: -0.01em;
    text-wrap: balance;
    margin-block-start: 12px;
  }

  .place {
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
    color: var(--r-link);
    background: none;
    border: 0;
    padding: 0;
    text-decoration: underline dotted 3px;
    text-underline-offset: 6px;
    cursor: pointer;
  }

  .lever {
    --says: 3rem;
    background: var(--r-panel);
    margin-inline: calc(-1 * var(--s-3));
    padding: var(--s-1) var(--s-3) 12px;
  }

  /* As much as its room before: what is below stays where it is. */
  .runs {
    min-block-size: 3rem;
  }

  /* Holds its room until it can be pressed. */
  .still {
    visibility: hidden;
  }

  .lever-room {
    min-block-size: 11rem;
  }

  /* Room for its longest form: nothing moves when another route is chosen. */
  .terms {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--s-2);
    min-block-size: 3.75rem;
    font: 400 var(--t-note);
    border-block-start: 1px solid var(--r-rule);
  }

  .right {
    display: grid;
    gap: var(--s-5);
    align-content: start;
  }

  .answer {
    display: grid;
    gap: var(--s-2);
  }

  .answer:focus {
    outline: none;
  }

  .pics {
    display: grid;
    gap: var(--s-5);
  }

  .pics > * {
    min-inline-size: 0;
  }

  .terms .link {
    font: 400 var(--t-label);
  }

  .more,
  .rest,
  .pics {
    grid-template-columns: minmax(0, 1fr);
  }

  .more,
  .rest {
    display: grid;
    gap: var(--s-4);
  }

  .rest {
    gap: 0;
    margin-block-start: var(--s-5);
  }

  .sub {
    font: 600 var(--t-name);
    border-block-start: 1px solid var(--r-rule);
    padding-block-start: var(--s-3);
  }

  .section {
    border-block-start: 3px solid var(--r-ink);
  }

  .section[open] {
    padding-block-end: var(--s-5);
  }

  /* The triangle hangs before the heading, so that a second line starts where the first does. */
  .section > summary {
    margin-inline-start: 1.25rem;
    list-style-position: outside;
    padding-block: var(--s-3) var(--s-2);
    text-decoration-thickness: 1px;
  }

  .section > summary h2 {
    display: inline;
  }

  /* Not a block: a line under the heading would run on under a block. */
  .section-says {
    display: inline-block;
    inline-size: 100%;
    color: var(--r-ink-2);
  }

  .section[open] > summary {
    margin-block-end: var(--s-3);
  }

  .told {
    display: grid;
    justify-items: start;
    gap: var(--s-2);
    margin-block: var(--s-2);
  }

  .dock {
    position: sticky;
    z-index: 4;
    inset-block-end: 0;
    display: grid;
    grid-template-columns: minmax(0, auto) var(--touch) 4.5rem var(--touch) auto;
    justify-content: start;
    align-items: center;
    gap: var(--s-2);
    margin-inline: calc(-1 * var(--s-3));
    padding: var(--s-1) var(--s-3);
    border-block-start: 3px solid var(--r-ink);
    background: var(--r-panel);
  }

  .dock output {
    font: 700 1.25rem/1.5rem var(--c-hand);
    text-align: center;
  }

  .dock .button {
    padding: 0;
  }

  .notice {
    margin-block-start: 12px;
  }

  @container app (max-width: 22rem) {
    .q {
      font-size: 1.375rem;
      line-height: 1.75rem;
    }

    /* All of the dock in one line: what it moves must not break in two. */
    .dock {
      grid-template-columns: max-content var(--touch) 3.25rem var(--touch) auto;
      gap: var(--s-1);
    }
  }
`;
