// Reasons: from any number to its source in two presses, figures that people change, plans as files, pages about Headwater.
import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { answered, expect, LONG, OLDHAM, open, test } from './support.js';

const scenario = (page) => page.evaluate(() => document.querySelector('hw-app').state.scenario);

/** Opens a section of the page and waits for what is in it. */
async function section(page, id, element) {
  await page.locator(`#${id} summary`).first().click();
  await page.locator(`#${id} ${element}`).scrollIntoViewIfNeeded();
  return page.locator(`#${id} ${element}`);
}

/** Opens "Why this number" from the first picture and waits for its reasons. */
async function why(page) {
  const button = page.getByRole('button', { name: 'Why this number?' }).first();
  await button.scrollIntoViewIfNeeded();
  await button.click();
  await expect(page.locator('hw-why [data-figure]').first()).toBeVisible();
  return button;
}

test('from a number to its source in two presses, and back by Escape to where one was', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}`);
  const button = await why(page);
  await page.locator('hw-why [data-figure]').first().click();
  const source = page.locator('hw-why hw-source dialog');
  await expect(source).toContainText('Sources');
  await expect(source).toContainText('Our value');
  await page.keyboard.press('Escape');
  await expect(page.locator('hw-why [data-figure]').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('every figure behind every explained result can be looked up', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}`);
  const lost = await page.evaluate(async () => {
    const { engine, state } = document.querySelector('hw-app');
    const { explanation } = await engine.explain(state.scenario);
    const ids = new Set(Object.values(explanation.outcomes).flatMap((outcome) => outcome.parameters));
    const missing = [];
    for (const id of ids) await engine.source(id).catch(() => missing.push(id));
    return missing;
  });
  // What was counted in the place itself has words of the page instead.
  expect(lost.sort()).toEqual([
    'place.life_expectancy',
    'place.population',
    'place.projection',
    'place.quintile_shares',
  ]);
});

test('the parts of a figure and their overlap stand in the panel for both accounts', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}`);
  await why(page);
  const panel = page.locator('hw-why');
  await expect(panel.locator('.reasons li')).toHaveCount(3);
  const inYears = await panel.locator('.reasons').innerText();
  await panel.getByLabel('Followed to the end of life').check();
  await expect(panel.locator('.reasons')).not.toHaveText(inYears);
});

test('parts of a figure get ranges when asked for, and lose them with the question', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}&years=3&p.stop_smoking=60&p.falls_adaptations=40&why=bed_days`);
  const panel = page.locator('hw-why');
  await panel.locator('summary').filter({ hasText: 'parts of the total' }).click();
  const heads = () => panel.locator('table thead th').allInnerTexts();
  expect(await heads()).toEqual(['Part', 'Change']);
  await panel.getByRole('button', { name: 'Add model runs to each part' }).click();
  await expect(panel).toContainText('Ranges of the parts are from 50 model runs', LONG);
  expect(await heads()).toEqual(['Part', 'Change, and what 9 of 10 model runs say']);
  const ranges = await panel.locator('table .range').allInnerTexts();
  expect(ranges.length).toBeGreaterThan(2);
  expect(ranges.filter((range) => /\d/.test(range)).length).toBeGreaterThan(1);
  await panel.getByRole('radio').last().check();
  expect(await heads()).toEqual(['Part', 'Change']);
  await expect(panel.getByRole('button', { name: 'Add model runs to each part' })).toBeVisible();
});

test('a figure of yours reaches the plan, is marked as beyond our range, and goes back to ours', async ({
  page,
  site,
}) => {
  await open(page, site, `#place=${OLDHAM}`);
  const list = await section(page, 'assumptions', 'hw-assumptions');
  await list.getByLabel('Search').fill('cost per person setting a quit date');
  const box = list.getByLabel('Your value').first();
  await box.fill('900');
  await box.press('Tab');
  await expect(list).toContainText('beyond our range');
  expect((await scenario(page)).assumptions).toEqual({ 'stop_smoking.unit_cost': 900 });
  await list
    .getByRole('button', { name: /Back to ours/ })
    .first()
    .click();
  expect((await scenario(page)).assumptions).toBeUndefined();
});

test('what is no number stays in its box with the reason, and changes nothing', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}`);
  const before = await scenario(page);
  const list = await section(page, 'assumptions', 'hw-assumptions');
  const box = list.getByLabel('Your value').first();
  await box.fill('lots');
  await box.press('Tab');
  await expect(box).toHaveValue('lots');
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  expect(await scenario(page)).toEqual(before);
});

test('a figure can be argued with where its source is told, and is marked in the reasons', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}`);
  await why(page);
  await page.locator('hw-why [data-figure="stop_smoking.unit_cost"]').first().click();
  const box = page.locator('hw-why hw-source').getByLabel('Your value');
  await box.fill('300');
  await box.press('Tab');
  await expect(page.locator('hw-why hw-source')).toContainText('within our range');
  expect((await scenario(page)).assumptions).toEqual({ 'stop_smoking.unit_cost': 300 });
  await page.keyboard.press('Escape');
  await expect(
    page.locator('hw-why li').filter({ hasText: 'Cost per person setting a quit date' }).first(),
  ).toContainText('Yours');
});

