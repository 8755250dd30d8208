// The first answer, worked out when the page was made: it is the model's own, the same elements draw it, it never passes for the
// answer to another question, and when the model has answered nothing moves.
import AxeBuilder from '@axe-core/playwright';
import { PAGE_POLICY, serve } from '../../scripts/page/server.mjs';
import { answerText, DIST, expect, lever, OLDHAM, slow, test } from './support.js';

const FIRST = `**/places/${OLDHAM}/first.json`;
const NOTE = 'Worked out when the page was made.';

/** Keeps the model from the page until told to let it go; only the first module, so that no model runs follow the answer. */
async function held(page) {
  let go = () => {};
  const gate = new Promise((resolve) => {
    go = resolve;
  });
  let first = true;
  await page.route(/\.wasm$/, async (route) => {
    if (!first) return;
    first = false;
    await gate;
    await route.continue();
  });
  return go;
}

/** The elements of the first screen, wherever they are. */
const part = (page, tag) => page.locator(tag).first();

/** Waits until the sentence, the beads, the people and the line are drawn while there is no answer of the model. */
async function drawn(page) {
  await expect(part(page, 'hw-answer')).toContainText('published estimates');
  for (const tag of ['hw-wire', 'hw-people', 'hw-fan']) {
    await expect(part(page, tag).locator('figure svg').first()).toBeVisible();
  }
  expect(await page.evaluate(() => document.querySelector('hw-app').state.answer)).toBeNull();
}

const answeredByModel = (page) => page.waitForFunction(() => document.querySelector('hw-app').state.answer);

test('every number of every place is the model’s, bit for bit', async ({ page, site }) => {
  await page.goto(site);
  await answeredByModel(page);
  const checked = await page.evaluate(async () => {
    const { engine, state } = document.querySelector('hw-app');
    const differ = [];
    let numbers = 0;
    const compare = (built, own, path) => {
      if (typeof built === 'number') numbers += 1;
      if (built === null || typeof built !== 'object') {
        if (!Object.is(built, own)) differ.push(`${path}: ${built} is not ${own}`);
        return;
      }
      if (Array.isArray(built) && built.length !== own.length) differ.push(`${path}: ${built.length} of ${own.length}`);
      for (const key of Object.keys(built)) compare(built[key], own[key], `${path}.${key}`);
    };
    for (const { code } of engine.places) {
      const inside = document.querySelector(`script[data-first="${code}"]`)?.textContent;
      const built = JSON.parse(inside ?? (await (await fetch(`places/${code}/first.json`)).text()));
      await engine.setPlace({ codes: [code] });
      compare(built.answer, await engine.run(state.scenario), code);
      for (const slider of built.sliders)
        compare(
          slider,
          engine.describe.sliders.find(({ id }) => id === slider.id),
          code,
        );
    }
    return { differ, numbers, places: engine.places.length };
  });
  expect(checked.differ).toEqual([]);
  expect(checked.places).toBe(154);
  expect(checked.numbers).toBeGreaterThan(154 * 250);
});

for (const [name, fragment, width] of [
  ['the example on a phone', '', 390],
  ['a place on a phone', `#place=${OLDHAM}`, 390],
  ['a place on a narrow phone', `#place=${OLDHAM}`, 320],
  ['a place on a wide screen', `#place=${OLDHAM}`, 1440],
]) {
  test(`drawn before the model is there, and nothing moves when it answers: ${name}`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 844 });
    const go = await held(page);
    await page.goto(`${site}${fragment}`);
    await drawn(page);
    await expect(part(page, 'hw-answer')).toContainText(NOTE);
    await expect(page.locator('.doing')).toContainText('Fetching the model');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    // What needs the whole answer waits.
    await expect(page.locator('hw-kinds')).toHaveCount(0);

    const before = await seen(page);
    expect(before.rects.length).toBeGreaterThan(20);
    await page.evaluate(watchShifts);
    go();
    await answeredByModel(page);
    await expect(page.locator('hw-kinds')).toHaveCount(1);
    await expect(part(page, 'hw-answer')).not.toContainText(NOTE);
    await expect(page.locator('.doing')).toHaveText('');
    const after = await seen(page);
    expect(after.text).toBe(before.text);
    expect(after.rects).toEqual(before.rects);
    // The words of the note themselves are others: nothing else may shift.
    const shifts = await page.evaluate(() => window.headwaterShifts);
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.003);
  });
}

