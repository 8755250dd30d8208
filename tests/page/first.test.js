import { answered, expect, OLDHAM, open, test } from './support.js';

test('the page answers, under the strict policy and from any folder', async ({ page, site }) => {
  await open(page, site);
  await expect(page.locator('hw-answer')).toContainText(/20\d\d/);
});

test('a link opens its place', async ({ page, site }) => {
  await open(page, site, `#place=${OLDHAM}`);
  await expect(page.locator('body')).toContainText('Oldham');
});

test('nothing is stored on the device', async ({ page, site, context }) => {
  await open(page, site);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
  expect(await context.cookies()).toEqual([]);
});

test('two tabs answer apart', async ({ page, site, context }) => {
  await open(page, site, `#place=${OLDHAM}`);
  const other = await context.newPage();
  await other.goto(`${site}#place=E06000009`);
  await answered(other);
  await expect(other.locator('body')).toContainText('Blackpool');
  await expect(page.locator('body')).toContainText('Oldham');
});
