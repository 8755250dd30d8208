// The page when people bend it: narrow or magnified four times, with their own spacing, in forced colours, without
// motion; and whether its targets are large enough for a finger.
import { drawAll, SECTIONS, section, START } from '../../scripts/page/states.mjs';
import { expect, open, test } from './support.js';

/** Everything that reaches beyond the window's right edge without a scroller of its own round it. */
const wide = (page) =>
  page.evaluate(() => {
    const scrolls = (node) => {
      for (let up = node.parentElement ?? node.getRootNode().host; up; up = up.parentElement ?? up.getRootNode().host) {
        if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) return true;
      }
      return false;
    };
    const all = (root) =>
      [...root.querySelectorAll('*')].flatMap((node) => [node, ...(node.shadowRoot ? all(node.shadowRoot) : [])]);
    const out = all(document)
      .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1 && !scrolls(node))
      .map(
        (node) => `${node.getRootNode().host?.localName} ${node.localName}.${node.className.baseVal ?? node.className}`,
      );
    return { over: document.documentElement.scrollWidth - innerWidth, out: out.slice(0, 5) };
  });

/** Opens everything there is on the page. */
async function openAll(page) {
  await drawAll(page);
  for (const summary of await page.locator('figure').getByText('Show as a table').all()) await summary.click();
  for (const id of SECTIONS) await section(page, id);
  await page.locator('#map').getByRole('button', { name: 'Map of hexagons' }).click();
  await expect(page.locator('hw-map .map svg')).toBeVisible();
}

test('at 320 px, which is 1,280 px magnified four times, nothing needs sideways scrolling', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page, site, START);
  await openAll(page);
  expect(await wide(page)).toEqual({ over: 0, out: [] });
});

test('with people’s own spacing of text nothing is cut off and nothing needs sideways scrolling', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, site, START);
  await drawAll(page);
  const cut = await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }`);
    const all = (root) =>
      [...root.querySelectorAll('*')].flatMap((node) => [node, ...(node.shadowRoot ? all(node.shadowRoot) : [])]);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const nodes = all(document);
    for (const { shadowRoot } of nodes)
      if (shadowRoot) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
    return nodes
      .filter((node) => node.matches('p, h1, h2, h3, h4, button, label, summary, dt, dd, li, legend'))
      .filter(
        (node) =>
          !node.matches('.vh') &&
          getComputedStyle(node).overflowY !== 'visible' &&
          node.scrollHeight > node.clientHeight + 2,
      )
      .map((node) => `${node.localName} ${node.textContent.slice(0, 30)}`);
  });
  expect(cut).toEqual([]);
  expect(await wide(page)).toEqual({ over: 0, out: [] });
});

test('in forced colours the lever, the choice made and both sides of the answer are still told apart', async ({
  page,
  site,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, site, START);
  await drawAll(page);
  const seen = await page.evaluate(() => {
    const app = document.querySelector('hw-app').renderRoot;
    const style = (root, what) => getComputedStyle(root.querySelector(what));
    const lever = app.querySelector('hw-lever').renderRoot;
    const answer = app.querySelector('hw-answer').renderRoot;
    return {
      box: style(lever, '.box').borderTopStyle,
      step: style(lever, '.step').borderTopStyle,
      sides: ['.lead', '.other'].map((what) => style(answer, `${what} b, ${what} .better, ${what} .worse`).fontWeight),
      back: getComputedStyle(app.querySelector('.page')).backgroundColor,
      ink: getComputedStyle(app.querySelector('.page')).color,
    };
  });
  expect(seen.box).toBe('solid');
  expect(seen.step).toBe('solid');
  expect(seen.sides.every((weight) => Number(weight) >= 600)).toBe(true);
  expect(seen.back).not.toBe(seen.ink);
});

test('without motion nothing moves by itself', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, site, START);
  await drawAll(page);
  await page.locator('hw-lever input[type=range]').first().press('PageUp');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

// Tiles of the map are left out: the list below it holds the same places as links of full size (WCAG 2.5.8, equivalent).
test('what one presses is at least 24 px each way, or stands clear of the next', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, site, START);
  await openAll(page);
  const small = await page.evaluate(() => {
    const all = (root) =>
      [...root.querySelectorAll('*')].flatMap((node) => [node, ...(node.shadowRoot ? all(node.shadowRoot) : [])]);
    const boxOf = (node) => (node.labels?.[0] ?? node).getBoundingClientRect();
    const targets = all(document)
      .filter((node) => node.matches('button, a[href], input, select, summary, [role=slider], [role=option]'))
      .filter((node) => !node.closest('svg') && node.checkVisibility({ visibilityProperty: true }))
      .map((node) => ({
        node,
        box: node.matches('[type=radio], [type=checkbox]') ? boxOf(node) : node.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    const near = (one, two) => {
      const [x, y] = [one.left + one.width / 2, one.top + one.height / 2];
      const dx = Math.max(two.left - x, 0, x - two.right);
      const dy = Math.max(two.top - y, 0, y - two.bottom);
      return Math.hypot(dx, dy) < 12;
    };
    return targets
      .filter(({ box }) => box.width < 23.5 || box.height < 23.5)
      .filter(({ node, box }) => targets.some((other) => other.node !== node && near(box, other.box)))
      .map(
        ({ node, box }) =>
          `${node.localName} “${node.textContent.trim().slice(0, 30)}” ${Math.round(box.width)}×${Math.round(box.height)}`,
      );
  });
  expect(small).toEqual([]);
});
