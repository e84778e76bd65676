import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from '../scripts/system/browser.ts';

const browser = {
  ...devices['Desktop Chrome'],
  viewport: { width: 1440, height: 900 },
  launchOptions: {
    executablePath: findBrowser() ?? undefined,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  },
};

export default defineConfig({
  globalSetup: './setup/start.ts',
  globalTeardown: './setup/stop.ts',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    ...browser,
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    permissions: ['camera', 'microphone'],
  },
  projects: [
    { name: 'pages', testDir: './journeys' },
    // Encoding video takes a whole core: one at a time.
    { name: 'video', testDir: './video', workers: 1, timeout: 240_000 },
  ],
});
