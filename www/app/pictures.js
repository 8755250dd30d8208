// The pictures, in the order in which they answer: how many people, when, which kinds of gain, who pays, rich and poor,
// and whether the answer survives. The rest waits until somebody asks.
import { html } from 'lit';
import { indexOfYear } from '../words/answer.js';
import { t } from '../words/words.js';
import { shownOf } from './built.js';
import { rangesOf } from './ranges.js';

/**
 * Tag and the room it holds before it is there, in rem; `place` names its cell where there is room for two columns; `built`:
 * drawn of the answer made with the page, until the model's is there.
 */
const FIRST = [
  { tag: 'hw-people', room: 30, place: 'people', built: true },
  { tag: 'hw-fan', room: 38, place: 'fan', built: true },
  { tag: 'hw-kinds', room: 14 },
  { tag: 'hw-rivals', room: 24 },
  { tag: 'hw-ledger', room: 30 },
  { tag: 'hw-fairness', room: 22 },
];
const MORE = [
  { tag: 'hw-breakeven', room: 20, later: true },
  { tag: 'hw-when', room: 20, later: true },
  { tag: 'hw-beds', room: 22, later: true },
  { tag: 'hw-parts', room: 20, later: true },
];

export function pictures(app) {
  const { answer, before, scenario, place, compare, moving } = app.state;
  const shown = shownOf(app.state);
  // Pictures of one year begin at the year of the sentence.
  const at = shown ? indexOfYear(shown) : null;
  const { ranges, stale, doubt } = rangesOf(app.state);
  const props = {
    at,
    ranges,
    stale,
    doubt,
    before,
    compare,
    scenario,
    place,
    engine: app.engine,
    describe: app.engine?.describe,
  };
  const draw = ({ tag, room, place: cell = 'wide', later = false, built = false }) => {
    const of = built ? shown : answer;
    return html`<hw-part class=${cell} tag=${tag} room=${room} ?eager=${Boolean(of) && !later} ?hold=${!of}
      .settled=${!moving} .props=${{ ...props, answer: of }}></hw-part>`;
  };
  return html`
    <div class="pics">${FIRST.map(draw)}</div>
    <details class="more-pics" id="more-pictures">
      <summary>${t('pictures-more')}</summary>
      <div class="pics">${MORE.map(draw)}</div>
    </details>
  `;
}