/** In the page: notes every shift of what can be seen. */
function watchShifts() {
  window.headwaterShifts = [];
  new PerformanceObserver((list) => {
    window.headwaterShifts.push(...list.getEntries().map(({ value }) => value));
  }).observe({ type: 'layout-shift' });
}

/** What the first screen says, but for how sure the model is, and where each line, bead and word of it stands. */
function seen(page) {
  return page.evaluate(() => {
    const app = document.querySelector('hw-app').shadowRoot;
    const parts = [...app.querySelectorAll('hw-part')];
    const child = (tag) => parts.find((each) => each.tag === tag).shadowRoot.querySelector(tag).shadowRoot;
    const answer = app.querySelector('hw-answer').shadowRoot;
    const roots = [answer, child('hw-wire'), child('hw-people'), child('hw-fan')];
    const text = [answer.querySelector('.sentence'), answer.querySelector('.scale')].map((node) => node.textContent);
    for (const root of roots.slice(1)) {
      // The choice of what a picture shows is longer once there is more to show.
      for (const node of root.querySelectorAll('figcaption, .key, .notes, svg text, .ends'))
        text.push(node.textContent);
    }
    const nodes = roots.flatMap((root) => [...root.querySelectorAll('p, h3, svg, svg path, svg circle, button')]);
    const rects = nodes.map((node) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return `${node.localName} ${[x, y + scrollY, width, height].map((value) => value.toFixed(1)).join(' ')}`;
    });
    return { text: text.join('\n'), rects: rects.filter((rect) => !/^p .* 0.0 0.0$/.test(rect)) };
  });
}

test('the table of the line says what the file says', async ({ page, site }) => {
  await held(page);
  const file = page.waitForResponse(FIRST);
  await page.goto(`${site}#place=${OLDHAM}`);
  await drawn(page);
  const { answer } = await (await file).json();
  const fan = part(page, 'hw-fan');
  await fan.getByText('Show as a table').first().click();
  const rows = await fan.locator('tbody').first().locator('tr').allInnerTexts();
  const stays = answer.outcomes.emergency_admissions;
  expect(rows.length).toBe(answer.years.length);
  for (const [i, row] of rows.entries()) {
    const [year, nothing, plan, change] = row
      .split(/\s+/)
      .map((cell) => Number(cell.replaceAll(',', '').replace('−', '-')));
    expect([year, nothing, plan]).toEqual([answer.years[i], ...[stays.baseline[i], stays.scenario[i]].map(oneDecimal)]);
    expect(change).toBeCloseTo(stays.difference[i], 2);
  }
});

const oneDecimal = (value) => Number(value.toFixed(1));

test('a lever can be moved before the model is there; it says that the answer waits, and is answered', async ({
  page,
  site,
}) => {
  const go = await held(page);
  await page.goto(`${site}#place=${OLDHAM}`);
  await drawn(page);
  const before = await answerText(page);
  for (let press = 0; press < 10; press += 1) await page.getByRole('button', { name: /^More: Hospital money/ }).click();
  await expect(lever(page)).toHaveValue('0.02');
  // No figure is shown as if it were of the plan that was asked for.
  await expect(part(page, 'hw-answer')).toContainText('Still the plan before your change');
  await expect(part(page, 'hw-lever')).toContainText('worked out when the model is here');
  await expect(part(page, 'hw-lever')).not.toContainText('£3.1 million');
  expect(await answerText(page)).toBe(before);
  go();
  await answeredByModel(page);
  const asked = await page.evaluate(() => document.querySelector('hw-app').state.answer.scenario.shift.share_of_acute);
  expect(asked).toBe(0.02);
  await expect(part(page, 'hw-lever')).toContainText('£6.2 million');
  await expect(part(page, 'hw-answer')).not.toContainText('before your change');
  for (let press = 0; press < 10; press += 1)
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(lever(page)).toHaveValue('0.01');
  await expect(part(page, 'hw-lever')).toContainText('£3.1 million');
});

for (const [name, fragment] of [
  ['another amount', `#place=${OLDHAM}&shift=2`],
  ['another route', `#place=${OLDHAM}&fund=cut`],
  ['a preset', `#place=${OLDHAM}&preset=shift-5`],
  ['a figure of one’s own', `#place=${OLDHAM}&a.base.mortality_trend_share=0`],
  ['several places', `#place=${OLDHAM}+E06000009`],
  ['another plan for the example', '#shift=2'],
]) {
  test(`a link with a question of its own is not answered before the model is there: ${name}`, async ({
    page,
    site,
  }) => {
    await held(page);
    await page.goto(`${site}${fragment}`);
    await waits(page);
  });
}

