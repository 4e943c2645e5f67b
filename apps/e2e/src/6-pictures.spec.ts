import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { at, setting } from './owner.ts';

const folder = join(import.meta.dirname, '../../../docs/screenshots');

test.use({ storageState: ({}, use) => use(setting('STATE')) });

for (const language of ['en', 'ja'])
  test(`the README’s picture of the overview (${language})`, async ({ page }) => {
    test.skip(
      process.env.IPPO_PICTURES !== '1',
      'set IPPO_PICTURES=1 to make the README’s pictures',
    );
    await page.goto(at(`/?lang=${language}`));
    await expect(page.getByRole('list').first()).toBeVisible();
    await page.waitForLoadState('networkidle');

    mkdirSync(folder, { recursive: true });
    await page.setViewportSize({ width: 1440, height: 1320 });
    await page.screenshot({ path: join(folder, `overview-${language}.png`) });
  });
