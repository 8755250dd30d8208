// The pictures, in the order in which they answer: how many people, when, which kinds of gain, who pays, rich and poor.
import { html } from 'lit';

/** Tag and the room it holds before it is there, in rem. Wide ones take both columns. */
const PICTURES = [
  { tag: 'hw-fan', room: 26 },
  { tag: 'hw-people', room: 26 },
  { tag: 'hw-kinds', room: 12, wide: true },
  { tag: 'hw-rivals', room: 24, wide: true },
  { tag: 'hw-when', room: 20, wide: true },
  { tag: 'hw-ledger', room: 30, wide: true },
  { tag: 'hw-fairness', room: 22, wide: true },
  { tag: 'hw-beds', room: 22, wide: true },
  { tag: 'hw-parts', room: 20, wide: true },
];

export function pictures(app) {
  const { answer, before, scenario, place } = app.state;
  const props = { answer, before, scenario, place, engine: app.engine, describe: app.engine?.describe };
  return html`<div class="pics">
    ${PICTURES.map(
      ({ tag, room, wide }) =>
        html`<hw-part class=${wide ? 'wide' : ''} tag=${tag} room=${room} .props=${props}></hw-part>`,
    )}
  </div>`;
}
