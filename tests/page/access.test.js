// No rule of accessibility is broken in any state of the page: axe with the WCAG 2.2 A and AA rules, light and dark.
import AxeBuilder from '@axe-core/playwright';
import { serve } from '../../scripts/page/server.mjs';
import { drawAll, SECTIONS, section, settled, START, STATES } from '../../scripts/page/states.mjs';
import { DIST, expect, open, test } from './support.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** The rules that look at colours: the others find the same in the dark as in the light. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Rules broken, each with where, in light and in dark.
 * @param {string} [part] what in the page to look at, when the rest was looked at before
 */
async function broken(page, part) {
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page });
    if (part) axe.include({ fromShadowDom: ['hw-app', part] });
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(COLOUR_RULES) : axe.withTags(TAGS)).analyze();
    found.push(
      ...violations.map(({ id, nodes }) => [colorScheme, id, nodes.map(({ target }) => target.join(' ')).slice(0, 5)]),
    );
  }
  return found;
}

const button = (page, name) => page.getByRole('button', { name, exact: true }).first();

/** At the top, and beside the levers. Each opens over the one before it, so that one load of the page serves many. */
const LEVERS = {
  'menu open': (page) => button(page, 'Menu').click(),
  'place picker open': async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1 }).getByRole('button').click();
    await page.getByRole('combobox', { name: 'Change to another place' }).fill('bla');
    await expect(page.locator('hw-place-picker [role=option]').first()).toBeVisible();
  },
  guess: async (page) => {
    await page.getByRole('heading', { level: 1 }).getByRole('button').click();
    await button(page, 'Guess before you look').click();
    await expect(page.locator('hw-guess')).toContainText('What do you expect');
  },
  guessed: async (page) => {
    await page.getByRole('button', { name: /^10 fewer in every 1,000/ }).click();
    await expect(page.locator('hw-guess')).toContainText('You guessed');
  },
  'cut first': (page) => page.getByRole('radio', { name: /Cut hospital budgets now/ }).check(),
  'start-up fund': (page) => page.getByRole('radio', { name: /start-up fund/ }).check(),
  'new money': (page) => page.getByRole('radio', { name: /New money/ }).check(),
  'nothing moved': async (page) => {
    await page.getByRole('radio', { name: /Hold back hospital growth/ }).check();
    await page.locator('hw-lever input[type=range]').first().press('Home');
    await expect(page.locator('hw-answer')).toContainText('No money moves');
  },
  'a number beyond the range': async (page) => {
    const box = page.getByRole('textbox', { name: /Hospital money to move/ });
    await box.fill('77');
    await box.press('Enter');
    await expect(page.getByRole('alert').first()).toContainText('too high');
  },
};

/** Every picture with its table, every section, and the room: in the same way. */
const PICTURES = {
  'every table open': async (page) => {
    await page.locator('hw-lever input[type=range]').first().press('PageUp');
    await page.locator('#more-pictures > summary').click();
    await drawAll(page);
    for (const summary of await page.locator('figure').getByText('Show as a table').all()) await summary.click();
  },
};
for (const id of SECTIONS) {
  PICTURES[`section ${id}`] = (page) => section(page, id);
}
PICTURES['the room view'] = async (page) => {
  await button(page, 'Menu').click();
  await button(page, 'Show it to a room').click();
  await settled(page);
};

/** Where a state shows, so that what was looked at before is not looked at again; the room is looked at whole. */
function partOf(name) {
  if (name.startsWith('section ')) return `#${name.slice('section '.length)}`;
  return (
    { 'menu open': '.top', 'place picker open': '.picker', guess: '.answer', 'the room view': '.page' }[name] ??
    '.right'
  );
}

test('first visit, before a place is chosen', async ({ page, site }) => {
  await open(page, site);
  expect(await broken(page)).toEqual([]);
});

/** Looks at every state of a list, one after the other. */
async function lookAt(page, states) {
  for (const [name, go] of Object.entries(states)) {
    await go(page);
    await settled(page);
    expect.soft(await broken(page, partOf(name)), name).toEqual([]);
  }
}

test('a page with a place, and every state beside its levers', async ({ page, site }) => {
  await open(page, site, START);
  await drawAll(page);
  expect(await broken(page), 'place chosen').toEqual([]);
  await lookAt(page, LEVERS);
});

test('every table and section of a page with a place, and the room', async ({ page, site }) => {
  await open(page, site, START);
  await drawAll(page);
  await lookAt(page, PICTURES);
});

test('the reasons, and the source behind a reason', async ({ page, site }) => {
  await open(page, site, START);
  await STATES.why.show(page);
  expect.soft(await broken(page), 'reasons').toEqual([]);
  await page.locator('hw-why [data-figure]').first().click();
  await expect(page.locator('hw-why hw-source dialog')).toContainText('Sources');
  expect.soft(await broken(page), 'source').toEqual([]);
});

test('while it loads, when a link has faults, and when the model cannot start', async ({ page, site }) => {
  let go;
  const held = new Promise((resolve) => {
    go = resolve;
  });
  await page.route('**/data/evidence.json', async (route) => {
    await held;
    await route.fulfill({ status: 404, body: 'gone' });
  });
  await page.goto(`${site}${START}&fund=theft&years=900`);
  await expect(page.getByRole('region', { name: /parts of the link/ })).toBeVisible();
  expect.soft(await broken(page), 'loading, with a notice').toEqual([]);
  go();
  await expect(page.getByRole('alert')).toContainText('evidence.json');
  expect.soft(await broken(page), 'failed').toEqual([]);
});

test('an answer that is older than the plan', async ({ page, site }) => {
  await open(page, site, `${START}&a.no_such_figure=1`);
  await expect(page.getByText('no_such_figure').first()).toBeVisible();
  expect(await broken(page)).toEqual([]);
});

test('finished pages, lists and pages about Headwater', async ({ page }) => {
  const server = await serve(DIST);
  await page.goto(`${server.url}about/`);
  const pages = await page.locator('a[href]').evaluateAll((links) => links.map(({ href }) => href.split('#')[0]));
  const own = [...new Set(pages)].filter((href) => href.startsWith(`${server.url}about/`));
  expect(own.length).toBeGreaterThan(3);
  for (const href of [`${server.url}places/`, `${server.url}places/E08000004/`, ...own]) {
    await page.goto(href);
    expect.soft(await broken(page), href).toEqual([]);
  }
  await server.close();
});
