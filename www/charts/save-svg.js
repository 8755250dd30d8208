// A drawing as a file that needs no style sheet and no page around it: what the page's styles make of each mark is written on
// the mark itself, its message and what it counts stand above it, and what must be known to read it below.

const SVG = 'http://www.w3.org/2000/svg';

/** What a mark looks like, as attributes that every program for drawings knows. */
const LOOKS = (
  'fill fill-opacity stroke stroke-width stroke-dasharray stroke-opacity stroke-linejoin opacity paint-order ' +
  'font-family font-size font-weight text-anchor dominant-baseline'
).split(' ');
const ONLY_ON_A_PAGE = ['class', 'part', 'tabindex', 'role', 'style', 'aria-hidden'];

/** Writing above and below: size and line height in px, and how wide a letter is on average. */
const TITLE = { size: 20, line: 26, letter: 10.5, weight: 600 };
const TEXT = { size: 14, line: 20, letter: 7.2, weight: 400 };
const GAP = 16;

/** Breaks a text into lines of at most so many letters; a longer word stands alone. */
export function wrap(text, most) {
  const lines = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function dress(from, to) {
  const style = getComputedStyle(from);
  if (style.display === 'none' || style.visibility === 'hidden') {
    to.remove();
    return;
  }
  for (const name of LOOKS) to.setAttribute(name, style.getPropertyValue(name));
  for (const name of ONLY_ON_A_PAGE) to.removeAttribute(name);
  const copies = [...to.children];
  for (const [i, child] of [...from.children].entries()) dress(child, copies[i]);
}

function element(name, attributes, text = '') {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/** Lines of writing from a height on; gives the elements and the height below them. */
function writing(text, kind, width, top, { color, family }) {
  const lines = wrap(text, Math.floor(width / kind.letter));
  const look = { x: 0, fill: color, 'font-family': family, 'font-size': kind.size, 'font-weight': kind.weight };
  const made = lines.map((line, i) => element('text', { ...look, y: top + (i + 1) * kind.line - 6 }, line));
  return { made, below: top + lines.length * kind.line };
}

/**
 * @param {SVGSVGElement} svg on the page
 * @param {{title: string, about: string, note: string}} words its message, what it counts, what must be known to read it
 * @returns {string} the file's text
 */
export function svgText(svg, { title, about, note }) {
  const { clientWidth: width, clientHeight: height } = svg;
  const { color, fontFamily: family } = getComputedStyle(svg);
  const copy = svg.cloneNode(true);
  dress(svg, copy);
  copy.setAttribute('overflow', 'visible');
  const head = writing(title, TITLE, width, 0, { color, family });
  const sub = writing(about, TEXT, width, head.below, { color, family });
  copy.setAttribute('y', String(sub.below + GAP));
  const foot = writing(note, TEXT, width, sub.below + height + 2 * GAP, { color, family });
  const [w, h] = [width + 2 * GAP, foot.below + 2 * GAP];
  const file = element('svg', { xmlns: SVG, width: w, height: h, viewBox: `${-GAP} ${-GAP} ${w} ${h}` });
  const page = element('rect', {
    x: -GAP,
    y: -GAP,
    width: w,
    height: h,
    fill: getComputedStyle(document.body).backgroundColor,
  });
  file.append(
    element('title', {}, title),
    element('desc', {}, about),
    page,
    ...head.made,
    ...sub.made,
    copy,
    ...foot.made,
  );
  return `${new XMLSerializer().serializeToString(file).replaceAll(/<!--[^>]*-->/g, '')}\n`;
}
