// The look of the map. Steps differ in lightness, and those of a plan also in the edge; the words carry the figure.
import { css } from 'lit';

export const mapCss = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s-2) var(--s-3);
    align-items: end;
  }

  .choices label {
    display: grid;
    grid-template-columns: minmax(0, auto);
    gap: var(--s-1);
    font: 600 var(--t-label);
    min-inline-size: 0;
  }

  .choices select {
    max-inline-size: 100%;
  }

  .map {
    position: relative;
  }

  .map:focus-visible {
    outline-offset: 4px;
  }

  .map svg {
    cursor: pointer;
  }

  .tile {
    stroke: var(--r-page);
    stroke-width: 1;
  }

  .even1 {
    fill: var(--r-run9);
    stroke: var(--r-run-edge);
  }

  .even2 {
    fill: var(--r-run5);
    stroke: var(--r-run-edge);
  }

  .even3 {
    fill: var(--r-run-edge);
  }

  .even4 {
    fill: var(--r-better);
  }

  .none,
  .same {
    fill: var(--r-page);
    stroke: var(--r-control);
  }

  .none {
    stroke-dasharray: 2 2;
  }

  .better1 {
    fill: var(--r-run5);
    stroke: var(--r-run-edge);
  }

  .better2 {
    fill: var(--r-better);
  }

  .worse1 {
    fill: var(--r-bad5);
    stroke: var(--r-worse-edge);
  }

  .worse2 {
    fill: var(--r-worse);
    stroke: var(--r-worse-edge);
    stroke-width: 1.5;
  }

  .ring {
    fill: none;
    stroke: var(--r-ink);
    stroke-width: 3;
    pointer-events: none;
  }

  .here {
    fill: none;
    stroke: var(--r-ink);
    stroke-width: 2;
    stroke-dasharray: 4 2;
    pointer-events: none;
  }

  .key {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s-1) var(--s-3);
    font: 400 var(--t-note);
  }

  .key li {
    display: flex;
    gap: 6px;
    align-items: center;
  }

  .reading {
    min-block-size: 3rem;
    font: 600 var(--t-label);
  }

  .pick {
    padding-block: 4px;
    min-block-size: 24px;
    font: inherit;
  }

  @media (forced-colors: active) {
    .tile,
    .key svg {
      forced-color-adjust: none;
    }

    .tile,
    .key .tile {
      stroke: CanvasText;
      fill: Canvas;
    }

    .even3,
    .better1 {
      fill: GrayText;
    }

    .even4,
    .better2 {
      fill: CanvasText;
    }

    .worse1,
    .worse2 {
      stroke-dasharray: 3 2;
      stroke-width: 2;
    }

    .worse2 {
      fill: GrayText;
    }
  }
`;
