// Page tests: the built page in dist/, served with the strictest policies, in the Chromium that HEADWATER_CHROMIUM names.
import { defineConfig } from '@playwright/test';

/**
 * Limits of time are there for what hangs; a test that only takes long must pass on a machine several times slower than
 * today's. Slower still: HEADWATER_PATIENCE=3 makes every one of them three times as long.
 */
const patience = Number(process.env.HEADWATER_PATIENCE ?? 1) || 1;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.js',
  outputDir: '../../test-results',
  forbidOnly: true,
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 600_000 * patience,
  expect: { timeout: 60_000 * patience },
  reporter: [['list']],
  use: {
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env.HEADWATER_CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
