// The pages about Headwater, `about/ID/index.html`: plain HTML that works without script, with words from the Fluent files and
// the project's own documents. `pageAbout()` is a Vite plugin: it adds them to the build and serves them while somebody works.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { glossary, PAGES, sectionWords } from '../../www/about/pages.js';
import { openBundle } from '../../www/words/bundle.js';
import { has, t, use } from '../../www/words/words.js';
import { escapeHtml, markdown } from './markdown.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(root + path, 'utf8');
const LOCALE = 'en-GB';
const STYLES = 'about/about.css';

/** Where links between documents lead, seen from `about/ID/`. */
const LINKS = {
  'METHOD.md': '../equations/index.html',
  'VALIDATION.md': '../checks/index.html',
  'docs/METHOD.md': '../equations/index.html',
  'data/LICENCES.md': '../licences/index.html',
};

const paragraph = (text) => `<p>${escapeHtml(text)}</p>`;

function section(page, { id, to }) {
  const { heading, paragraphs, items } = sectionWords(page, id, { t, has });
  const list = items.length ? `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>` : '';
  const link = to
    ? `<p class="note"><a href="../equations/index.html#${to}">${escapeHtml(t('about-equations-link'))}</a></p>`
    : '';
  return `<section id="${id}"><h2>${escapeHtml(heading)}</h2>${paragraphs.map(paragraph).join('')}${list}${link}</section>`;
}

function terms() {
  const one = ({ id, term, what }) => `<dt id="${id}">${escapeHtml(term)}</dt><dd>${escapeHtml(what)}</dd>`;
  return `<dl>${glossary({ t }, LOCALE).map(one).join('')}</dl>`;
}

function navigation(current, up) {
  const link = (id) => {
    const here = id === current ? ' aria-current="page"' : '';
    return `<li><a href="${up}about/${id}/index.html"${here}>${escapeHtml(t(`about-${id}`))}</a></li>`;
  };
  return `<nav aria-label="${escapeHtml(t('about-nav'))}"><ul>
    <li><a href="${up}index.html">${escapeHtml(t('about-home'))}</a></li>${PAGES.map(({ id }) => link(id)).join('')}</ul></nav>`;
}

/** A whole document. @param {{title: string, body: string, current: string, up: string}} page `up`: way to the top */
function page({ title, body, current, up }) {
  return `<!doctype html>
<html lang="${LOCALE}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(t('about-document-title', { title }))}</title>
<link rel="stylesheet" href="${up}${STYLES}">
</head>
<body>
<a class="skip" href="#main">${escapeHtml(t('about-skip'))}</a>
<header>${navigation(current, up)}</header>
<main id="main">
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

/** A document under its own title: the first heading of the file gives way to the page's. */
function documentBody(path) {
  const text = read(path).replace(/^# .*\n/, '');
  return `<div class="document">${markdown(text, { links: LINKS })}</div>`;
}

function aboutPage({ id, sections, document }) {
  const intro = paragraph(t(`about-${id}.intro`));
  const parts = [intro, ...sections.map((one) => section(id, one))];
  if (id === 'glossary') parts.push(terms());
  if (document) parts.push(documentBody(document));
  const html = page({ title: t(`about-${id}.title`), body: parts.join('\n'), current: id, up: '../../' });
  return { path: `about/${id}/index.html`, html };
}

/** All pages: where each goes in `dist/`, and its text. @returns {{path: string, html: string}[]} */
export function aboutPages() {
  const texts = readdirSync(`${root}www/i18n/en`).map((name) => read(`www/i18n/en/${name}`));
  use([openBundle(LOCALE, texts)]);
  const index = PAGES.map(
    ({ id }) =>
      `<li><a href="${id}/index.html">${escapeHtml(t(`about-${id}`))}</a> ${escapeHtml(t(`about-${id}.about`))}</li>`,
  );
  const body = `${paragraph(t('about-index.intro'))}<ul>${index.join('')}</ul>`;
  const top = { path: 'about/index.html', html: page({ title: t('about-index.title'), body, current: '', up: '../' }) };
  return [top, ...PAGES.map(aboutPage)];
}

/** The one style sheet of these pages. */
const styles = () => `${read('www/styles/tokens.css')}\n${read('www/about/about.css')}`;

/** What a request asks for, if it is one of these pages. */
function served(url) {
  const path = decodeURIComponent(url.split(/[?#]/)[0]).replace(/^\//, '').replace(/\/$/, '/index.html');
  if (path === STYLES) return { type: 'text/css', text: styles() };
  const found = path.startsWith('about/') && aboutPages().find((one) => one.path === path);
  return found ? { type: 'text/html', text: found.html } : null;
}

/** @returns {import('vite').Plugin} */
export function pageAbout() {
  return {
    name: 'headwater-about',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: STYLES, source: styles() });
      for (const { path, html } of aboutPages()) this.emitFile({ type: 'asset', fileName: path, source: html });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const found = served(request.url ?? '');
        if (!found) return next();
        response.setHeader('Content-Type', `${found.type}; charset=utf-8`);
        response.end(found.text);
      });
    },
  };
}
