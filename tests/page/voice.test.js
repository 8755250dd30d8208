// The first screen and its controls, as people use them: with a finger, with keys, with a bad link, with a change of mind.
import AxeBuilder from '@axe-core/playwright';
import { answered, expect, lastWords, lever, OLDHAM, open, test } from './support.js';

const question = (page) => page.getByRole('heading', { level: 1 });
const undo = (page) => page.getByRole('banner').getByRole('button', { name: 'Undo' });
const app = (page, read) => page.locator('hw-app').evaluate(read);

test('on a small phone the answer begins on the first screen, and nothing is wider than it', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  for (const fragment of ['', `#place=${OLDHAM}`]) {
    await page.goto('about:blank');
    await open(page, site, fragment);
    const box = await page.locator('hw-answer .sentence').boundingBox();
    expect(box.y).toBeLessThan(540);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});

test('nobody is given a place: the first visit shows an example that says so', async ({ page, site }) => {
  await open(page, site);
  await expect(question(page)).toContainText('your place');
  await expect(page.getByText('An example: England').filter({ visible: true })).toHaveCount(1);
  expect(page.url()).not.toContain('place=');
});

test('from a name to a sentence with keys alone', async ({ page, site }) => {
  await open(page, site);
  const name = page.getByRole('combobox', { name: 'Your council area' });
  await name.focus();
  await page.keyboard.type('oldh');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: /Oldham/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(question(page)).toContainText('What if Oldham moved');
  await expect(page.locator('hw-answer')).toContainText('Oldham spends on public health');
  await expect.poll(() => page.url()).toContain(`place=${OLDHAM}`);
});

test('a name that no place has is said beside the box', async ({ page, site }) => {
  await open(page, site);
  await page.getByRole('combobox', { name: 'Your council area' }).fill('Atlantis');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No council area in England has “Atlantis”')).toBeVisible();
});

test('the lever answers to its keys and says its value in words', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}`);
  const slider = lever(page);
  await slider.focus();
  for (const [key, words] of [
    ['End', /^5\.0%/],
    ['Home', /^0\.0%/],
    ['PageUp', /^1\.0%/],
    ['ArrowRight', /^1\.1%/],
    ['PageDown', /^0\.1%/],
  ]) {
    await page.keyboard.press(key);
    await expect(slider).toHaveAttribute('aria-valuetext', words);
  }
});

test('a number beyond the range is refused beside its box and the old one stays', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}`);
  const box = page.getByRole('textbox', { name: /Hospital money to move/ });
  for (const [typed, reason] of [
    ['77', '77 is too high'],
    ['-3', '-3 is too low'],
    ['lots', '“lots” is not a number'],
  ]) {
    await box.fill(typed);
    await box.press('Enter');
    await expect(page.locator('hw-lever .fault').first()).toContainText(reason);
    await expect(box).toHaveValue('1.0');
  }
});

test('undo brings the plan back, figure for figure', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}&shift=2`);
  const before = await lastWords(page);
  await page.getByRole('radio', { name: /New money/ }).click();
  await expect(page.locator('hw-answer')).toContainText('Nothing is taken from hospitals');
  await undo(page).click();
  await expect(page.locator('hw-answer')).not.toContainText('Nothing is taken from hospitals');
  expect(await lastWords(page)).toBe(before);
  await expect(undo(page)).toBeDisabled();
});

test('back goes to the place before, and the other way', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}`);
  await question(page).getByRole('button').click();
  await page.getByRole('combobox', { name: 'Change to another place' }).fill('Blackpool');
  await page.keyboard.press('Enter');
  await expect(question(page)).toContainText('Blackpool');
  await expect.poll(() => page.url()).toContain('E06000009');
  await page.goBack();
  await expect(question(page)).toContainText('Oldham');
  await page.goForward();
  await expect(question(page)).toContainText('Blackpool');
});

test('two places can be joined into one', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}+E06000009`);
  await expect(question(page)).toContainText('Oldham + Blackpool');
});

test('a hostile link is told part by part, and the rest is kept', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}+%3Cimg%20src=x%3E&shift=2&fund=theft&years=900&e=0.0.1`);
  const notice = page.getByRole('region', { name: /parts of the link/ });
  await expect(notice).toContainText('fund = theft');
  await expect(notice).toContainText('years = 900');
  await expect(notice).toContainText('<img src');
  await expect(notice).toContainText('e = 0.0.1');
  expect(await app(page, ({ state }) => state.scenario.shift.share_of_acute)).toBe(0.02);
});

test('a place file with faults is told field by field, and the place stays', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}`);
  await question(page).getByRole('button').click();
  await page.getByText('Use a place of your own from a file').click();
  const file = {
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"code":"MINE","name":"Mine"}'),
  };
  await page.getByLabel('Choose a file, or drop it here').setInputFiles(file);
  await expect(page.locator('hw-place-faults')).toContainText('format');
  await expect(question(page)).toContainText('Oldham');
});

test('guess first: the answer waits until somebody has guessed or skipped', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}`);
  await page.getByRole('button', { name: 'Guess before you look' }).click();
  await expect(page.locator('hw-answer')).toHaveCount(0);
  await page.getByRole('button', { name: /^10 fewer in every 1,000/ }).click();
  await expect(page.locator('hw-guess')).toContainText('You hoped for more than the model finds');
  await answered(page);
});

test('one polite region says one thing once the lever rests', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}`);
  const region = page.locator('hw-app').locator('[aria-live=polite]');
  await expect(region).toHaveCount(1);
  await expect(region).toContainText('By 2036');
  await lever(page).press('End');
  await expect(region).toContainText('worse for health under all 5');
});

test('programmes are found by the names people know them by', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}`);
  await page.getByText('What does the money buy?').click();
  for (const [typed, found] of [
    ['focused care', 'Neighbourhood nursing'],
    ['troubled families', 'Intensive family support'],
    ['neighbourhood nursing', 'Neighbourhood nursing'],
  ]) {
    await page.getByRole('searchbox', { name: 'Find a programme' }).fill(typed);
    await expect(page.locator('hw-programme h3')).toHaveText([new RegExp(found)]);
    await expect(page.locator('hw-programme')).toContainText('No change in hospital stays has been shown');
  }
});

for (const look of ['light', 'dark']) {
  test(`no rule of accessibility is broken on the first screen, in ${look}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: look, reducedMotion: 'reduce' });
    await open(page, site, `#place=${OLDHAM}`);
    await page.waitForTimeout(500);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([]);
  });
}
