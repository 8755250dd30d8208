// The levers of the plan: how much, how it is paid for, when, for whom. Bounds, steps and reasons come from the pack.
import { html, nothing } from 'lit';
import '../elements/hw-choice.js';
import '../elements/hw-lever.js';
import { nudge } from '../elements/lever-math.js';
import { percent, pounds } from '../words/format.js';
import { t } from '../words/words.js';
import { madeBefore, shownOf, slidersOf } from './built.js';
import { valueAt } from './overlay.js';

/** A press in the dock moves further than one step: there is no track to drag. */
const DOCK_STEPS = 5;

const sliderOf = (app, id) => slidersOf(app).find((slider) => slider.id === id);

/** A calendar year is not a number of years, though the pack gives both the same unit. */
const rangeOf = (slider) => (slider.scenario_key === 'shift.start_year' ? { ...slider, unit: 'year' } : slider);

/**
 * A lever on one slider record of the pack.
 * @param {object} app @param {string} id of the slider @param {{says?: string, value?: number, label?: string}} [more]
 */
export function lever(app, id, { says, value, label } = {}) {
  const slider = sliderOf(app, id);
  if (!slider) return html`<div class="lever-room"></div>`;
  return html`<hw-lever
    .label=${label ?? slider.label}
    .path=${slider.scenario_key}
    .value=${value ?? valueAt(app.state.scenario, slider.scenario_key) ?? slider.default}
    .range=${rangeOf(slider)}
    .says=${says}
    .reason=${slider.reason}
    .assumed=${slider.status === 'assumed'}
  ></hw-lever>`;
}

const MAIN = 'slider.shift_share';

/** How much of hospital money moves, 0 to 1; a plan in pounds is told as its share too. */
function shiftShare(state) {
  const { moved, scenario } = state;
  const inPounds = valueAt(scenario, 'shift.gbp_per_year');
  const all = (moved ?? shownOf(state))?.money.acute_hospital_gbp ?? 0;
  return inPounds !== undefined && all > 0 ? inPounds / all : (valueAt(scenario, 'shift.share_of_acute') ?? 0);
}

/** The main lever again, small and at the foot of the window, while the lever itself is out of sight. */
export function dock(app) {
  const slider = sliderOf(app, MAIN);
  if (!slider || !app.docked || app.state.guess?.asking) return nothing;
  const share = shiftShare(app.state);
  const press = (steps) => () =>
    app.actions.change({ path: slider.scenario_key, value: nudge(share, steps, slider), label: t('lever-shift') });
  const button = (sign, steps, id) =>
    html`<button class="button" aria-label=${t(id, { label: t('lever-shift') })} @click=${press(steps)}>${sign}</button>`;
  return html`<section class="dock" aria-label=${t('lever-shift')}>
    <span>${t('dock-label')}</span>
    ${button('−', -DOCK_STEPS, 'lever-less')}
    <output>${percent(share)}</output>
    ${button('+', DOCK_STEPS, 'lever-more')}
    <button class="link" aria-disabled=${app.state.undo.length === 0 ? 'true' : 'false'} @click=${() => app.actions.step({ what: 'undo' })}>
      ${t('history-undo')}
    </button>
  </section>`;
}

const wordOf = (value) => value.replaceAll('_', '-');

/** How the plan is paid for, from when and who is looked for first, in one line, with the way to change it. */
function terms(app) {
  const { scenario, place } = app.state;
  // Before a place is chosen the first screen belongs to the question and its example.
  if (place.example) return nothing;
  const start = valueAt(scenario, 'shift.start_year') ?? app.engine?.about.start_year;
  if (!start) return html`<p class="terms"></p>`;
  const said = [
    t(`terms-${wordOf(scenario.funding ?? 'growth_only')}`, { year: start }),
    t(`terms-${wordOf(scenario.targeting ?? 'universal')}`),
  ];
  return html`<p class="terms">
    <span>${said.join(' ')}</span>
    <button class="link" aria-label=${t('terms-change-what')} @click=${() => app.actions.open({ what: 'funding' })}>${t('terms-change')}</button>
  </p>`;
}

/** What the shift comes to; a space holds its room. In pounds only if they are of this very plan. */
function shiftSays(state, share) {
  const answer = state.moved ?? shownOf(state);
  if (!answer) return ' ';
  if (madeBefore(state) === 'changed') return t('lever-shift-waits');
  const shift = answer.money.full_shift_gbp_per_year;
  return shift > 0 ? t('lever-shift-says', { pounds: pounds(shift), share: share * 1000 }) : t('lever-shift-none');
}

export function mainLever(app) {
  const share = shiftShare(app.state);
  return html`${lever(app, MAIN, { value: share, label: t('lever-shift'), says: shiftSays(app.state, share) })} ${terms(app)}`;
}

export function planLevers(app) {
  if (!app.engine || !app.whole) return nothing;
  const { scenario, place } = app.state;
  // Before a place is chosen the first screen belongs to the question and its example.
  if (place.example) return nothing;
  const start = valueAt(scenario, 'shift.start_year') ?? app.engine.about.start_year;
  const ramp = valueAt(scenario, 'shift.ramp_years') ?? sliderOf(app, 'slider.ramp_years')?.default;
  return html`
    <hw-part id="funding" tag="hw-funding" room="25" ?eager=${Boolean(app.state.answer)} ?hold=${!app.state.answer} .props=${{ state: app.state, describe: app.engine.describe }}></hw-part>
    <h2 class="sub">${t('section-when')}</h2>
    ${lever(app, 'slider.start_year', { says: t('lever-start-says', { year: start }) })}
    ${lever(app, 'slider.ramp_years', { says: t('lever-ramp-says', { year: start + ramp - 1 }) })}
    ${lever(app, 'slider.horizon_years', { says: t('lever-horizon-says') })}
    <h2 class="sub">${t('section-who')}</h2>
    <hw-choice
      .label=${t('targeting-label')}
      .path=${'targeting'}
      .value=${scenario.targeting ?? 'universal'}
      .options=${['universal', 'proportionate', 'most_deprived'].map((value) => ({
        value,
        label: t(`targeting-${value.replace('_', '-')}`),
        note: t(`targeting-${value.replace('_', '-')}.note`),
      }))}
    ></hw-choice>
  `;
}
