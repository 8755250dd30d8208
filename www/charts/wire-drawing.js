// The drawn wire, shared by the first screen and by the rows of the rivals.
import { css, html, svg } from 'lit';

export const wireCss = css`
  .wire {
    stroke: var(--r-control);
    stroke-width: 1.5;
  }

  .post {
    stroke: var(--r-nochange);
    stroke-width: 2;
    stroke-dasharray: 4 3;
  }

  .tie {
    fill: var(--r-page);
    stroke: var(--r-ink);
    stroke-width: 2;
  }
`;

export const wireDrawing = ({ width, height, post, y, diamonds, discs, ties }) => html`
  <svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <line class="wire" x1="0" x2=${width} y1=${y} y2=${y} />
    <line class="post" x1=${post} x2=${post} y1="0" y2=${height} />
    ${diamonds.map((path) => svg`<path class="worse" d=${path} />`)}
    ${discs.map((disc) => svg`<circle class="better" cx=${disc.x} cy=${y} r=${disc.r} />`)}
    ${ties.map((disc) => svg`<circle class="tie" cx=${disc.x} cy=${y} r=${disc.r} />`)}
  </svg>
`;
