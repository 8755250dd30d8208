// Pictures of the main states of the built page at three widths, for docs/screens/ and for looking at:
// `npm run build`, then `npm run screens`. `node scripts/page/screens.mjs FOLDER` writes them elsewhere.

import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { chromium } from '../lib/chromium.mjs';
import { at } from '../lib/project.mjs';
import { serve } from './server.mjs';
import { answered, STATES } from './states.mjs';

/** Width and height of a small phone, a tablet and a desk. */
const SIZES = [
  [320, 1100],
  [768, 1300],
  [1440, 1100],
];
const QUALITY = 72;
const DIST = process.env.HEADWATER_DIST ?? at('dist');
const PATIENCE = Number(process.env.HEADWATER_PATIENCE ?? 1) || 1;

/** One picture as WebP, which Chromium writes itself. */
async function shoot(page, file) {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  writeFileSync(file, Buffer.from(data, 'base64'));
}

async function picture(browser, url, name, [width, height], folder) {
  const { fragment, media = {}, show } = STATES[name];
  const page = await browser.newPage({
    viewport: { width, height },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...media,
  });
  page.setDefaultTimeout(30_000 * PATIENCE);
  await page.goto(url + fragment);
  await answered(page);
  await show?.(page);
  await shoot(page, join(folder, `${name}-${width}.webp`));
  await page.close();
}

async function main(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.webp')) rmSync(join(folder, name));
  const server = await serve(DIST);
  const browser = await playwright.launch({
    executablePath: await chromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  for (const name of Object.keys(STATES)) {
    for (const size of SIZES) await picture(browser, server.url, name, size, folder);
  }
  await browser.close();
  await server.close();
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  console.log(`${sizes.length} pictures, ${Math.round(sizes.reduce((a, b) => a + b, 0) / 1000)} kB`);
}

await main(process.argv[2] ?? at('docs', 'screens'));
