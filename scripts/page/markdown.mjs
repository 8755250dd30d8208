// The project's own documents as HTML: the part of Markdown that docs/*.md and data/LICENCES.md use, nothing more.
// Everything is escaped first; only what this file writes becomes an element.

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that is safe between tags and inside a quoted attribute. @param {unknown} text */
export const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (sign) => ESCAPES[sign]);

/** The anchor of a heading, as GitHub makes it. @param {string} text */
export const slug = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

/** Code is set aside before marks are looked for inside a line. */
function inline(text, links) {
  const codes = [];
  const held = text.replace(/`([^`]+)`/g, (_, code) => `\uE000${codes.push(code) - 1}\uE000`);
  return escapeHtml(held)
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, words, to) => anchor(words, to, links))
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])\*([^*\s][^*]*)\*/g, '$1<em>$2</em>')
    .replace(/\uE000(\d+)\uE000/g, (_, at) => `<code>${escapeHtml(codes[Number(at)])}</code>`);
}

/** A link to the web stays, one to a document goes where `links` says; any other is plain words. */
function anchor(words, to, links) {
  const target = /^https:\/\//.test(to) || to.startsWith('#') ? to : links[to];
  return target ? `<a href="${target}">${words}</a>` : words;
}

const cells = (line) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

function table(lines, links) {
  const [head, , ...rows] = lines.map(cells);
  const row = (list, tag) => `<tr>${list.map((cell) => `<${tag}>${inline(cell, links)}</${tag}>`).join('')}</tr>`;
  const body = rows.map((list) => row(list, 'td')).join('\n');
  const top = row(head, 'th scope="col"').replaceAll('</th scope="col">', '</th>');
  return `<div class="wide" tabindex="0"><table><thead>${top}</thead><tbody>\n${body}\n</tbody></table></div>`;
}

const ITEM = /^(\*|-|\d+\.) +/;

function list(lines, links) {
  const items = [];
  for (const line of lines) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''));
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  const tag = /^\d/.test(lines[0]) ? 'ol' : 'ul';
  return `<${tag}>\n${items.map((item) => `<li>${inline(item, links)}</li>`).join('\n')}\n</${tag}>`;
}

/** Kinds of block: how the first line is known, which lines follow, how they are written. */
const BLOCKS = [
  {
    starts: (line) => /^#{1,6} /.test(line),
    goes: () => false,
    write: ([line], links, shift) => {
      const level = Math.min(6, line.match(/^#+/)[0].length + shift);
      const text = line.replace(/^#+ /, '');
      return `<h${level} id="${escapeHtml(slug(text))}">${inline(text, links)}</h${level}>`;
    },
  },
  {
    starts: (line) => line.startsWith('    '),
    goes: (line) => line.startsWith('    ') || line.trim() === '',
    write: (lines) =>
      `<pre tabindex="0"><code>${escapeHtml(
        lines
          .map((line) => line.slice(4))
          .join('\n')
          .trimEnd(),
      )}</code></pre>`,
  },
  { starts: (line) => line.startsWith('|'), goes: (line) => line.startsWith('|'), write: table },
  { starts: (line) => ITEM.test(line), goes: (line) => ITEM.test(line) || /^ +\S/.test(line), write: list },
  {
    starts: () => true,
    goes: (line) => line.trim() !== '' && !/^(#{1,6} |\|)/.test(line) && !ITEM.test(line),
    write: (lines, links) => `<p>${inline(lines.join(' '), links)}</p>`,
  },
];

/**
 * @param {string} text Markdown
 * @param {{links?: Record<string, string>, shift?: number}} [how] `links`: where links to documents lead; `shift`: levels
 *   that headings go down
 * @returns {string} HTML
 */
export function markdown(text, { links = {}, shift = 0 } = {}) {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const html = [];
  for (let at = 0; at < lines.length; ) {
    if (lines[at].trim() === '') {
      at += 1;
      continue;
    }
    const block = BLOCKS.find(({ starts }) => starts(lines[at]));
    let end = at + 1;
    while (end < lines.length && block.goes(lines[end])) end += 1;
    html.push(block.write(lines.slice(at, end), links, shift));
    at = end;
  }
  return html.join('\n');
}
