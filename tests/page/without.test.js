// What is left when something is missing: each time something true, and what is missing in words.
import { PAGE_POLICY, serve } from '../../scripts/page/server.mjs';
import { answered, DIST, expect, OLDHAM, open, slow, test } from './support.js';

const alert = (page) => page.getByRole('alert');

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page leads to a finished page of each place', async ({ page, site }) => {
    await page.goto(site);
    await page.locator('noscript a, .without a').first().click();
    await page.getByRole('link', { name: 'Oldham', exact: true }).click();
    await expect(page.locator('h1')).toContainText('Oldham');
    await expect(page.locator('.answer')).toContainText(/published estimates/);
    expect(await page.locator('svg').count()).toBeGreaterThan(1);
    expect(await page.locator('table').count()).toBe(2);
  });

  test('every place has its page, and England has none', async ({ page, site }) => {
    await page.goto(`${site}places/`);
    expect(await page.locator('li a').count()).toBe(153);
    await expect(page.getByRole('link', { name: 'England', exact: true })).toHaveCount(0);
  });
});

test('where WebAssembly is blocked the page says so and leads to the finished pages', async ({ page }) => {
  const server = await serve(DIST, { workerPolicy: PAGE_POLICY });
  await page.goto(server.url);
  await expect(alert(page)).toContainText(/WebAssembly/);
  await expect(page.locator('a[href="places/"]')).toBeVisible();
  await server.close();
});

test('a missing file is named, and trying again works once it is there', async ({ page, site }) => {
  await page.route('**/data/evidence.json', (route) => route.fulfill({ status: 404, body: 'gone' }));
  await page.goto(site);
  await expect(alert(page)).toContainText('evidence.json');
  await page.unroute('**/data/evidence.json');
  await alert(page).getByRole('button').click();
  await answered(page);
});

for (const [name, body] of [
  ['index.json', '{"rows":'],
  ['evidence.json', '{"format":"headwater-evidence-slim/1"'],
  ['definitions.json', '<!doctype html>'],
]) {
  test(`a corrupt ${name} is refused in words`, async ({ page, site }) => {
    await page.route(`**/data/${name}`, (route) => route.fulfill({ body }));
    await page.goto(site);
    await expect(alert(page)).toContainText(/not whole|do not fit together/);
    await expect(page.locator('hw-answer')).toHaveCount(0);
  });
}

test('a corrupt place is refused with the reason, never shown as another', async ({ page, site }) => {
  await page.route(`**/data/places/${OLDHAM}.json`, (route) => route.fulfill({ body: '{"code":"E08000004"}' }));
  await page.goto(`${site}#place=${OLDHAM}`);
  await expect(alert(page).first()).toContainText(/missing|whole/);
});

test('once loaded, the page goes on answering without a network', async ({ page, site, context }) => {
  await open(page, site, `#place=${OLDHAM}`);
  await context.setOffline(true);
  const answer = await page.evaluate(() =>
    document.querySelector('hw-app').engine.run({ shift: { share_of_acute: 0.02 } }),
  );
  expect(answer.place.code).toBe(OLDHAM);
  const faults = await page.evaluate(() =>
    document
      .querySelector('hw-app')
      .engine.setPlace({ codes: ['E06000009'], files: [] })
      .catch((error) => error.faults),
  );
  expect(faults[0].path).toBe('E06000009.json');
  expect(faults[0].reason).toMatch(/online/);
  const again = await page.evaluate(() => document.querySelector('hw-app').engine.run({}));
  expect(again.place.code).toBe(OLDHAM);
});

test('on a slow line something true stands there before the model does', async ({ page, site }) => {
  await slow(page, { kilobits: 400, latency: 400 });
  await page.goto(site, { waitUntil: 'commit' });
  await expect(page.locator('body')).toContainText('What if your place moved some hospital money');
  await expect(page.locator('[slot=first]')).toContainText('published estimates');
  expect(await page.evaluate(() => Boolean(document.querySelector('hw-app')?.engine))).toBe(false);
  await page.waitForFunction(() => document.querySelector('hw-app')?.shadowRoot);
  // The elements of the page take over from the text: now drawn, still before the model.
  await expect(page.locator('hw-fan figure svg').first()).toBeVisible();
  expect(await page.evaluate(() => document.querySelector('hw-app').state.answer)).toBeNull();
});

test('when the model fails it is started again, the last answer stays, and the next question is answered', async ({
  page,
}) => {
  const server = await serve(DIST, { beforeWorker: TRAP_AT_SHARE_4 });
  await open(page, server.url, `#place=${OLDHAM}`);
  const ask = (share) =>
    page.evaluate(
      (share_of_acute) =>
        document
          .querySelector('hw-app')
          .engine.run({ shift: { share_of_acute } })
          .then(
            (answer) => answer.place.code,
            (error) => error.faults[0].id,
          ),
      share,
    );
  expect(await ask(0.04)).toBe('engine-trapped');
  expect(await ask(0.04)).toBe('engine-trapped-again');
  expect(await ask(0.02)).toBe(OLDHAM);
  await answered(page);
  await server.close();
});

/** Put before the worker's own script: a run of a plan that moves 4% ends as a module that fails does. */
const TRAP_AT_SHARE_4 = `{
  let last = '';
  self.addEventListener('message', ({ data }) => { last = String(data.argumentList?.[0]?.value); });
  const Real = WebAssembly.Instance;
  WebAssembly.Instance = function (module, imports) {
    const { exports } = new Real(module, imports);
    const failing = (...args) => {
      if (last.includes('0.04')) throw new WebAssembly.RuntimeError('unreachable');
      return exports.placemodel_run(...args);
    };
    return { exports: { ...exports, placemodel_run: failing } };
  };
}`;
