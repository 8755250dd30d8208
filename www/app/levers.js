// The levers of the plan: how much, how it is paid for, when, for whom. Bounds, steps and reasons come from the pack.
import { html, nothing } from 'lit';
import '../elements/hw-choice.js';
import '../elements/hw-lever.js';
import { pounds } from '../words/format.js';
import { t } from '../words/words.js';
import { valueAt } from './overlay.js';

const sliderOf = (app, id) => app.engine?.describe.sliders.find((slider) => slider.id === id);

/** A calendar year is not a number of years, though the pack gives both the same unit. */
const rangeOf = (slider) => (slider.scenario_key === 'shift.start_year' ? { ...slider, unit: 'year' } : slider);

/**
 * A lever on one slider record of the pack.
 * @param {object} app @param {string} id of the slider @param {{says?: string, value?: number, label?: string}} [more]
 */
export function lever(app, id, { says, value, label } = {}) {
  const slider = sliderOf(app, id);
  if (!slider) return html`<div class="lever-room"></div>`;
  const last = app.state.undo.at(-1);
  return html`<hw-lever
    .label=${label ?? slider.label}
    .path=${slider.scenario_key}
    .value=${value ?? valueAt(app.state.scenario, slider.scenario_key) ?? slider.default}
    .range=${rangeOf(slider)}
    .says=${says}
    .reason=${slider.reason}
    .undoable=${last?.path === slider.scenario_key}
  ></hw-lever>`;
}

export function mainLever(app) {
  const { answer, scenario } = app.state;
  const moved = answer?.money.full_shift_gbp_per_year ?? 0;
  const all = answer?.money.acute_hospital_gbp ?? 0;
  const inPounds = valueAt(scenario, 'shift.gbp_per_year');
  const share = inPounds !== undefined && all > 0 ? inPounds / all : (valueAt(scenario, 'shift.share_of_acute') ?? 0);
  const says =
    answer && moved > 0 ? t('lever-shift-says', { pounds: pounds(moved), share: share * 100 }) : t('lever-shift-none');
  return lever(app, 'slider.shift_share', { value: share, label: t('lever-shift'), says: answer ? says : ' ' });
}

export function planLevers(app) {
  if (!app.engine) return nothing;
  const { scenario } = app.state;
  const start = valueAt(scenario, 'shift.start_year') ?? app.engine.about.start_year;
  const ramp = valueAt(scenario, 'shift.ramp_years') ?? sliderOf(app, 'slider.ramp_years')?.default;
  return html`
    <hw-part tag="hw-funding" .props=${{ state: app.state, describe: app.engine.describe }}></hw-part>
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
