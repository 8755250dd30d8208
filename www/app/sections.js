// Everything below the first answer, each part loaded when somebody comes near it.
import { html, nothing } from 'lit';
import { t } from '../words/words.js';

const part = (tag, props, room = 8) => html`<hw-part tag=${tag} room=${room} .props=${props}></hw-part>`;

export function sections(app) {
  if (!app.engine || app.state.guess?.asking) return nothing;
  const { engine, state } = app;
  const shared = { engine, state, describe: engine.describe, answer: state.answer, scenario: state.scenario };
  const share = { ...shared, href: app.address?.href, place: app.placeName };
  const parts = {
    programmes: part('hw-programmes', shared, 30),
    presets: part('hw-presets', shared, 20),
    compare: part('hw-compare', shared, 12),
    history: html`${part('hw-history', shared)} ${part('hw-replay', { ...shared, before: state.before, last: state.last })}`,
    assumptions: part('hw-assumptions', shared, 20),
    share: html`${part('hw-share', share)} ${part('hw-downloads', share)}`,
    map: part('hw-map', { ...shared, places: engine.places, place: state.place }, 20),
    about: html`${part('hw-about', shared)} ${part('hw-glossary', shared)}`,
  };
  return html`<div class="rest">
    ${Object.entries(parts).map(
      ([id, content]) => html`<section class="section" id=${id} tabindex="-1" aria-labelledby="${id}-h">
        <h2 id="${id}-h">${t(`section-${id}`)}</h2>
        ${content}
      </section>`,
    )}
  </div>`;
}
