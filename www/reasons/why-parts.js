/** Pieces of "Why this number": the three biggest reasons, all parts of the total, and the figures behind. */
import { html, nothing } from 'lit';
import { say as inPlain } from '../charts/say.js';
import { about } from '../views/outcomes.js';
import { wide } from '../views/ranges.js';
import { has, t } from '../words/words.js';
import { comesApart } from './part-runs.js';
import { noun, sayChange } from './say.js';
import { placeWords } from './source.js';
import { howWeKnow, HOWS } from './status.js';
import { workLine } from './work-line.js';

/** What a part is called: a programme and the way it works, or a side of the hospital. */
export function partWords(part) {
  if (!part.programme) return t(`channel-${part.channel}`);
  return t('part-of-programme', { programme: part.name, channel: t(`channel-${part.channel}`) });
}

export function reasonsPart(view, { account, years }) {
  const one = (part) => html`<li>${changeOf(view, part)} ${partWords(part)}</li>`;
  const rest = view.rest
    ? html`<p>${changeOf(view, view.rest)} ${t('why-rest', { overlap: view.rest.overlap ? 'yes' : 'no' })}</p>`
    : nothing;
  return html`<section>
    <h3>${t('why-three', { n: view.reasons.length })}${view.reasons.length ? t(`why-over-${account}`, years) : nothing}</h3>
    ${view.reasons.length ? html`<p>${togetherWords(view, account, years)}</p><ol class="reasons">${view.reasons.map(one)}</ol>${rest}` : html`<p>${t('why-no-reasons')}</p>`}
    ${disputed(view) ? html`<p class="note">${t('why-disputed')}</p>` : nothing}
  </section>`;
}

const changeOf = (view, { side, value }) =>
  html`<b class="${side}-words">${sayChange(view.outcome, value, view.unit)}</b>`;

/** What the parts add up to, by name, and beside it the figure of one year if that was asked about. */
function togetherWords({ outcome, total, unit, figure }, account, years) {
  const sum = t('why-together', {
    change: sayChange(outcome, total, unit),
    thing: noun(outcome),
    when: t(`why-total-${account}`, years),
  });
  if (figure?.when !== 'year' || figure.outcome !== outcome) return sum;
  const alone = t('why-alone', { year: String(figure.year), change: sayChange(outcome, figure.value, unit) });
  return `${sum} ${alone}`;
}

/** Parts whose size hangs on what hospital money buys. */
const DISPUTED = new Set(['hospital_cut', 'freed_room', 'hospital_cut_and_freed_room', 'social_care_spending']);
const disputed = (view) => view.parts.some((part) => DISPUTED.has(part.channel));

/** Every part, the overlap as a part of its own, and the total they make; where asked for, with the range of each. */
export function partsPart(view, { runs, total }) {
  if (!view.parts.length) return nothing;
  const widest = Math.max(...view.parts.map((part) => Math.abs(part.value)));
  const ranged = runs.found !== null;
  // In the cell of the change: a third column leaves no room for whole words on a narrow screen.
  const range = (summary) => (ranged ? html`<span class="range">${rangeOrNone(summary, view)}</span>` : nothing);
  return html`<section>
    <details>
      <summary>${t('why-parts', { n: view.parts.length })}</summary>
      <table>
        <caption class="note">${t('why-parts-add-up')}</caption>
        <thead><tr><th scope="col">${t('parts-part')}</th>
          <th scope="col">${t(ranged ? 'parts-change-range' : 'parts-change')}</th></tr></thead>
        <tbody>${view.parts.map((part) => partRow(part, view, { widest, range: range(runs.found?.of(part)) }))}</tbody>
        <tfoot><tr><th scope="row">${t('parts-total')}</th><td>${sayChange(view.outcome, view.total, view.unit)}${range(total)}</td></tr></tfoot>
      </table>
    </details>
  </section>`;
}

function partRow(part, view, { widest, range }) {
  const width = (100 * Math.abs(part.value)) / widest;
  return html`<tr>
    <th scope="row">${partWords(part)}</th>
    <td>${sayChange(view.outcome, part.value, view.unit)}
      <svg class="bar-mark" viewBox="0 0 100 6" width="100" height="6" preserveAspectRatio="none" aria-hidden="true">
        <rect class=${part.side} width=${width} height="6"></rect></svg>${range}</td>
  </tr>`;
}

const rangeOrNone = (summary, { outcome }) => (summary ? inPlain(wide(summary, about(outcome))) : t('parts-no-range'));

/** The way to the ranges of the parts: a press, how far it is, or what was found. */
export function partRunsPart(view, { runs, ask, stop }) {
  if (!view.parts.length) return nothing;
  if (!comesApart(view.outcome)) return html`<p class="note">${t('why-runs-not')}</p>`;
  if (runs.work) return workLine(runs.work, t('why-runs-doing'), stop);
  if (runs.found) return html`<p class="note">${t('why-runs-note', { draws: runs.found.draws })}</p>`;
  return html`${runs.fault ? html`<p class="fault">${t('why-fault', { reason: runs.fault })}</p>` : nothing}
    <button type="button" class="button" @click=${ask}>${t('why-runs-ask')}</button>`;
}

/** The figures behind, assumed ones first: they are the ones to argue with. */
export function figuresPart(view, context) {
  if (!view.figures.length) return nothing;
  const group = (how, rows, open = false) => {
    if (!rows.length) return nothing;
    const words = how
      ? html`<hw-how .how=${how}></hw-how> ${t('why-group', { n: rows.length })}`
      : t('why-group-other', { n: rows.length });
    return html`<details ?open=${open}><summary>${words}</summary>
      <ul class="figures">${rows.map((figure) => html`<li>${figureButton(figure, context)}</li>`)}</ul></details>`;
  };
  const known = (how) => view.figures.filter((figure) => figure.status && howWeKnow(figure.status) === how);
  return html`<section>
    <h3>${t('why-figures')}</h3>
    <p class="note">${t('why-figures-help')}</p>
    ${[...HOWS].reverse().map((how) => group(how, known(how), how === 'assumed'))}
    ${group(
      '',
      view.figures.filter((figure) => !figure.status),
    )}
  </section>`;
}

/** A figure to press, marked where the person has put a value of their own. */
export function figureButton(figure, { ask, own }) {
  const mark = figure.id in own ? html` <span class="tag">${t('assumptions-yours')}</span>` : nothing;
  return html`<button type="button" class="link" data-figure=${figure.id} @click=${() => ask(figure.id)}>${figureWords(figure)}</button>${mark}`;
}

/** A figure's own words; what was counted in the place is named by the page. */
function figureWords(figure) {
  if (figure.label) return figure.label;
  if (has(placeWords(figure.id))) return t(placeWords(figure.id));
  return figure.id.startsWith('place.')
    ? t('figure-of-place', { id: figure.id.slice(6).replaceAll('_', ' ') })
    : figure.id;
}
