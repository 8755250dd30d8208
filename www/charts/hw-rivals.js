// Does the answer survive? Published estimates in order from harder to kinder on the plan, each with its own verdict.
import { css, html, nothing, svg } from 'lit';
import { figure, message } from '../views/figures.js';
import { netWords, plainWords, rivalsView, runsWords, saidAs, verdictWords } from '../views/rivals.js';
import { rivalBar, rivalsLayout } from './marks/rivals.js';
import { wireMarks } from './marks/wire.js';
import { Picture } from './picture.js';
import { say } from './say.js';
import { wireCss, wireDrawing } from './wire-drawing.js';

export class HwRivals extends Picture {
  static styles = [
    ...Picture.styles,
    wireCss,
    css`
      .tally {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s-1) var(--s-5);
      }

      .tally li {
        display: flex;
        gap: var(--s-2);
        align-items: center;
      }

      .tally b {
        font: 600 2rem/2.5rem var(--c-voice);
      }

      .ends {
        display: flex;
        justify-content: space-between;
        font: 600 var(--t-note);
      }

      h4 {
        margin-block-start: var(--s-3);
      }

      .row {
        max-inline-size: none;
        display: grid;
        gap: var(--s-1);
        padding: var(--s-2);
        border-top: 1px solid var(--r-rule);
      }

      .wide .row {
        grid-template-columns: 234px minmax(0, 1fr) 136px;
        gap: var(--s-3);
        align-items: center;
      }

      .wider .row {
        grid-template-columns: 340px minmax(0, 1fr) 136px;
      }

      .row--worse {
        background: var(--r-bad9);
      }

      .drawn {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--s-1);
      }

      .runs {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--s-3);
      }

      .runs p {
        flex: 1 1 12rem;
      }

      .words {
        font: 400 var(--t-note);
      }

      .verdict {
        font: 400 var(--t-note);
        display: flex;
        gap: var(--s-2);
      }

      .words b {
        display: block;
        font: 600 var(--t-label);
      }
    `,
  ];

  static properties = {
    /** For the records behind the estimates, asked when somebody opens one. */
    engine: { attribute: false },
    describe: { attribute: false },
    figures: { state: true },
  };

  constructor() {
    super();
    this.figures = null;
  }

  see() {
    return rivalsView(this.answer, this.runs);
  }

  draw(view, width) {
    const layout = rivalsLayout(width - 16);
    const { high } = this.axis(this.answer.place.code, [view.marks.most], 1);
    return html`
      ${tally(view.tally)}
      ${view.groups.map(
        ({ key, list }) => html`
        <div class="${layout.wide ? 'wide' : ''} ${layout.wider ? 'wider' : ''}">
          <h4>${say({ id: `pic-rivals-group-${key}` })}</h4>
          ${key === 'prices' ? html`<p class="note">${say({ id: 'pic-rivals-order' })}</p>` : nothing}
          <ul>${list.map((each) => row(each, key, high, layout, this.#more(each)))}</ul>
        </div>`,
      )}
    `;
  }

  /** What the pack says of an estimate, for who asks. */
  #more(each) {
    const said = saidAs(each.option, this.describe, this.figures ?? []);
    return html`<details class="more" @toggle=${this.#learn}>
      <summary>${say({ id: 'pic-rivals-more' })}<span class="vh">: ${each.label}</span></summary>
      <p>${said ? say(said) : each.label}</p>
      ${each.caveat ? html`<p>${each.caveat}</p>` : nothing}
    </details>`;
  }

  #learn = async () => {
    if (this.figures || !this.engine) return;
    // Without the records the pack's own label still says what the estimate is.
    this.figures = await this.engine.assumptions().catch(() => null);
  };
}

const tally = (counts) => html`
  <ul class="tally">
    ${['better', 'tie', 'worse', 'same']
      .filter((key) => counts[key] > 0 || key === 'better' || key === 'worse')
      .map(
        (key) =>
          html`<li><b>${counts[key]}</b> ${say(message(`pic-rivals-count-${key}`, { count: counts[key] }))}</li>`,
      )}
  </ul>
`;

function row(each, key, high, layout, more) {
  const plain = plainWords(each) ? say(plainWords(each)) : each.label;
  const price = key === 'prices' ? say(message('pic-rivals-price', { price: figure('pounds', each.price) })) : null;
  return html`
    <li class="row row--${each.verdict}">
      <div class="words"><b>${price ?? plain}</b>${price ? html`<p>${plain}</p>` : nothing}${more}</div>
      <div class="drawn">
        ${barDrawing(each, high, layout)}
        ${each.runs ? html`<div class="runs">${beads(each.runs, layout.plot)}<p class="range">${say(runsWords(each))}</p></div>` : nothing}
      </div>
      <p class="verdict">
        <strong>${say(verdictWords(each))}</strong>${layout.wide ? nothing : html` <span>${say(netWords(each))}</span>`}
      </p>
    </li>
  `;
}

const WIRE = 200;
const beads = (runs, room) => wireDrawing(wireMarks({ ...runs, tie: 0 }, Math.min(room, WIRE), 22));

function barDrawing(each, high, { wide, plot: width, bar, height }) {
  const mark = rivalBar(each.net, high, width, wide);
  const anchor = mark.loss ? 'end' : 'start';
  const words = svg`<text class="label" x=${mark.end} y="16" text-anchor=${anchor}>${say(netWords(each))}</text>`;
  return svg`
    <svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
      <rect class=${mark.loss ? 'worse' : 'better'} x=${mark.x} y="4" width=${mark.width} height=${bar} />
      <line class="post" x1=${mark.post} x2=${mark.post} y1="0" y2=${height} />
      ${wide ? words : nothing}
    </svg>
  `;
}

customElements.define('hw-rivals', HwRivals);
