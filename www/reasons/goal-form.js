/** The form of a goal: aims, limits, which plan is best, and how sure it should be. What is refused stands next to its control. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { has, t } from '../words/words.js';
import { ACCOUNTS, fieldOf, LIMITS, PROBABILITIES } from './goal.js';
import { noun } from './say.js';

const FIFTHS = ['', '1', '2', '3', '4', '5'];

/** What is wrong with one control: field, value, reason. */
export function refused(faults, id) {
  if (!faults?.length) return nothing;
  return html`<ul class="fault refused" id=${id} role="alert">${faults.map((fault) => html`<li>${refusal(fault)}</li>`)}</ul>`;
}

/** Parts of a file have no name on the page, and ids no place in a sentence. */
const AIM = /targets\[(\d+)\]/g;
const ID = /\b[a-z0-9]+(?:_[a-z0-9]+)+\b/g;

/** One refusal as a sentence: the field as the form calls it, what stands there, why it cannot be. */
export function refusal({ path, value, reason }) {
  const field = fieldOf(path);
  const typed = String(value ?? '').replace(/^"(.*)"$/, '$1');
  // What a whole aim or programme holds is no value that anybody typed.
  const shown = /^[[{]/.test(typed) ? '' : typed;
  const because = typed === '' && field ? t('goal-refused-nothing') : plain(reason);
  const name = field ? t(field) : '';
  if (name && shown) return t('goal-refused', { field: name, value: shown, reason: because });
  return name
    ? t('goal-refused-field', { field: name, reason: because })
    : t('goal-refused-whole', { reason: because });
}

function plain(reason) {
  const outcomes = reason.replace(ID, (id) => (has(`pic-noun-${id}`) ? noun(id) : id.replaceAll('_', ' ')));
  return outcomes.replace(AIM, (_, n) => t('goal-aim', { n: Number(n) + 1 }));
}

const picked = (now, list) =>
  list.map(([value, words]) => html`<option value=${value} ?selected=${value === now}>${words}</option>`);

const choice = (label, now, list, put) =>
  html`<label>${label}<select @change=${(event) => put(event.target.value)}>${picked(now, list)}</select></label>`;

const box = (label, now, put, { wrong = false, says = '', more = nothing } = {}) =>
  html`<label>${label}${more}<input inputmode="decimal" autocomplete="off" .value=${live(now)} aria-invalid=${wrong ? 'true' : 'false'}
    aria-describedby=${wrong ? says : nothing} @input=${(event) => put(event.target.value)} /></label>`;

/**
 * @param {object} aim @param {number} index
 * @param {{answer: object, outcomes: string[], change: (patch: object) => void, remove: (() => void)|null, faults: object[]|undefined}} context
 */
export function aimFields(aim, index, { answer, outcomes, change, remove, faults }) {
  const put = (key) => (value) => change({ [key]: value });
  const words = { years: answer.years.length, last: String(answer.years.at(-1)) };
  const says = `aim-${index}`;
  return html`<fieldset class="aim">
    <legend>${t('goal-aim', { n: index + 1 })}</legend>
    <div class="fields">
      ${choice(
        t('goal-outcome'),
        aim.outcome,
        outcomes.map((id) => [id, noun(id)]),
        put('outcome'),
      )}
      ${choice(t('goal-bound'), `${aim.bound} ${aim.change}`, bounds(), (value) => {
        const [bound, way] = value.split(' ');
        change({ bound, change: way });
      })}
      ${box(t('goal-many'), aim.many, put('many'), { wrong: Boolean(faults), says })}
      ${choice(
        t('goal-when'),
        aim.when,
        [
          ...answer.years.map((year) => [String(year), t('weights-in-year', { year: String(year) })]),
          ...ACCOUNTS.map((id) => [id, t(`account-${id}`, words)]),
        ],
        put('when'),
      )}
      ${choice(
        t('weights-whom'),
        aim.fifth,
        FIFTHS.map((n) => [n, n ? t('weights-fifth', { n: Number(n) }) : t('weights-everybody')]),
        put('fifth'),
      )}
    </div>
    ${refused(faults, says)}
    ${remove ? html`<button type="button" class="link" @click=${remove}>${t('goal-remove', { n: index + 1 })}</button>` : nothing}
  </fieldset>`;
}

const bounds = () =>
  ['at_least', 'at_most'].flatMap((bound) =>
    ['fewer', 'more'].map((change) => [`${bound} ${change}`, t(`goal-${bound.replace('_', '-')}-${change}`)]),
  );

/** How sure, and how much at most. */
export function wishFields(form, { change, faults }) {
  const put = (key) => (value) => change({ [key]: value });
  return html`<div class="fields">
      ${choice(
        t('goal-sure'),
        form.probability,
        PROBABILITIES.map((share) => [
          share,
          share ? t('goal-sure-in-ten', { n: Number(share) * 10 }) : t('goal-sure-middle'),
        ]),
        put('probability'),
      )}
      ${box(t('goal-budget'), form.budget, put('budget'), { wrong: Boolean(faults.budget), says: 'says-budget', more: html` <span class="note">${t('goal-budget-note')}</span>` })}
    </div>
    ${refused(faults.probability, 'says-probability')} ${refused(faults.budget, 'says-budget')}`;
}

/** What each programme may get. */
export function limitFields(form, programmes, { change, faults }) {
  const set = Object.values(form.limits).filter(({ kind }) => kind !== 'free').length;
  const wrong = Object.keys(faults).some((key) => key.startsWith('limits.'));
  return html`<details ?open=${wrong}>
    <summary>${t('goal-limits', { n: set })}</summary>
    <p class="note">${t('goal-limits-note')}</p>
    <ul class="limits">${programmes.map((programme) => limitRow(form, programme, change, faults[`limits.${programme.id}`]))}</ul>
  </details>`;
}

function limitRow(form, { id, label }, change, faults) {
  const limit = form.limits[id] ?? { kind: 'free' };
  const put = (patch) => change({ limits: { ...form.limits, [id]: { ...limit, ...patch } } });
  const says = `says-limit-${id}`;
  const money = (key) =>
    box(
      html`${t(`goal-${key}`)}<span class="vh">: ${label}</span>`,
      limit[key] ?? '',
      (value) => put({ [key]: value }),
      { wrong: Boolean(faults), says },
    );
  return html`<li><div class="fields">
      ${choice(
        label,
        limit.kind,
        LIMITS.map((kind) => [kind, t(`goal-limit-${kind.replaceAll('_', '-')}`)]),
        (kind) => put({ kind }),
      )}
      ${limit.kind === 'locked' ? money('locked') : nothing}
      ${limit.kind === 'between' ? html`${money('min')} ${money('max')}` : nothing}
    </div>${refused(faults, says)}</li>`;
}
