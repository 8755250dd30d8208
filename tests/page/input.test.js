// Bad input: nothing of it runs, nothing of it is lost, each part is named, and undo brings everything back.
import { section, settled, START } from '../../scripts/page/states.mjs';
import { answered, answerText, expect, lastWords, open, test } from './support.js';

const notice = (page) => page.getByRole('region', { name: /parts? of the link/ });
const scenario = (page) => page.evaluate(() => document.querySelector('hw-app').state.scenario);

const HOSTILE = {
  'a script as a place': ['place=<script>document.title=1</script>', '<script>'],
  'a picture as a value': ['shift=%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D1%22%3E', '<img'],
  'an address of script': ['preset=javascript:document.title=1', 'javascript:'],
  'a name of every object': ['__proto__=1&constructor=2&a.__proto__=3', '__proto__'],
  'JSON where a word belongs': ['fund=%7B%22cut%22:true%7D', '{"cut":true}'],
  'broken signs': ['shift=%E0%A4%A', 'cannot be read'],
  'a place that is none': ['place=E99999999', 'no place here has this code'],
  'a key nobody knows': ['colour=red', 'does not know “colour”'],
  'numbers beyond the range': ['shift=900&years=1e9&ramp=-3', 'years = 1e9'],
};

test('hostile and stale links: each part is told as text, none runs, and there is an answer', async ({
  page,
  site,
}) => {
  for (const [name, [fragment, told]] of Object.entries(HOSTILE)) {
    // A page that is left while its icon is on the way has the browser complain of the icon, not of the page.
    await page.waitForLoadState('networkidle');
    await page.goto('about:blank');
    await open(page, site, `#${fragment}`);
    await expect(notice(page), name).toContainText(told);
    expect(await page.title(), name).toContain('Headwater');
    expect(await page.evaluate(() => ({}).polluted ?? Object.keys(Object.prototype)), name).toEqual([]);
  }
});

test('a link of ten million signs is refused in words, and the page answers', async ({ page, site }) => {
  await open(page, site);
  await page.evaluate(() => {
    location.hash = `place=E08000004&x=${'y'.repeat(10e6)}`;
  });
  await expect(notice(page)).toContainText('too long');
  await answered(page);
  expect((await page.evaluate(() => location.hash.length)) > 0).toBe(true);
});

test('a figure in a link that no model has is named, and one press of undo or the notice leaves a plan that runs', async ({
  page,
  site,
}) => {
  await open(page, site, `${START}&a.no_such_figure=1&s.nhs_cost_per_qaly=invented`);
  await expect(page.locator('hw-app')).toContainText('no_such_figure');
  await expect(page.locator('hw-app')).toContainText('invented');
  await settled(page);
  expect((await scenario(page)).assumptions?.no_such_figure).toBeUndefined();
});

test('no programme gets any money: what is cut and not spent is said', async ({ page, site }) => {
  await open(page, site, `${START}&mix=none&fund=cut`);
  await expect(page.locator('hw-answer')).toContainText('more people');
  await section(page, 'programmes');
  await expect(page.locator('#programmes')).toContainText('is cut and not spent');
});

test('a place file with every kind of fault names each field, and a file that is no JSON says so', async ({
  page,
  site,
}) => {
  await open(page, site, START);
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  await page.getByText('Use a place of your own from a file').click();
  const give = (body) =>
    page
      .getByLabel('Choose a file, or drop it here')
      .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(body) });
  await give('{"format":"headwater-place/1","code":"<b>x</b>","name":7,"population":[-1,"many"],"colour":"red"}');
  const faults = page.locator('hw-place-faults');
  for (const field of ['code', 'name', 'population', 'colour']) await expect(faults).toContainText(field);
  await give('this is no place');
  for (const words of ['mine.json', 'this is no place', 'not JSON']) await expect(faults).toContainText(words);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Oldham');
  expect(await answerText(page)).toMatch(/\d/);
});

test('after many changes of every kind, undo brings the first plan, place and answer back', async ({ page, site }) => {
  await open(page, site, START);
  const first = { plan: await scenario(page), text: await lastWords(page) };
  await page.locator('hw-lever input[type=range]').first().press('PageUp');
  await page.getByRole('radio', { name: /New money/ }).check();
  await page.getByRole('radio', { name: /The poorest fifth first/ }).check();
  await page.getByRole('textbox', { name: 'Years shown, in years' }).fill('10');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  await page.getByRole('combobox', { name: 'Change to another place' }).fill('Blackpool');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Blackpool');
  await settled(page);
  const undo = page.getByRole('banner').getByRole('button', { name: 'Undo' });
  while ((await undo.getAttribute('aria-disabled')) !== 'true') await undo.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Oldham');
  expect(await lastWords(page)).toBe(first.text);
  expect(await scenario(page)).toEqual(first.plan);
});
