// The look that the pictures of what an answer hangs on share.
import { css } from 'lit';

export const hangsCss = css`
  .list > li {
    max-inline-size: none;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 var(--s-3);
    padding: var(--s-2);
    border-top: 1px solid var(--r-rule);
  }

  .list.wide > li {
    grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 3fr);
    align-items: center;
  }

  .list > li.turns--loss {
    background: var(--r-bad9);
  }

  .list > li.turns--gain {
    background: var(--r-run9);
  }

  .list > li.now {
    border-block: 3px solid var(--r-ink);
  }

  .words b {
    display: block;
    font: 600 var(--t-label);
    overflow-wrap: anywhere;
  }

  .words p,
  .says {
    font: 400 var(--t-note);
    text-wrap: pretty;
  }

  .says .link,
  .acts .link {
    font: inherit;
  }

  .says .link {
    display: block;
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s-3);
    align-items: center;
    font: 400 var(--t-note);
  }

  .list.wide .all {
    grid-column: 1 / -1;
  }

  .post {
    stroke: var(--r-nochange);
    stroke-width: 2;
    stroke-dasharray: 7 5;
  }

  .centre {
    stroke: var(--r-ink);
    stroke-width: 2;
  }

  .range {
    fill: var(--r-run9);
    stroke: var(--r-run-edge);
    stroke-width: 1;
  }

  .here {
    fill: var(--r-ink);
  }

  .there {
    fill: var(--r-worse);
    stroke: var(--r-worse-edge);
    stroke-width: 1.5;
  }

  .box {
    fill: none;
    stroke: var(--r-ink-2);
    stroke-width: 1.5;
  }

  .plain {
    list-style: disc;
    padding-inline-start: 1.5rem;
  }

  @media (forced-colors: active) {
    .list > li.turns {
      border-inline-start: 4px solid CanvasText;
    }

    .here,
    .there,
    .range {
      forced-color-adjust: none;
    }

    .here {
      fill: CanvasText;
    }

    .there {
      fill: Canvas;
      stroke: CanvasText;
    }
  }
`;
