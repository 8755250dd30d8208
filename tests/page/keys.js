// The page by keys alone: where the focus is, whether it can be seen, and going on until it stands on a named thing.
import { expect } from './support.js';

const MOST_STOPS = 400;

/** What has the focus, through all shadow roots: its name, and whether a person can see that it has it. */
export function focus(page) {
  return page.evaluate(() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    if (!node || node === document.body) return { name: null, role: null, seen: true };
    const root = node.getRootNode();
    const byId = (ids) =>
      ids
        ?.split(' ')
        .map((id) => root.getElementById?.(id)?.textContent)
        .join(' ');
    const own = node.getAttribute('aria-label') ?? byId(node.getAttribute('aria-labelledby'));
    const name = own ?? [...(node.labels ?? [])].map((label) => label.textContent).join(' ');
    const box = node.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(node);
    const top = (x, y) => {
      let found = document.elementFromPoint(x, y);
      while (found?.shadowRoot?.elementFromPoint(x, y) && found.shadowRoot.elementFromPoint(x, y) !== found) {
        found = found.shadowRoot.elementFromPoint(x, y);
      }
      return found;
    };
    const spots = [0.1, 0.5, 0.9].flatMap((part) => [
      [box.left + box.width * part, box.top + Math.min(box.height * part, innerHeight)],
      [box.left + box.width * 0.5, box.top + box.height * part],
    ]);
    const uncovered = spots.some(([x, y]) => {
      const found = top(x, y);
      return (
        found &&
        (node.contains(found) ||
          found.contains(node) ||
          [...(node.labels ?? [])].some((label) => label.contains(found)))
      );
    });
    return {
      name: (name || node.textContent).replaceAll(/\s+/g, ' ').trim(),
      role: node.getAttribute('role') ?? node.type ?? node.localName,
      figure: node.hasAttribute('data-figure'),
      seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      uncovered,
    };
  });
}

/** One press of a key, after which the focus must be somewhere, visible, and not hidden behind anything. */
export async function press(page, key) {
  await page.keyboard.press(key);
  const at = await focus(page);
  if (at.name !== null) {
    expect(at.seen, `the focus on “${at.name}” (${at.role}) can be seen`).toBe(true);
    // Parts that load may move the page for a moment: what counts is where it comes to rest.
    const uncovered = async () => at.uncovered || (await focus(page)).uncovered;
    await expect.poll(uncovered, `“${at.name}” (${at.role}) is not hidden while it has the focus`).toBe(true);
  }
  return at;
}

/**
 * Presses Tab until something of this name has the focus.
 * @param {string | RegExp} name @param {{back?: boolean, figure?: boolean}} [how] `figure`: only a figure with a source
 */
export async function tabTo(page, name, { back = false, figure = false } = {}) {
  const fits = (text) => (name instanceof RegExp ? name.test(text) : text === name);
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const at = await press(page, back ? 'Shift+Tab' : 'Tab');
    if (at.name !== null && fits(at.name) && (!figure || at.figure)) return at;
  }
  throw new Error(`no way to “${name}” by the Tab key`);
}
