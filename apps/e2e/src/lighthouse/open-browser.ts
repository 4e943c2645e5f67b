import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { findBrowser } from '../find-browser.ts';
import { freePort } from '../start-stack.ts';

/** One browser with one profile: the journey's steps and Lighthouse's tabs share its session. */
export type MeasuringBrowser = { context: BrowserContext; port: number; close(): Promise<void> };

export async function openBrowser(): Promise<MeasuringBrowser> {
  const { args, ...browser } = await findBrowser();
  const port = await freePort();
  const profile = mkdtempSync(join(tmpdir(), 'ippo-lighthouse-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...browser,
    args: [...args, `--remote-debugging-port=${port}`, '--lang=en-US'],
    viewport: { width: 1350, height: 940 },
    colorScheme: null,
    timezoneId: 'Asia/Tokyo',
  });
  return {
    context,
    port,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
