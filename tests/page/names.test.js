// What a screen reader finds: roles, names and states of the main controls and pictures, kept in small files beside this
// one (names.test.js-snapshots/). A change of a name is a change of the page: look at it, then `--update-snapshots`.
import { drawAll, START } from '../../scripts/page/states.mjs';
import { answered, expect, open, test } from './support.js';

test('first visit: the page, its choice of a place and its lever', async ({ page, site }) => {
  await open(page, site);
  await expect(page.getByRole('banner')).toMatchAriaSnapshot({ name: 'top.yml' });
  await expect(page.locator('hw-place-picker')).toMatchAriaSnapshot({ name: 'picker.yml' });
  await expect(page.getByRole('region', { name: 'How much money moves' })).toMatchAriaSnapshot({ name: 'lever.yml' });
});

test('a place chosen: question, way of paying, sections', async ({ page, site }) => {
  await open(page, site, START);
  await expect(page.getByRole('heading', { level: 1 })).toMatchAriaSnapshot({ name: 'question.yml' });
  await expect(page.locator('hw-funding')).toMatchAriaSnapshot({ name: 'funding.yml' });
  const headings = await page
    .getByRole('heading')
    .evaluateAll((list) => list.map((node) => `${node.localName} ${node.textContent.trim()}`));
  expect(headings.filter((text) => text.startsWith('h1')).length).toBe(1);
  expect(headings.filter((text) => text.startsWith('h2')).length).toBeGreaterThan(9);
});

test('every picture is a figure named by its message, and every slider says its value in words', async ({
  page,
  site,
}) => {
  await open(page, site, START);
  await answered(page);
  await drawAll(page);
  const figures = await page.getByRole('figure').evaluateAll((list) =>
    list.map((node) => {
      const title = node.getRootNode().getElementById(node.getAttribute('aria-labelledby'));
      return title?.textContent.trim() ?? node.getAttribute('aria-label') ?? '';
    }),
  );
  expect(figures.length).toBeGreaterThan(5);
  expect(figures.filter((name) => name.length < 8)).toEqual([]);
  const sliders = await page
    .getByRole('slider')
    .evaluateAll((list) => list.map((node) => node.getAttribute('aria-valuetext') ?? ''));
  expect(sliders.filter((words) => !/[a-z%]/i.test(words))).toEqual([]);
  const drawings = await page
    .locator('figure svg')
    .evaluateAll(
      (list) => list.filter((node) => !node.closest('[aria-hidden=true]') && !node.getAttribute('role')).length,
    );
  expect(drawings, 'drawings are hidden from readers: words and table say the same').toBe(0);
});
