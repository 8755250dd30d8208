// The pages about Headwater: whole, safe, and linked to equations that exist.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aboutPages } from '../../scripts/page/about.mjs';
import { escapeHtml, markdown, slug } from '../../scripts/page/markdown.mjs';
import { glossary, PAGES, sectionWords, TERMS } from '../../www/about/pages.js';
import { has, t } from '../../www/words/words.js';

const pages = aboutPages();
const find = (id) => pages.find(({ path }) => path === `about/${id}/index.html`).html;

test('there is a page for each topic, and one that lists them', () => {
  assert.equal(pages.length, PAGES.length + 1);
  for (const { id } of PAGES) assert.ok(pages[0].html.includes(`href="${id}/index.html"`), id);
});

test('every section has a heading and something to say', () => {
  for (const page of PAGES) {
    for (const { id } of page.sections) {
      const { heading, paragraphs, items } = sectionWords(page.id, id, { t, has });
      assert.ok(heading && paragraphs.length + items.length > 0, `${page.id} ${id}`);
    }
  }
});

test('every step of the method leads to equations that are there', () => {
  const method = find('method');
  const wanted = [...method.matchAll(/equations\/index\.html#([\w-]+)"/g)].map((match) => match[1]);
  assert.ok(wanted.length >= 12);
  const there = new Set([...find('equations').matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
  assert.deepEqual(
    wanted.filter((id) => !there.has(id)),
    [],
  );
});

test('the pages need no script, no inline style and no other site to be shown', () => {
  for (const { path, html } of pages) {
    assert.ok(!/<script|<style| style=| on\w+=|src=/.test(html), path);
    assert.ok(!/<link[^>]+https?:/.test(html), path);
  }
});

test('one first heading, a language and a way past the menu on every page', () => {
  for (const { path, html } of pages) {
    assert.equal(html.match(/<h1/g).length, 1, path);
    assert.ok(html.includes('<html lang="en-GB">') && html.includes('href="#main"'), path);
  }
});

test('no address occurs twice on a page', () => {
  for (const { path, html } of pages) {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), [], path);
  }
});

test('every line of attribution that must be kept is on the page of licences', () => {
  assert.match(find('licences'), /Contains public sector information licensed under the Open Government Licence v3\.0/);
  assert.match(find('licences'), /Contains OS data/);
});

test('the glossary holds every term in alphabetical order', () => {
  const terms = glossary({ t }, 'en-GB').map(({ term }) => term);
  assert.equal(terms.length, TERMS.length);
  assert.deepEqual(terms, [...terms].sort((a, b) => a.localeCompare(b, 'en-GB')));
});

test('text never becomes an element', () => {
  assert.equal(escapeHtml('<b a="1">&\''), '&lt;b a=&quot;1&quot;&gt;&amp;&#39;');
  assert.equal(markdown('a <img src=x onerror=1> b'), '<p>a &lt;img src=x onerror=1&gt; b</p>');
  assert.equal(markdown('[x](javascript:alert)'), '<p>x</p>');
});

test('the marks of the documents are written as elements', () => {
  assert.equal(markdown('# B1. A place'), '<h1 id="b1-a-place">B1. A place</h1>');
  assert.equal(markdown('one\ntwo `a*b*c` **bold** *soft*'), '<p>one two <code>a*b*c</code> <strong>bold</strong> <em>soft</em></p>');
  assert.equal(markdown('* a\n  more\n* b'), '<ul>\n<li>a more</li>\n<li>b</li>\n</ul>');
  assert.equal(markdown('    x < y\n\n    z'), '<pre tabindex="0"><code>x &lt; y\n\nz</code></pre>');
  assert.match(markdown('| a | b |\n| --- | --- |\n| 1 | 2 |'), /<th scope="col">a<\/th>.*<td>1<\/td><td>2<\/td>/s);
  assert.equal(slug('Risk to disease to death'), 'risk-to-disease-to-death');
});