test('a side taken in rival evidence reaches the plan', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}`);
  const list = await section(page, 'assumptions', 'hw-assumptions');
  await list.locator('.rivals summary').first().click();
  await list.locator('.rivals input[type=radio]').first().check();
  expect((await scenario(page)).switches).toEqual({ nhs_cost_per_qaly: 'k_2012' });
});

test('a plan saved as a file opens again as the same plan; a bad one is told by field and changes nothing', async ({
  page,
  site,
}) => {
  await open(page, site, `#place=${OLDHAM}`);
  const files = await section(page, 'share', 'hw-downloads');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    files.getByRole('button', { name: 'This plan' }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  const before = await scenario(page);
  const give = (name, body) =>
    files.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(body) });
  await give('bad.json', '{"shift":{"share_of_acute":7},"colour":1}');
  await expect(files.getByRole('alert')).toContainText('shift.share_of_acute');
  await expect(files.getByRole('alert')).toContainText('colour');
  expect(await scenario(page)).toEqual(before);
  await give('good.json', text);
  await expect(files).toContainText('Opened');
  expect(await scenario(page)).toEqual(before);
});

test('a picture saved as a file holds its message, and needs no style sheet', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}`);
  const picture = page.locator('hw-fan').first();
  await picture.scrollIntoViewIfNeeded();
  await picture.getByText('Show as a table').first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    picture.getByRole('button', { name: 'Download the picture' }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toContain(await picture.locator('h3').first().innerText());
  expect(text).toContain('How sure');
  expect(text).not.toMatch(/var\(|class=|<style|<script/);
});

test('the results saved are those on the page', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}`);
  const files = await section(page, 'share', 'hw-downloads');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    files.getByRole('button', { name: 'All results' }).click(),
  ]);
  const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
  const head = lines[0].split(',');
  const answer = await page.evaluate(() => {
    const { years, outcomes } = document.querySelector('hw-app').state.answer;
    return { year: years.at(-1), change: outcomes.emergency_admissions.difference.at(-1) };
  });
  const wanted = lines.find((line) => line.includes(`,emergency_admissions,admissions,all,${answer.year},`)).split(',');
  // The name of the plan may hold commas; columns are counted from the end.
  const cell = (name) => wanted.at(head.indexOf(name) - head.length);
  expect(Number(cell('change'))).toBe(answer.change);
  // From the file back to its reasons: the address of a row opens them.
  await page.goto('about:blank');
  await page.goto(cell('why'));
  const panel = page.locator('hw-why dialog').first();
  await expect(panel).toContainText('emergency hospital stays');
  await expect(page.locator('hw-why [data-figure]').first()).toBeVisible();
});

test('a link asks in the last year for what has no sum over the years, and of its own plan alone', async ({
  page,
  site,
}) => {
  await open(page, site, `#place=${OLDHAM}&why=life_expectancy_birth.female`);
  const stops = page.locator('hw-why .line').first();
  await expect(stops).toContainText('for a newborn girl, in 2045');
  await expect(stops).not.toContainText('not counted');
  // A plan that is refused has no reasons; a good one that comes after it is another question.
  await page.goto('about:blank');
  await page.goto(`${site}#place=${OLDHAM}&pounds=900000000000&why=deaths`);
  await expect(page.getByText(/moves more than there is/).first()).toBeVisible();
  await page.evaluate(() => {
    const { store, state } = document.querySelector('hw-app');
    store.set({ scenario: { ...state.scenario, shift: { share_of_acute: 0.01 } } });
  });
  await answered(page);
  await expect(page.locator('hw-answer')).toContainText(/\d/);
  await expect(page.locator('hw-why dialog[open]')).toHaveCount(0);
});

test('a link that asks for the reasons of no figure says so, and the plan stays', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}&fund=cut&why=happiness`);
  await expect(page.getByText('why = happiness: this plan has no figure of this name.')).toBeVisible();
  expect((await scenario(page)).funding).toBe('cut_first');
  await expect(page.locator('hw-why dialog[open]')).toHaveCount(0);
});

for (const [width, colorScheme] of [
  [320, 'light'],
  [1440, 'dark'],
]) {
  test(`reasons, source and assumptions have no fault that axe finds, at ${width} in ${colorScheme}`, async ({
    browser,
    site,
  }) => {
    test.slow();
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    const faults = async () => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
      return (await new AxeBuilder({ page }).withTags(tags).analyze()).violations.map(({ id }) => id);
    };
    await open(page, site, `#place=${OLDHAM}`);
    await section(page, 'assumptions', 'hw-assumptions');
    expect(await faults()).toEqual([]);
    await why(page);
    expect(await faults()).toEqual([]);
    await page.locator('hw-why [data-figure]').first().click();
    await expect(page.locator('hw-why hw-source dialog')).toContainText('Sources');
    expect(await faults()).toEqual([]);
    await context.close();
  });
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });

  for (const id of ['method', 'limits', 'not-for', 'glossary', 'accessibility', 'licences', 'equations', 'checks']) {
    test(`the page about ${id} reads whole and without sideways scroll`, async ({ page, site }) => {
      await page.goto(`${site}about/${id}/index.html`);
      await expect(page.locator('h1')).toHaveCount(1);
      expect(await page.locator('main').innerText()).not.toHaveLength(0);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
    });
  }
});
