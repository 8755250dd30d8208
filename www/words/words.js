// The words in use. Everything the page says comes out of t() or rich(); messages live in www/i18n.
// Runs in a browser and in Node alike: whoever starts (browser.js, a test, the static pages) calls use().

/** @type {import('@fluent/bundle').FluentBundle[]} wanted language first, English last */
let bundles = [];

/** @param {import('@fluent/bundle').FluentBundle[]} list */
export function use(list) {
  bundles = list;
}

/** The locale for Intl, `en-GB` until something else is in use. */
export function locale() {
  return bundles[0]?.locales[0] ?? 'en-GB';
}

function pattern(id) {
  const dot = id.indexOf('.');
  const name = dot < 0 ? id : id.slice(0, dot);
  for (const bundle of bundles) {
    const message = bundle.getMessage(name);
    const found = dot < 0 ? message?.value : message?.attributes[id.slice(dot + 1)];
    if (found) return { bundle, found };
  }
  return null;
}

/** Whether a message (or `message.attribute`) is there. */
export function has(id) {
  return pattern(id) !== null;
}

function format(id, args) {
  const hit = pattern(id);
  if (!hit) throw new Error(`No words for "${id}"`);
  const errors = [];
  const text = hit.bundle.formatPattern(hit.found, args, errors);
  if (errors.length > 0) throw new Error(`Words "${id}": ${errors[0].message}`);
  return text;
}

const MARK = /<(\/?)(b|better|worse|nb|place)>/g;

/**
 * A message as plain text.
 * @param {string} id message, or `message.attribute`
 * @param {Record<string, string | number | Date>} [args]
 * @throws Error if the message or one of its arguments is missing
 */
export function t(id, args) {
  return format(id, args).replace(MARK, '');
}

/**
 * A message with its marks: `<b>`, `<better>`, `<worse>`, `<nb>`, `<place>` in the Fluent file.
 * @returns {{text: string, mark: string | null}[]} runs of text in order; marks do not nest
 */
export function rich(id, args) {
  return runs(format(id, args));
}

/** Splits marked text into runs. */
export function runs(text) {
  const list = [];
  let mark = null;
  let from = 0;
  for (const hit of text.matchAll(MARK)) {
    if (hit.index > from) list.push({ text: text.slice(from, hit.index), mark });
    mark = hit[1] ? null : hit[2];
    from = hit.index + hit[0].length;
  }
  if (from < text.length) list.push({ text: text.slice(from), mark });
  return list;
}

/** Keeps the parts of a range, a count or "6 in 10" on one line. */
export function bind(text) {
  return text.replaceAll(' ', '\u00a0');
}
