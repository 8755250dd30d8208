// How a lever looks. Apart from the element, so that each file stays short.
import { css } from 'lit';

export const leverCss = css`
  :host {
    display: grid;
    gap: var(--s-1);
  }

  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--s-2);
    min-block-size: var(--touch);
  }

  label {
    font: 600 var(--t-name);
  }

  .num {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-weight: 600;
    white-space: nowrap;
  }

  .box {
    inline-size: 4rem;
    padding-inline: var(--s-2);
    font: 700 1.25rem / 1.5rem var(--c-hand);
    text-align: end;
  }

  .box.wide {
    inline-size: 7.5rem;
  }

  .row {
    display: grid;
    grid-template-columns: var(--touch) 1fr var(--touch);
    align-items: center;
    gap: var(--s-2);
  }

  .step {
    inline-size: var(--touch);
    block-size: var(--touch);
    padding: 0;
    border: 2px solid var(--r-control);
    border-radius: var(--radius);
    background: var(--r-page);
    color: var(--r-ink);
    font: 700 1.375rem/1 var(--c-hand);
    cursor: pointer;
    touch-action: manipulation;
  }

  .step[aria-disabled='true'] {
    color: var(--r-ink-2);
    border-style: dotted;
    cursor: default;
  }

  .track {
    position: relative;
    block-size: var(--touch);
    --at: calc(14px + var(--v, 0) * (100% - 28px));
  }

  /* The line is drawn behind the native range, so that its filled part is the same in every browser. */
  .track::before,
  .track::after {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: calc(50% - 4px);
    block-size: 8px;
    border-radius: 4px;
    border: 1px solid var(--r-control);
  }

  .track::before {
    inline-size: 100%;
    background: var(--c-lever-track);
  }

  .track::after {
    inline-size: var(--at);
    background: var(--c-lever-fill);
    border-color: var(--c-lever-fill);
  }

  :host([assumed]) .track::before,
  :host([assumed]) .box {
    border-style: dashed;
    background: var(--r-assumed);
  }

  .track input {
    appearance: none;
    position: absolute;
    z-index: 1;
    inset: 0;
    inline-size: 100%;
    block-size: var(--touch);
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    touch-action: pan-y;
  }

  .track input::-webkit-slider-thumb {
    appearance: none;
    inline-size: 28px;
    block-size: 28px;
    border-radius: 50%;
    background: var(--c-lever-thumb);
    border: 3px solid var(--r-page);
    box-shadow: 0 0 0 2px var(--c-lever-thumb);
    cursor: grab;
    pointer-events: auto;
    touch-action: pan-y;
  }

  .track input::-moz-range-thumb {
    box-sizing: border-box;
    inline-size: 28px;
    block-size: 28px;
    border-radius: 50%;
    background: var(--c-lever-thumb);
    border: 3px solid var(--r-page);
    box-shadow: 0 0 0 2px var(--c-lever-thumb);
    cursor: grab;
    pointer-events: auto;
  }

  /* Under a finger only the thumb starts a drag: a thumb that scrolls past the track must not move the value. */
  @media (pointer: coarse) {
    .track input {
      pointer-events: none;
    }
  }

  .says {
    min-block-size: var(--says, 1.5rem);
  }

  @container app (max-width: 22rem) {
    label {
      font-size: 1rem;
    }

    .box.share {
      inline-size: 3.5rem;
    }
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s-3);
    align-items: start;
  }

  .foot details {
    flex: 1;
  }

  .foot details[open] {
    flex-basis: 100%;
  }

  @media (forced-colors: active) {
    .track::after {
      forced-color-adjust: none;
      background: CanvasText;
      border-color: CanvasText;
    }

    .track input::-webkit-slider-thumb {
      forced-color-adjust: none;
      background: CanvasText;
      border-color: Canvas;
      box-shadow: 0 0 0 2px CanvasText;
    }

    .track input::-moz-range-thumb {
      forced-color-adjust: none;
      background: CanvasText;
      border-color: Canvas;
      box-shadow: 0 0 0 2px CanvasText;
    }
  }

  @media print {
    .row,
    .foot {
      display: none;
    }
  }
`;
