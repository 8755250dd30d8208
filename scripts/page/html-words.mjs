// Puts words into HTML: a slot in double braces becomes the English message of that id, so that no page holds a sentence of its own.

import { openBundle } from '../../www/words/bundle.js';
import { t, use } from '../../www/words/words.js';
import { englishTexts } from './fluent.mjs';

const SLOT = /\{\{([a-z][\w.-]*)\}\}/g;
const MARKUP = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => MARKUP[sign]);

/** A Vite plugin for the HTML files of www/. A message that is missing fails the build. */
export const htmlWords = () => ({
  name: 'html-words',
  transformIndexHtml: {
    order: 'pre',
    handler(html) {
      use([openBundle('en-GB', englishTexts())]);
      return html.replace(SLOT, (_, id) => escaped(t(id)));
    },
  },
});
