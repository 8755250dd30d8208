// The look that all pictures share. Roles only: no colour is named here.
import { css } from 'lit';

export const pictureCss = css`
  :host {
    container: picture / inline-size;
  }

  svg {
    zoom: var(--drawing, 1);
    direction: ltr;
  }

  figure {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s-2);
    border-top: 3px solid var(--c-figure-rule);
    padding-top: var(--s-2);
    margin: 0;
  }

  figcaption {
    display: grid;
    gap: var(--s-1);
    align-content: start;
  }

  .title {
    font: 600 var(--t-message);
    text-wrap: balance;
  }

  .sub {
    font: 400 1rem/1.375rem var(--c-hand);
    color: var(--r-ink-2);
    text-wrap: balance;
  }

  .summary {
    font: 400 var(--t-label);
  }

  .choice {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: var(--s-1);
    font: 600 var(--t-label);
  }

  .nb {
    white-space: nowrap;
  }

  .u-better {
    box-shadow: inset 0 -3px 0 var(--r-better);
  }

  .u-worse {
    box-shadow: inset 0 -3px 0 var(--r-worse);
  }

  .choice select {
    max-inline-size: 100%;
    font-weight: 400;
  }

  .plot {
    position: relative;
    min-inline-size: 0;
  }

  .plot:focus-visible {
    outline-offset: 4px;
  }

  .notes {
    display: grid;
    gap: var(--s-1);
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s-4);
    align-items: start;
  }

  .foot > .link,
  summary {
    font: 400 var(--t-note);
    min-block-size: 0;
    padding-block: 12px;
  }

  summary {
    list-style-position: inside;
  }

  details[open] {
    flex: 1 1 100%;
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .scroll {
    overflow-x: auto;
    max-inline-size: 100%;
  }

  table {
    border-collapse: collapse;
    font: 400 var(--t-note);
    font-variant-numeric: tabular-nums;
  }

  caption {
    text-align: start;
    font-weight: 600;
    padding-block: var(--s-2);
  }

  th,
  td {
    padding: 6px var(--s-3) 6px 0;
    text-align: end;
    border-bottom: 1px solid var(--r-rule);
    vertical-align: baseline;
  }

  th {
    font-weight: 600;
    min-inline-size: 4.5rem;
  }

  th:first-child,
  .text {
    text-align: start;
  }

  tbody th {
    font-weight: 400;
  }

  .tick {
    font-size: 14px;
    fill: var(--r-ink-2);
  }

  .label {
    font-size: 14px;
    fill: var(--r-ink);
  }

  .strong {
    font-weight: 700;
  }

  .halo {
    paint-order: stroke;
    stroke: var(--r-page);
    stroke-width: 4px;
    stroke-linejoin: round;
  }

  .grid {
    stroke: var(--r-rule);
    stroke-width: 1;
  }

  .axis {
    stroke: var(--r-control);
    stroke-width: 1;
  }

  .nothing {
    stroke: var(--r-nochange);
    stroke-width: 2;
    stroke-dasharray: 7 5;
    fill: none;
  }

  .plan {
    stroke: var(--r-run-line);
    stroke-width: 3;
    fill: none;
    stroke-linejoin: round;
  }

  .bracket {
    stroke: var(--r-ink-2);
    stroke-width: 1.5;
    fill: none;
  }

  .dot {
    fill: var(--r-page);
    stroke: var(--r-run-line);
    stroke-width: 3;
  }

  .lead {
    stroke: var(--r-ink);
    stroke-width: 1;
    fill: none;
  }

  .worse {
    fill: var(--r-worse);
    stroke: var(--r-worse-edge);
    stroke-width: 1;
  }

  .better {
    fill: var(--r-better);
  }

  .paid {
    fill: var(--r-paid);
    stroke: var(--r-worse-edge);
    stroke-width: 1;
  }

  .health {
    fill: var(--r-kind-health);
  }

  .room {
    fill: var(--r-kind-room);
  }

  .cash {
    fill: var(--r-kind-cash);
  }

  @media (forced-colors: active) {
    .worse,
    .paid,
    .better,
    .health,
    .room,
    .cash,
    .mark {
      forced-color-adjust: none;
    }

    .u-better {
      text-decoration: underline;
    }

    .u-worse {
      text-decoration: underline double;
    }
  }

  @media print {
    /* A figure that can be asked about (a button that is shown on paper too) is plain type there. */
    .amount.shown {
      text-decoration: none;
    }

    figure {
      break-inside: avoid;
    }

    .choice,
    .foot > .link,
    details:not([open]),
    summary {
      display: none;
    }
  }
`;
