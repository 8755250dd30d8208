/** Looks of a list of faults: a table where there is room, one fault under the other on a phone. */
import { css } from 'lit';

export const faultStyles = css`
  .fault { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s-2); min-inline-size: 0; }
  table { border-collapse: collapse; inline-size: 100%; }
  th, td { text-align: start; vertical-align: top; font-weight: 400; padding: var(--s-2) var(--s-3) var(--s-2) 0;
    border-block-start: 1px solid var(--r-rule); overflow-wrap: anywhere; }
  thead th { font-weight: 700; border-block-start: 0; }
  @media (max-width: 479px) {
    thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    tr, th, td { display: block; }
    tbody tr { border-block-start: 1px solid var(--r-rule); padding-block: var(--s-2); }
    tbody th, tbody td { border: 0; padding: 0; }
    tbody th { font-weight: 700; }
  }
`;
