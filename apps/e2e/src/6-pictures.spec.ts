import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from './journey.ts';
import { openPage, setting } from './owner.ts';

const folder = join(import.meta.dirname, '../../../docs/screenshots');

/** A plain name for the picture; the one of the journeys is there to be hostile. */
const reader = { name: 'sec-lead', email: 'security@example.com', role: 'owner' };

test.use({ storageState: ({}, use) => use(setting('STATE')) });

for (const language of ['en', 'ja'])
  test(`the README’s picture of the overview (${language})`, async ({ page }) => {
    test.skip(
      process.env.IPPO_PICTURES !== '1',
      'set IPPO_PICTURES=1 to make the README’s pictures',
    );
    await page.route('**/api/session', (route) => route.fulfill({ json: reader }));
    await openPage(page, `/?lang=${language}`);

    mkdirSync(folder, { recursive: true });
    await page.setViewportSize({ width: 1440, height: 1320 });
    await page.screenshot({ path: join(folder, `overview-${language}.png`) });
  });
