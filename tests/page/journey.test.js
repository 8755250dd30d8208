// A whole visit without a pointer. Every key pressed here is one a person would press; no element is clicked or focused
// by the test itself.
import { answered, answerText, expect, test } from './support.js';
import { focus, press, tabTo } from './keys.js';

const state = (page, key) => page.evaluate((name) => document.querySelector('hw-app').state[name], key);
const settled = (page) =>
  page.waitForFunction(() => {
    const { state: now } = document.querySelector('hw-app');
    return now.answered?.scenario === now.scenario;
  });

/** Opens a closed section from its heading. */
async function openSection(page, name) {
  await tabTo(page, new RegExp(`^${name}`));
  await press(page, 'Enter');
  await settled(page);
}

test('place, lever, number, sentence, tables, reasons and source by keys alone', async ({ page, site }) => {
  await page.goto(site);
  await answered(page);
  await tabTo(page, 'Your council area');
  await page.keyboard.type('oldh');
  await press(page, 'ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Oldham');
  await expect(page.locator('hw-answer')).toContainText('Oldham spends');
  // The focus went on to the answer: the next thing is in it.
  expect((await press(page, 'Tab')).name).toBe('Why this number?');

  await tabTo(page, 'Hospital money to move', { back: true });
  for (const key of ['ArrowRight', 'PageUp', 'Home', 'End']) await press(page, key);
  await settled(page);
  await expect(page.locator('hw-answer')).toContainText('worse for health under all 5');
  await tabTo(page, 'Hospital money to move, in %', { back: true });
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2');
  await press(page, 'Enter');
  await settled(page);
  expect((await state(page, 'scenario')).shift.share_of_acute).toBe(0.02);
  expect(await answerText(page)).toMatch(/By 20\d\d prevention would mean about/);

  const before = await focus(page);
  expect(before.name).toBe('Hospital money to move, in %');
  for (let table = 1; table <= 3; table += 1) {
    await tabTo(page, 'Show as a table');
    await press(page, 'Enter');
    await expect(page.locator('figure details[open] table')).toHaveCount(table);
  }

  await tabTo(page, 'Why this number?', { back: true });
  await page.keyboard.press('Enter');
  await expect(page.locator('hw-why [data-figure]').first()).toBeVisible();
  await tabTo(page, /./, { figure: true });
  await page.keyboard.press('Enter');
  await expect(page.locator('hw-why hw-source dialog')).toContainText('Our value');
  await page.keyboard.press('Escape');
  await expect(page.locator('hw-why hw-source dialog[open]')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.locator('hw-why dialog[open]')).toHaveCount(0);
  expect((await focus(page)).name).toBe('Why this number?');
});

test('a figure changed, undone, brought back and begun again; plans, comparison and the room, by keys alone', async ({
  page,
  site,
}) => {
  await page.goto(`${site}#place=E08000004`);
  await answered(page);
  await openSection(page, 'Plans made ready');
  await tabTo(page, 'Cut 5% now');
  await press(page, 'Enter');
  await settled(page);
  expect((await state(page, 'scenario')).shift.share_of_acute).toBe(0.05);

  await openSection(page, 'Compare two plans');
  await tabTo(page, 'Keep this plan to compare with');
  await press(page, 'Enter');
  await expect.poll(async () => (await state(page, 'compare'))?.name).toBeTruthy();

  await openSection(page, 'What do you disagree with');
  await tabTo(page, 'Search');
  await page.keyboard.type('cost per person setting a quit date');
  await tabTo(page, /^Your value/);
  await page.keyboard.type('300');
  await press(page, 'Tab');
  await expect.poll(async () => (await state(page, 'scenario')).assumptions?.['stop_smoking.unit_cost']).toBe(300);

  await tabTo(page, /^What you did/, { back: true });
  await press(page, 'Enter');
  await tabTo(page, 'Undo');
  for (let step = 0; step < 3; step += 1) {
    await press(page, 'Enter');
    await settled(page);
  }
  expect((await state(page, 'scenario')).assumptions).toBeUndefined();
  expect(await state(page, 'undo')).toEqual([]);
  expect((await focus(page)).name, 'the focus is not lost when there is no more to undo').not.toBeNull();
  await tabTo(page, 'Redo');
  await press(page, 'Enter');
  await settled(page);
  expect((await state(page, 'scenario')).shift.share_of_acute).toBe(0.05);
  await tabTo(page, 'Start again');
  await press(page, 'Enter');
  await settled(page);
  expect((await state(page, 'scenario')).shift.share_of_acute).toBe(0.01);

  await tabTo(page, 'Menu', { back: true });
  await press(page, 'Enter');
  await tabTo(page, 'Show it to a room');
  await press(page, 'Enter');
  expect(await state(page, 'present')).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => state(page, 'present')).toBe(false);
});
