// The look of ranges: two bands with hard edges, over the years or on one line.
import { css } from 'lit';

export const rangeCss = css`
  .band50 {
    fill: var(--r-run5);
    stroke: var(--r-run-edge);
    stroke-width: 1;
  }

  .band90 {
    fill: var(--r-run9);
    stroke: var(--r-run-edge);
    stroke-width: 1;
  }

  /* A range on one line: two bands and the middle run. */
  .rb90 {
    fill: var(--r-run9);
    stroke: var(--r-run-edge);
    stroke-width: 1;
  }

  .rb50 {
    fill: var(--r-run5);
    stroke: var(--r-run-edge);
    stroke-width: 1;
  }

  .rbmid {
    stroke: var(--r-run-line);
    stroke-width: 3;
  }

  .rbzero {
    stroke: var(--r-nochange);
    stroke-width: 2;
    stroke-dasharray: 4 3;
  }

  .range {
    font: 400 var(--t-note);
    color: var(--r-ink-2);
  }

  @media (forced-colors: active) {
    /* Bands are told apart by their outlines: the wider one dashed. */
    .band90,
    .rb90 {
      fill: Canvas;
      stroke: CanvasText;
      stroke-width: 1.5;
      stroke-dasharray: 5 3;
    }

    .band50,
    .rb50 {
      fill: Canvas;
      stroke: CanvasText;
      stroke-width: 2;
    }

    .worse,
    .paid {
      fill: Canvas;
      stroke: CanvasText;
      stroke-width: 2;
    }
  }
`;
