// What the page tests share: the served page, waiting for an answer, slow machines, and what must never happen.
import { test as base, expect } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/page/server.mjs';

export { expect };

export const DIST = process.env.HEADWATER_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
export const OLDHAM = 'E08000004';

/**
 * `site`: the address of the served page, below a folder as on somebody else's site.
 * `quiet`: fails the test at its end if the page broke its policy, threw, or asked another origin for anything.
 */
export const test = base.extend({
  site: [
    async ({}, use) => {
      const server = await serve(DIST, { under: '/some/folder/' });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  quiet: [
    async ({ page }, use) => {
      const heard = [];
      const origins = new Set();
      page.on('pageerror', (error) => heard.push(`thrown: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' && /policy|trusted/i.test(message.text()))
          heard.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        origins.add(new URL(request.url()).origin);
      });
      await use(heard);
      const own = new URL(page.url()).origin;
      expect([...heard, ...[...origins].filter((origin) => origin !== own)]).toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens the page and waits for the first answer. @param {import('@playwright/test').Page} page */
export async function open(page, site, fragment = '') {
  await page.goto(`${site}${fragment}`);
  await answered(page);
}

/** Waits until an answer of the model is on screen; one made when the page was built does not count. */
export async function answered(page) {
  await page.waitForFunction(() => document.querySelector('hw-app')?.state?.answer);
  await expect(page.locator('hw-answer')).toContainText(/\d/);
}

/** For what a machine may take long over, such as every run to the end of life. */
export const LONG = { timeout: 180_000 * (Number(process.env.HEADWATER_PATIENCE ?? 1) || 1) };

/** Waits until no more model runs come. */
export async function allRun(page) {
  await page.waitForFunction(() => document.querySelector('hw-app').state.ranges?.draws === 1000);
}

/** The text of the answer. (The element itself has none: its words are in its shadow root.) */
export const answerText = (page) => page.locator('hw-answer .sentence').innerText();

/**
 * The answer's last words for the newest plan: until all runs to the end of life are there, sentences come and change. To be
 * compared with the answer to the same plan at another time. For plans that take money from hospitals: of others the published
 * estimates say nothing.
 */
export async function lastWords(page) {
  await page.waitForFunction(() => {
    const { answered: of, scenario, place } = document.querySelector('hw-app').state;
    return of?.scenario === scenario && of?.place === place;
  });
  // Runs of a plan before are not shown as this one's; only those to the end of life say the first of these two.
  const last = /Under (the hardest|each) of them.*How sure the model is: 1,000 model runs/s;
  await expect(page.locator('hw-answer')).toContainText(last, LONG);
  return answerText(page);
}

/** The main lever's slider. */
export const lever = (page) => page.locator('hw-lever input[type=range]').first();

/** Slows the processor and the network as on a mid-range phone. */
export async function slow(page, { cpu = 1, kilobits = 0, latency = 0 } = {}) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  if (kilobits > 0) {
    const throughput = (kilobits * 1000) / 8;
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }
  return session;
}
