// Everything below the first answer. Each section is closed until somebody opens it, and loaded only then.
import { html, nothing } from 'lit';
import { t } from '../words/words.js';
import { rangesOf } from './ranges.js';

const part = (tag, props, room = 8) => html`<hw-part tag=${tag} room=${room} .props=${props}></hw-part>`;

/**
 * Where the reasons for the answer on screen open again: nowhere for a place from a file, which no link holds, or while another plan
 * is asked for, of which the address already is.
 */
function reasonsHref({ address, state: { place, scenario, answered } }) {
  const shown = answered?.place === place && answered?.scenario === scenario;
  return shown && (place.files ?? []).length === 0 ? address?.href : '';
}

function contents(app) {
  const { engine, state } = app;
  const shared = { engine, state, describe: engine.describe, answer: state.answer, scenario: state.scenario };
  const { ranges, doubt } = rangesOf(state);
  const share = { ...shared, ranges, doubt, href: app.address?.href, place: app.placeName };
  return {
    programmes: () => part('hw-programmes', shared, 30),
    presets: () => part('hw-presets', shared, 20),
    compare: () => part('hw-compare', shared, 12),
    turns: () => part('hw-turns', shared, 40),
    backwards: () => part('hw-backwards', shared, 40),
    history: () =>
      html`${part('hw-history', shared)} ${part('hw-replay', { ...shared, before: state.before, last: state.last })}`,
    assumptions: () => part('hw-assumptions', shared, 20),
    weights: () => part('hw-weights', { answer: state.answer, compare: state.compare }, 20),
    share: () => html`${part('hw-share', share)} ${part('hw-downloads', { ...share, href: reasonsHref(app) })}`,
    map: () => part('hw-map', { ...shared, places: engine.places, place: state.place }, 20),
    about: () => html`${part('hw-about', shared)} ${part('hw-glossary', shared)}`,
  };
}

export function sections(app) {
  if (!app.engine || !app.whole || app.state.guess?.asking) return nothing;
  const toggled = (id) => (event) => {
    app.opened = { ...app.opened, [id]: event.target.open };
  };
  return html`<div class="rest">
    ${Object.entries(contents(app)).map(
      ([id, content]) => html`<details
        class="section"
        id=${id}
        ?open=${app.opened[id]}
        @toggle=${(event) => event.target.id === id && toggled(id)(event)}
      >
        <summary>
          <h2>${t(`section-${id}`)}</h2>
          <span class="section-says">${t(`section-${id}.note`)}</span>
        </summary>
        ${app.opened[id] ? content() : nothing}
      </details>`,
    )}
  </div>`;
}
