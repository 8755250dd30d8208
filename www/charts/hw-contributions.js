// What adds up to the answer: each programme and the hospital side, with the range over model runs.
import { html, nothing, svg } from 'lit';
import { contributionsView } from '../views/contributions.js';
import { hangsCss } from './hangs-css.js';
import { netBar, netScale } from './marks/hangs.js';
import { Picture } from './picture.js';
import { say } from './say.js';

const WIDE = 640;
const BAR = 14;

export class HwContributions extends Picture {
  static styles = [...Picture.styles, hangsCss];

  static properties = {
    /** What the engine found. */
    found: { attribute: false },
  };

  see() {
    return contributionsView(this.found, this.answer.place.name);
  }

  draw(view, width) {
    const wide = width >= WIDE;
    const scale = netScale(view.marks.values, wide ? (width - 48) / 3 : width - 16);
    return html`<ol class="list ${wide ? 'wide' : ''}">${view.list.map((part) => row(part, scale))}</ol>`;
  }
}

const row = (part, scale) => html`<li>
  <div class="words"><b>${part.label}</b></div>
  ${drawing(part, scale)}
  <p class="says"><strong>${say(part.net)}</strong> ${part.range ? say({ id: 'turns-parts-range', args: { range: part.range } }) : nothing}</p>
</li>`;

function drawing({ central, futures }, scale) {
  const { width, height, post, x } = scale;
  const { worse, better } = netBar(scale, 0, central);
  const mark = central < 0 ? worse : better;
  return svg`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <rect class=${central < 0 ? 'worse' : 'better'} x=${mark.x} y="4" width=${mark.width} height=${BAR} />
    ${futures ? svg`<rect class="box" x=${x(futures.low90)} y="1.5" width=${Math.max(1, x(futures.high90) - x(futures.low90))} height=${BAR + 5} />` : nothing}
    <line class="post" x1=${post} x2=${post} y1="0" y2=${height} />
  </svg>`;
}

customElements.define('hw-contributions', HwContributions);
