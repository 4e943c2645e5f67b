import { defineConfig } from '@playwright/test';
import { findBrowser } from './src/find-browser.ts';

const browser = await findBrowser();

export default defineConfig({
  testDir: 'src',
  testMatch: '*.spec.ts',
  // One server with one database serves every journey, in the order of the files' numbers.
  workers: 1,
  fullyParallel: false,
  // A busy machine is slow, not wrong: these only end what hangs.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  globalSetup: './src/start-stack.ts',
  use: {
    locale: 'en-US',
    timezoneId: 'Asia/Tokyo',
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: browser,
  },
});
