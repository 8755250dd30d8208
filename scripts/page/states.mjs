// How to bring the page into each of its main states. Used by the pictures in docs/screens/ and by the page tests, so
// that what is shown is what is checked.

const OLDHAM = 'E08000004';
export const START = `#place=${OLDHAM}`;

/** Sections that can be opened, by id: those of the menu, which tests do not ask, so that one that is lost is missed. */
export const SECTIONS = [
  'programmes',
  'presets',
  'compare',
  'turns',
  'backwards',
  'history',
  'assumptions',
  'weights',
  'share',
  'map',
  'about',
];

/** Waits until an answer of the model is on screen. @param {import('playwright-core').Page} page */
export async function answered(page) {
  await page.waitForFunction(() =>
    /\d/.test(document.querySelector('hw-app')?.shadowRoot?.querySelector('hw-answer')?.shadowRoot?.textContent ?? ''),
  );
  await settled(page);
}

/** Waits until the newest plan is answered and every part in sight is loaded. */
export async function settled(page) {
  await page.waitForFunction(() => {
    const { state } = document.querySelector('hw-app') ?? {};
    if (!state?.answer || state.answered?.scenario !== state.scenario) return false;
    const parts = (root) =>
      [...root.querySelectorAll('*')].flatMap((node) => [
        ...(node.localName === 'hw-part' ? [node] : []),
        ...(node.shadowRoot ? parts(node.shadowRoot) : []),
      ]);
    return parts(document).every(({ state: is }) => is !== 'loading');
  });
}

/** Opens one of the sections of the page, as a press on its heading does. @param {string} id */
export async function section(page, id) {
  const summary = page.locator(`#${id} > summary`);
  if (!(await page.locator(`#${id}`).evaluate((node) => node.open))) await summary.click();
  await page.locator(`#${id} hw-part`).first().scrollIntoViewIfNeeded();
  await settled(page);
}

/** Goes down the page once, so that every part of it is loaded and drawn. */
export async function drawAll(page) {
  const parts = page.locator('.pics > hw-part');
  for (let n = 0; n < (await parts.count()); n += 1) await parts.nth(n).scrollIntoViewIfNeeded();
  await settled(page);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForFunction(() => !document.querySelector('hw-app').docked);
}

/** Model runs to the end of life take longer than the first answer: how long to wait for them, ms. */
const RUNS = 180_000 * (Number(process.env.HEADWATER_PATIENCE ?? 1) || 1);

/** Waits until the ranges of the answer are there, to the end of life, and every picture is drawn with them. */
async function ranged(page) {
  await page.waitForFunction(() => document.querySelector('hw-app').state.ranges?.whole, null, { timeout: RUNS });
  await drawAll(page);
}

async function futures(page) {
  await ranged(page);
  const fan = page.locator('hw-fan').first();
  await fan.getByRole('button', { name: 'Show 20 possible futures' }).click();
  await fan.scrollIntoViewIfNeeded();
}

async function why(page) {
  await page.locator('hw-answer').getByRole('button', { name: 'Why this number?' }).click();
  await page.locator('hw-why [data-figure]').first().waitFor();
}

async function programmes(page) {
  await section(page, 'programmes');
  await page.locator('#programmes').evaluate((node) => node.scrollIntoView());
}

async function map(page) {
  await section(page, 'map');
  await page.locator('#map').getByRole('button', { name: 'Map of hexagons' }).click();
  await page.locator('hw-map .map svg').waitFor();
  await page.locator('#map').evaluate((node) => node.scrollIntoView());
}

/** Each state: the part of the address after `#`, and how to bring it there once the answer stands. */
export const STATES = {
  first: { fragment: '' },
  answer: { fragment: START, show: ranged },
  futures: { fragment: START, show: futures },
  programmes: { fragment: START, show: programmes },
  why: { fragment: START, show: why },
  map: { fragment: START, show: map },
  dark: { fragment: START, media: { colorScheme: 'dark' }, show: ranged },
  forced: { fragment: START, media: { forcedColors: 'active' }, show: ranged },
  print: {
    fragment: START,
    show: async (page) => {
      await ranged(page);
      await page.emulateMedia({ media: 'print' });
    },
  },
};
