// The switch between bands and twenty possible futures, and the way from one future to the next. Nothing moves by itself.
import { css, html, nothing } from 'lit';
import { say, sayRich } from './say.js';

const COUNT = 20;

export const futuresCss = css`
  .futures {
    fill: none;
    stroke: var(--r-run-edge);
    stroke-width: 1;
  }

  .middle {
    fill: none;
    stroke: var(--r-run-line);
    stroke-width: 2;
    stroke-dasharray: 6 4;
  }

  .future {
    fill: none;
    stroke: var(--r-run-line);
    stroke-width: 3.5;
    stroke-linejoin: round;
  }

  .turn {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--s-3);
  }

  .turn .button {
    min-block-size: var(--touch);
  }

  .turn p {
    flex: 1 1 14rem;
    min-block-size: 3rem;
  }

  @media print {
    .turn button {
      display: none;
    }
  }
`;

/**
 * @param {import('./picture.js').Picture & {future: number|null}} picture
 * @param {{ready: boolean, words: import('../views/figures.js').Message|null, stale: unknown}} what `ready`: whether there are
 *   futures; `words` of the one that is read; `stale`: whether the outline of the plan before is drawn
 */
export function futuresSwitch(picture, { ready, words, stale }) {
  const on = picture.future !== null && ready;
  const go = (step) => () => {
    picture.future = (picture.future + step + COUNT) % COUNT;
  };
  const turn = () => {
    if (ready) picture.future = on ? null : 0;
  };
  return html`<div class="turn">
    <button class="button" type="button" aria-pressed=${on ? 'true' : 'false'} aria-disabled=${ready ? 'false' : 'true'} @click=${turn}>
      ${say({ id: 'pic-futures-show' })}
    </button>
    ${
      on
        ? html`<button class="button" type="button" @click=${go(-1)}>${say({ id: 'pic-futures-back' })}</button>
          <button class="button" type="button" @click=${go(1)}>${say({ id: 'pic-futures-next' })}</button>
          <p aria-live="polite">${words ? sayRich(words) : nothing}</p>
          <p class="note">${say({ id: 'pic-futures-what' })}</p>`
        : nothing
    }
    ${stale ? html`<p class="note">${say({ id: 'pic-fan-stale' })}</p>` : nothing}
  </div>`;
}
