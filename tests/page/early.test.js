// The first question goes to the worker with its place as soon as the model can answer it, and is asked once.
import { answered, answerText, expect, lever, OLDHAM, open, test } from './support.js';

/** In the page, before its scripts: notes what the first worker is asked for, in order. */
function listen() {
  window.headwaterAsked = [];
  /** How often the worker had answered when it was asked for the first run. */
  window.headwaterBefore = null;
  let heard = 0;
  const Real = window.Worker;
  let number = 0;
  window.Worker = class extends Real {
    #first = number++ === 0;
    constructor(...args) {
      super(...args);
      if (this.#first) this.addEventListener('message', () => heard++);
    }
    postMessage(message, ...rest) {
      if (this.#first && message?.path) window.headwaterAsked.push(message.path.join('.'));
      if (message?.path?.[0] === 'run') window.headwaterBefore ??= heard;
      return super.postMessage(message, ...rest);
    }
  };
}

const asked = (page) => page.evaluate(() => window.headwaterAsked);

test('for the first answer the worker is asked for each thing once, and for the run before it has opened the place', async ({
  page,
  site,
}) => {
  await page.addInitScript(listen);
  await open(page, site, `#place=${OLDHAM}`);
  expect(await asked(page)).toEqual(['start', 'load', 'place', 'run']);
  // It has started and loaded, and said so; nothing was waited for since.
  expect(await page.evaluate(() => window.headwaterBefore)).toBe(2);
});

test('the same plan is worked out anew when it is asked for again', async ({ page, site }) => {
  await page.addInitScript(listen);
  await open(page, site, `#place=${OLDHAM}`);
  const same = await page.evaluate(async () => {
    const { engine, state } = document.querySelector('hw-app');
    return JSON.stringify(await engine.run(state.scenario)) === JSON.stringify(state.answer);
  });
  expect(same).toBe(true);
  expect((await asked(page)).slice(3)).toEqual(['run', 'run']);
});

test('a plan that was changed before the model was there is the one that is asked for', async ({ page, site }) => {
  let go = () => {};
  const held = new Promise((resolve) => {
    go = resolve;
  });
  await page.addInitScript(listen);
  await page.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site}#place=${OLDHAM}`);
  await expect(lever(page)).toHaveValue('0.01');
  await page.getByRole('button', { name: /^More: Hospital money/ }).click();
  go();
  await answered(page);
  expect(await asked(page)).toEqual(['start', 'load', 'place', 'run']);
  expect(await page.evaluate(() => document.querySelector('hw-app').state.answer.scenario.shift.share_of_acute)).toBe(
    0.011,
  );
});

test('a place that is chosen instead is answered, and not the first one', async ({ page, site }) => {
  await page.addInitScript(listen);
  await open(page, site);
  const before = await answerText(page);
  await page.evaluate(() => document.querySelector('hw-app').actions.place({ codes: ['E08000004'], files: [] }));
  await expect.poll(() => page.evaluate(() => document.querySelector('hw-app').state.answer.place.code)).toBe(OLDHAM);
  expect(await answerText(page)).not.toBe(before);
});
