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
 * @param {import('../views/figures.js').Message|null} words of the future that is read
 */
export function futuresSwitch(picture, words) {
  const on = picture.future !== null;
  const go = (step) => () => {
    picture.future = (picture.future + step + COUNT) % COUNT;
  };
  const turn = () => {
    picture.future = on ? null : 0;
  };
  return html`<div class="turn">
    <button class="button" type="button" aria-pressed=${on ? 'true' : 'false'} @click=${turn}>
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
  </div>`;
}
