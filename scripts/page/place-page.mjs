// The HTML of a finished page: words from Fluent, rows from the views, shapes from the marks. Nothing inline, no script.

import { say } from '../../www/charts/say.js';
import { fanMarks } from '../../www/charts/marks/fan.js';
import { diamond, peopleMarks } from '../../www/charts/marks/people.js';
import { answerSentences } from '../../www/words/answer.js';
import { t } from '../../www/words/words.js';
import { fanView } from '../../www/views/fan.js';
import { peopleView } from '../../www/views/people.js';

const OUTCOME = 'emergency_admissions';
const WIDTH = 560;
const MARGIN = 90;

/** Nothing but the page's own style sheet. */
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

const escaped = (text) =>
  String(text).replace(
    /[&<>"']/g,
    (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[mark],
  );

const sentence = (message) => escaped(say(message));

const sentences = (answer, name) =>
  answerSentences(answer, name)
    .map(({ id, args }) => `<p>${escaped(t(id, args))}</p>`)
    .join('\n');

/** What the main page shows of its example until there are scripts: the same words, made at build. */
export function firstAnswer({ name }, answer) {
  return `<div slot="first" class="answer"><p><b>${escaped(t('example-tag', { place: name }))}</b></p>
${sentences(answer, name)}</div>`;
}

/** The same answer as figures, for the elements of the first screen. Data, never script: no policy refuses it. */
export function firstFigures({ code }, json) {
  return `<script type="application/json" data-first="${code}">${json.replaceAll('<', '\\u003c')}</script>`;
}

/** The page of one place. @param {{code: string, name: string}} place @param {object} answer of the default scenario */
export function placePage({ code, name }, answer) {
  return page(
    t('static-title', { place: name }),
    '../',
    `<h1>${escaped(t('static-title', { place: name }))}</h1>
    <p>${escaped(t('static-plan'))}</p>
    <div class="answer">${sentences(answer, name)}</div>
    <p>${escaped(t('static-ranges'))}</p>
    ${people(peopleView(answer, { outcome: OUTCOME, doubt: 'off' }))}
    ${fan(fanView(answer, { outcome: OUTCOME, doubt: 'off' }))}
    <p><a href="../../#place=${code}">${escaped(t('static-try'))}</a></p>
    <p><a href="../">${escaped(t('static-all'))}</a></p>`,
  );
}

/** The plain list of all places. @param {{code: string, name: string}[]} places */
export function listPage(places) {
  const sorted = [...places].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const items = sorted.map(({ code, name }) => `<li><a href="./${code}/">${escaped(name)}</a></li>`);
  return page(
    t('static-list-title'),
    './',
    `<h1>${escaped(t('static-list-title'))}</h1>
    <p>${escaped(t('static-list-intro'))}</p>
    <ul class="list">${items.join('\n')}</ul>
    <p><a href="../">${escaped(t('static-home'))}</a></p>`,
  );
}

function page(title, folder, body) {
  return `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <title>${escaped(title)}</title>
    <link rel="stylesheet" href="${folder}places.css" />
  </head>
  <body>
    <main>
    ${body}
    </main>
  </body>
</html>
`;
}

function figure(view, drawing) {
  const notes = (view.notes ?? []).map((note) => `<p>${sentence(note)}</p>`).join('');
  return `<figure>
    <figcaption><h2>${sentence(view.message)}</h2><p>${sentence(view.subtitle)}</p>
    ${view.summary ? `<p>${sentence(view.summary)}</p>` : ''}</figcaption>
    ${drawing}${notes}
    ${table(view)}
  </figure>`;
}

function people(view) {
  if (!view.marks) return figure(view, '');
  const marks = peopleMarks(view.marks, WIDTH);
  const half = (title, seats) => `<div><p>${escaped(t(title))}</p>${seating(marks, seats)}</div>`;
  const key = view.key.map(({ words }) => `<li>${sentence(words)}</li>`).join('');
  return figure(
    view,
    `<div class="pair">${half('pic-people-nothing-half', marks.before)}${half('pic-people-plan-half', marks.after)}</div>
    <ul>${key}</ul>`,
  );
}

function seating({ width, height, cell, of }, seats) {
  const reach = of === 100 ? cell * 0.52 : cell * 0.8;
  const path = (kind, d) => (d ? `<path class="${kind}" d="${d}" />` : '');
  const rings = (seats.rings ?? []).map(({ x, y }) => `<circle class="ring" cx="${x}" cy="${y}" r="${reach}" />`);
  const harmed = (seats.diamonds ?? []).map((at) => path('worse', diamond(at, reach * 1.15)));
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">
    ${path('not', seats.not)}${path('has', seats.has)}${path('ringed', seats.ringed)}${rings.join('')}${harmed.join('')}
  </svg>`;
}

function fan(view) {
  if (!view.marks) return figure(view, '');
  const [low, high] = view.marks.extent;
  const least = view.marks.least ?? 1;
  const bounds = { low: Math.min(low, -least), high: Math.max(high, least) };
  const marks = fanMarks(view.marks, bounds, WIDTH, MARGIN);
  const tick = ({ x, year, anchor }) =>
    `<text x="${x}" y="${marks.height - 8}" text-anchor="${anchor}">${escaped(String(year))}</text>`;
  const level = ({ value, y }) => `<text x="0" y="${y - 5}">${escaped(value.toLocaleString('en-GB'))}</text>`;
  return figure(
    view,
    `<svg viewBox="0 0 ${WIDTH} ${marks.height}" width="${WIDTH}" height="${marks.height}" aria-hidden="true">
    <line class="axis" x1="0" x2="${marks.right}" y1="${marks.floor}" y2="${marks.floor}" />
    <line class="nothing" x1="0" x2="${marks.right}" y1="${marks.zero}" y2="${marks.zero}" />
    <path class="plan" d="${marks.line}" />${marks.years.map(tick).join('')}${marks.ticks.map(level).join('')}
    </svg>`,
  );
}

function table({ columns, rows, message }) {
  if (rows.length === 0) return '';
  const head = columns.map(({ label }) => `<th scope="col">${sentence(label)}</th>`).join('');
  const body = rows.map((row) => `<tr>${columns.map((column, i) => cell(row[column.key], column, i)).join('')}</tr>`);
  return `<div class="scroll" tabindex="0" role="region" aria-label="${sentence(message)}"><table><caption>${sentence(message)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

function cell(value, { places = 0, key }, i) {
  const text = value?.id ? say(value) : written(value, places, key);
  return i === 0 ? `<th scope="row">${escaped(text)}</th>` : `<td>${escaped(text)}</td>`;
}

/** Years plainly, numbers to the column's places, and a word where nothing was counted. */
function written(value, places, key) {
  if (value === null || value === undefined) return t('static-not-counted');
  if (typeof value !== 'number') return String(value);
  if (key === 'year') return String(value);
  return value.toLocaleString('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places });
}
