// The order of the page, as a template: question, place, lever, answer, pictures, then everything one can open.
import { html, nothing } from 'lit';
import { date } from '../words/format.js';
import { rich, t } from '../words/words.js';
import { madeBefore, shownOf } from './built.js';
import { runsArgs } from '../words/range.js';
import { menu } from './menu.js';
import { notices } from './notices.js';
import { dock, mainLever, planLevers } from './levers.js';
import { pictures } from './pictures.js';
import { rangesOf } from './ranges.js';
import { SEED } from './seed.js';
import { sections } from './sections.js';
import { status } from './status.js';

/** @param {import('./hw-app.js').HwApp} app */
export function page(app) {
  const { actions: act } = app;
  return html`
    <div
      class="page"
      @hw-change=${({ detail }) => act.change(detail)}
      @hw-place=${({ detail }) => act.place(detail)}
      @hw-do=${({ detail }) => act.step(detail)}
      @hw-open=${({ detail }) => act.open(detail)}
      @hw-why=${({ detail }) => act.why(detail)}
      @hw-compare=${({ detail }) => act.set({ compare: detail.compare }, { label: detail.label, undoable: true })}
    >
      <div class="in">
        ${top(app)}
        <main class="main">
          ${notices(app)} ${question(app)}
          <section class="lever" aria-label=${t('section-lever')}>${mainLever(app)}</section>
          <section class="right" aria-label=${t('section-answer')}>
            <div class="answer" id="answer" tabindex="-1">
              <h2 class="vh">${t('section-answer')}</h2>
              ${answer(app)}
            </div>
            ${app.state.guess?.asking ? nothing : pictures(app)}
          </section>
          <section class="more" aria-label=${t('section-plan')}>${planLevers(app)}</section>
          ${sections(app)}
        </main>
        ${paperFoot(app)} ${dock(app)}
      </div>
      <p class="vh" role="status" aria-live="polite">${app.spoken}</p>
      ${app.engine ? html`<hw-part tag="hw-why" eager ?hold=${!app.state.answer} .props=${whyProps(app)}></hw-part>` : nothing}
    </div>
  `;
}

const doubtOf = ({ state }) => {
  const { ranges, doubt } = rangesOf(state);
  return { ranges, doubt };
};

const whyProps = (app) => ({
  ...doubtOf(app),
  engine: app.engine,
  answer: app.state.answer,
  scenario: app.state.scenario,
  describe: app.engine.describe,
  question: app.asked,
  seed: app.state.seed ?? SEED,
});

function top(app) {
  const { undo } = app.state;
  // Undo stays within reach: here while the lever is in sight, in the dock when it is not.
  return html`<header class="top ${app.docked ? '' : 'stays'}">
    <span class="mark">${t('app-name')}</span>
    <span class="note doing">${doing(app)}</span>
    <button class="link" aria-disabled=${undo.length === 0 ? 'true' : 'false'} @click=${() => app.actions.step({ what: 'undo' })}>
      ${t('history-undo')}
    </button>
    ${menu(app)}
  </header>`;
}

/** What is behind: the model itself, the pictures while a lever moves, or everything where an answer takes long. */
function doing({ state, working }) {
  if (madeBefore(state)) return t('status-fetching');
  if (state.moved) return t('status-moving');
  return working ? t('status-working') : nothing;
}

/** On paper only: which plan this is, and how to get back to it. */
function paperFoot(app) {
  if (!app.address || !app.whole) return nothing;
  const { model, evidence } = app.engine.about;
  const { ranges } = rangesOf(app.state);
  return html`<footer class="paper note">
    <p>${t('print-made', { date: date(new Date()), model, evidence })}</p>
    ${ranges ? html`<p>${t('print-runs', { ...runsArgs(ranges), seed: String(app.state.seed ?? SEED) })}</p>` : nothing}
    <p>${t('print-link', { href: app.address.href })}</p>
  </footer>`;
}

function question(app) {
  const { place } = app.state;
  const chosen = !place.example;
  const name = app.placeName || t('place-loading');
  const parts = rich(chosen ? 'question-place' : 'question-any', { place: name });
  const button = (text) => html`<button
    class="place shown"
    aria-expanded=${app.picking || !chosen ? 'true' : 'false'}
    @click=${() => app.actions.open({ what: 'place' })}
  >${text}</button>`;
  return html`
    <h1 class="q">${parts.map(({ text, mark }) => (mark === 'place' && chosen ? button(text) : text))}</h1>
    ${
      app.picking || !chosen
        ? html`<hw-place-picker
          class="picker"
          .places=${app.engine?.places ?? []}
          .place=${place}
          .faults=${app.placeFaults}
          .full=${app.picking}
        ></hw-place-picker>`
        : nothing
    }
  `;
}

function answer(app) {
  const { state } = app;
  if (state.guess?.asking) {
    return html`<hw-part tag="hw-guess" eager .props=${{ answer: state.answer, place: app.placeName, guess: state.guess }}
      @hw-guess=${({ detail }) => app.actions.set({ guess: detail })}></hw-part>`;
  }
  const shown = shownOf(state);
  const { ranges, doubt } = rangesOf(state);
  return html`
    ${status(app)}
    ${example(app)}
    <hw-answer .answer=${state.moved ?? shown} .before=${madeBefore(state)} .ranges=${state.moved ? null : ranges} .doubt=${doubt} .place=${app.placeName}
      .status=${state.status}>
      ${asText(state) ? html`<slot name="first" slot="waiting"></slot>` : nothing}
      <hw-part tag="hw-wire" eager ?hold=${!shown} room="5" .props=${{ answer: shown, ranges, doubt, brief: true }}></hw-part>
    </hw-answer>
    ${turnsLink(app)}
    <hw-part class="runs" tag="hw-runs" room="3" ?hold=${!state.answer} .props=${{ answer: state.answer, doubt, ranges, seed: state.seed ?? SEED }}
      @hw-seed=${({ detail }) => app.actions.set({ seed: detail.seed }, { label: detail.label, undoable: true })}
      @hw-again=${() => app.actions.ranges()}></hw-part>
    ${
      state.guess
        ? html`<hw-part tag="hw-guess" eager .props=${{ answer: state.answer, place: app.placeName, guess: state.guess }}
          @hw-guess=${({ detail }) => app.actions.set({ guess: detail })}></hw-part>`
        : html`<button class="link screen-only" @click=${() => app.actions.open({ what: 'guess' })}>${t('guess-first')}</button>`
    }
  `;
}

/** From the first screen to what one would have to believe to turn the answer round, in one press. */
const turnsLink = ({ actions, state }) =>
  html`<button class="link screen-only ${state.answer ? '' : 'still'}" @click=${() => actions.open({ what: 'turns' })}>${t('section-turns')}</button>`;

/** That this is an example. */
function example({ state, placeName }) {
  if (!state.place.example || asText(state)) return nothing;
  return html`<p><span class="tag">${t('example-tag', { place: placeName })}</span></p>`;
}

/** Whether there is no more of the example's answer than the text in the page itself (see places.mjs). */
const asText = (state) => !shownOf(state) && state.place.example && location.hash.length < 2;
