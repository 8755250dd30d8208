// Messages of views into words. Figures inside a message are said by the page's one set of formatters.
import { html } from 'lit';
import { whole } from '../words/format.js';
import { rich, t } from '../words/words.js';

/** @typedef {import('../views/figures.js').Message} Message */

function figureWords({ as, value }) {
  if (as === 'count' && value !== 0 && whole(value) === 0) return t('pic-figure-under-one');
  return t(`pic-figure-${as}`, { value }).replace(/^-/, '\u2212');
}

function resolve(args = {}) {
  const words = {};
  for (const [key, value] of Object.entries(args)) {
    if (value?.as) words[key] = figureWords(value);
    else if (value?.id) words[key] = say(value);
    else words[key] = value;
  }
  return words;
}

/** A message as plain text. @param {Message} message @returns {string} */
export const say = ({ id, args }) => t(id, resolve(args));

const ELEMENT = {
  b: (text) => html`<b>${text}</b>`,
  better: (text) => html`<b class="u-better">${text}</b>`,
  worse: (text) => html`<b class="u-worse">${text}</b>`,
  nb: (text) => html`<span class="nb">${text}</span>`,
};

/** A message with its marks, for a template. @param {Message} message */
export const sayRich = ({ id, args }) =>
  rich(id, resolve(args)).map(({ text, mark }) => (mark ? ELEMENT[mark](text) : text));
