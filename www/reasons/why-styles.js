/** Looks of "Why this number": the line of stops, the reasons, the parts. */
import { css } from 'lit';

export const whyStyles = css`
  .line { display: grid; grid-template-columns: minmax(0, 1fr); }
  .line > li { position: relative; padding: 0 0 var(--s-4) 2.5rem; min-inline-size: 0; }
  .line > li::before { content: ''; position: absolute; inset: 2px auto auto 2px; inline-size: 20px; block-size: 20px; z-index: 1;
    border: 3px solid var(--r-better); border-radius: 50%; background: var(--r-page); }
  .line > li:not(:last-child)::after { content: ''; position: absolute; inset: 12px auto -4px 10.5px; border-inline-start: 3px solid var(--r-better); }
  .line > li.end::before { background: var(--r-better); }
  .line .n { font: 600 var(--t-figure); }
  .line .n small { display: block; font: 400 var(--t-label); color: var(--r-ink-2); }
  .line .more { font: 600 var(--t-label); padding-block-start: var(--s-1); }
  .line .more small { font: 400 var(--t-note); color: var(--r-ink-2); }
  @media (min-width: 800px) {
    .line--three { grid-template-columns: repeat(3, 1fr); column-gap: var(--s-4); }
    .line--three > li { padding: var(--s-5) 0 0; }
    .line--three > li:not(:last-child)::after { inset: 10.5px calc(-1 * var(--s-4)) auto 12px; border-inline-start: 0;
      border-block-start: 3px solid var(--r-better); }
  }
  .better-words { color: var(--r-better); }
  .worse-words { color: var(--r-worse-ink); }
  .reasons { list-style: decimal; padding-inline-start: 1.5rem; }
  .reasons li { padding-block: var(--s-1); }
  .choice { display: inline-flex; align-items: center; gap: var(--s-2); min-block-size: var(--touch); padding-inline-end: var(--s-3); }
  .choice input { inline-size: 1.25rem; min-block-size: 1.25rem; flex: none; }
  legend { font: 600 var(--t-label); padding: 0; }
  .pick { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-1); font: 600 var(--t-label); }
  select { inline-size: 100%; max-inline-size: 32rem; }
  table { border-collapse: collapse; inline-size: 100%; }
  caption { text-align: start; padding-block: var(--s-1); }
  th, td { text-align: start; vertical-align: top; font-weight: 400; padding: var(--s-2) var(--s-2) var(--s-2) 0;
    border-block-start: 1px solid var(--r-rule); overflow-wrap: anywhere; }
  thead th, tfoot th, tfoot td { font-weight: 700; }
  tfoot th, tfoot td { border-block-start: 3px solid var(--r-ink); }
  td { overflow-wrap: break-word; }
  td .range { display: block; font: 400 var(--t-note); color: var(--r-ink-2); }
  .bar-mark { max-inline-size: 100%; forced-color-adjust: none; }
  .bar-mark .better { fill: var(--r-better); }
  .bar-mark .worse { fill: var(--r-worse); stroke: var(--r-worse-edge); vector-effect: non-scaling-stroke; }
  .bar-mark .neither { fill: var(--r-control); }
  .figures li { border-block-start: 1px solid var(--r-rule); max-inline-size: none; }
  summary hw-how { vertical-align: middle; }
  .dots { list-style: disc; padding-inline-start: 1.5rem; }
  @media (forced-colors: active) { .bar-mark rect { fill: CanvasText; } }
`;
