// Marked runs of words as DOM: bold, the better and worse underlines, and parts that must not break over a line.
import { html } from 'lit';
import { rich, runs } from '../words/words.js';

const MARKS = {
  b: (text) => html`<b>${text}</b>`,
  better: (text) => html`<b class="better">${text}</b>`,
  worse: (text) => html`<b class="worse">${text}</b>`,
  nb: (text) => html`<span class="nb">${text}</span>`,
};

const draw = (list) => list.map(({ text, mark }) => (MARKS[mark] ? MARKS[mark](text) : text));

/** A message with its marks. @param {string} id @param {object} [args] */
export const say = (id, args) => draw(rich(id, args));

/** Text that already holds marks. @param {string} text */
export const mark = (text) => draw(runs(text));
