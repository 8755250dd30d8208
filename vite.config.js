// How the page in www/ becomes dist/: several HTML pages, files with hashes in their names, nothing inlined.
//
// `base: './'` lets dist/ be served from any folder of any site. The data the page loads is copied beside it by
// scripts/page/data.mjs, and served from where it lies while somebody works on the page.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { pageAbout } from './scripts/page/about.mjs';
import { pageData } from './scripts/page/data.mjs';
import { preload } from './scripts/page/preload.mjs';
import { stamp } from './scripts/page/stamp.mjs';
import { htmlWords } from './scripts/page/html-words.mjs';

const www = fileURLToPath(new URL('www', import.meta.url));

/** Every HTML file in www/ is a page of its own. */
const pages = () =>
  existsSync(www)
    ? readdirSync(www)
        .filter((name) => name.endsWith('.html'))
        .map((name) => join(www, name))
    : [];

/**
 * What the first screen needs comes in three files, in this order: words and the asking for data, the elements, the pictures. A
 * slow line pays for each request on its own.
 */
const GROUPS = [
  { name: 'words', test: /\/www\/main\.js$/, priority: 3 },
  { name: 'start', test: /\/www\/app\/start\.js$/, priority: 2 },
  {
    name: 'first-pictures',
    test: /\/www\/(charts\/hw-(wire|people|fan)\.js$|i18n\/en\/(pictures|ranges)\.ftl)/,
    priority: 1,
  },
];

export default defineConfig({
  root: www,
  base: './',
  publicDir: false,
  define: { HEADWATER_STAMP: JSON.stringify(stamp()) },
  plugins: [htmlWords(), pageData(), pageAbout(), preload()],
  server: { fs: { allow: ['..'] } },
  worker: { format: 'es' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // The module stays a file (a policy may allow WebAssembly and forbid data: addresses), and so does every picture.
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pages(), output: { codeSplitting: { groups: GROUPS } } },
  },
});