/** The page is there, has looked for a first answer, and shows none. */
async function waits(page) {
  await expect(part(page, 'hw-answer')).toContainText('Fetching the figures');
  await page.waitForTimeout(500);
  expect(await answerText(page)).not.toMatch(/\d/);
  expect(await page.locator('hw-wire figure, hw-people figure, hw-fan figure').count()).toBe(0);
  await expect(part(page, 'hw-answer')).not.toContainText('when the page was made');
}

/** A first answer that is changed on its way. */
async function changed(page, change) {
  await page.route(FIRST, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });
}

const edited = (edit) => (text) => {
  const built = JSON.parse(text);
  edit(built);
  return JSON.stringify(built);
};

for (const [name, change] of [
  ['made with another model', edited((built) => (built.stamp = '0123456789ab'))],
  ['without a mark of what it was made with', edited((built) => delete built.stamp)],
  ['of another place', edited((built) => (built.answer.place.code = 'E06000009'))],
  ['of another plan', edited((built) => (built.answer.scenario.shift.share_of_acute = 0.02))],
  ['with a year missing', edited((built) => built.answer.outcomes.emergency_admissions.difference.pop())],
  ['with a figure that is none', edited((built) => (built.answer.money.cut[3] = null))],
  ['without an outcome', edited((built) => delete built.answer.outcomes.life_years)],
  ['cut off', (text) => text.slice(0, 3000)],
  ['that is another page', () => '<!doctype html>'],
]) {
  test(`a first answer is not shown: ${name}`, async ({ page, site }) => {
    const go = await held(page);
    await changed(page, change);
    await page.goto(`${site}#place=${OLDHAM}`);
    await waits(page);
    go();
    await answeredByModel(page);
    await expect(part(page, 'hw-answer')).toContainText('published estimates');
  });
}

test('without a first answer the page waits for the model as before', async ({ page, site }) => {
  const go = await held(page);
  await page.route(FIRST, (route) => route.fulfill({ status: 404, body: 'gone' }));
  await page.goto(`${site}#place=${OLDHAM}`);
  await waits(page);
  go();
  await answeredByModel(page);
});

test('a first answer of another version of the evidence goes as soon as the model says which it has', async ({
  page,
  site,
}) => {
  await changed(
    page,
    edited((built) => (built.answer.evidence = '0.0.1')),
  );
  // The model comes, the place does not: there is a moment between the two.
  await page.route(`**/data/places/${OLDHAM}.json`, () => {});
  await page.goto(`${site}#place=${OLDHAM}`);
  await page.waitForFunction(() => document.querySelector('hw-app')?.state?.engineReady);
  await waits(page);
});

test('where the model cannot be had, no first answer stands beside the fault', async ({ page }) => {
  const server = await serve(DIST, { workerPolicy: PAGE_POLICY });
  await page.goto(`${server.url}#place=${OLDHAM}`);
  await expect(page.getByRole('alert')).toContainText(/WebAssembly/);
  await expect(page.locator('hw-answer')).toHaveCount(0);
  await server.close();
});

test('where the place cannot be read, no first answer stands beside the fault', async ({ page, site }) => {
  await page.route(`**/data/places/${OLDHAM}.json`, (route) => route.fulfill({ body: '{"code":"E08000004"}' }));
  await page.goto(`${site}#place=${OLDHAM}`);
  await expect(page.getByRole('alert').first()).toContainText(/missing|whole/);
  await expect(part(page, 'hw-answer')).not.toContainText('when the page was made');
  expect(await answerText(page)).not.toMatch(/\d/);
});

test('on a slow line the first answer is there and can be read before the model is', async ({ page, site }) => {
  await slow(page, { kilobits: 400, latency: 400 });
  await page.goto(`${site}#place=${OLDHAM}`, { waitUntil: 'commit' });
  await drawn(page);
  await expect(part(page, 'hw-answer')).toContainText(NOTE);
});

for (const [width, fragment] of [
  [390, ''],
  [320, `#place=${OLDHAM}`],
]) {
  test(`no rule of accessibility is broken by a first answer, ${width} px`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 844 });
    await held(page);
    await page.goto(`${site}${fragment}`);
    await drawn(page);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const axe = new AxeBuilder({ page }).withTags([
        'wcag2a',
        'wcag2aa',
        'wcag21a',
        'wcag21aa',
        'wcag22a',
        'wcag22aa',
      ]);
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([]);
    }
  });
}
