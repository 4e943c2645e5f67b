import { expect, type Page } from '@playwright/test';
import { test } from './journey.ts';
import { openPage, setting } from './owner.ts';
import { violations } from './violations.ts';

// Each test looks at every page.
test.describe.configure({ timeout: 180_000 });

const signedIn = [
  '/',
  '/first-steps',
  '/weekly',
  '/checks',
  '/checks/ct-multi-region',
  '/findings',
  '/findings?set=all',
  '/regions',
  '/reports',
  '/reports?format=xlsx&masked=yes',
  '/reports?format=json&from=2026-01-01&to=2099-12-31',
  '/reports/verify',
  '/exceptions',
  '/answers',
  '/scans',
  '/accounts',
  '/accounts/connect',
  '/shared-responsibility',
  '/?account=all',
  '/changes',
  '/audit-log',
  '/team',
  '/settings',
  '/profile',
  '/start',
  '/nowhere',
];
// Every page in both languages and both themes; the two pages with most of our own drawing in all four.
const variants = [
  { language: 'en', theme: 'light', pages: signedIn },
  { language: 'ja', theme: 'dark', pages: signedIn },
  { language: 'en', theme: 'dark', pages: ['/', '/first-steps', '/regions'] },
  { language: 'ja', theme: 'light', pages: ['/', '/first-steps', '/regions'] },
] as const;

async function choose(page: Page, language: string, theme: string): Promise<void> {
  await page.addInitScript(
    ([one, other]) => {
      localStorage.setItem('ippo.language', one ?? '');
      localStorage.setItem('ippo.theme', other ?? '');
    },
    [language, theme],
  );
}

async function violationsOn(page: Page, path: string): Promise<string[]> {
  await openPage(page, path);
  return (await violations(page)).map((violation) => `${path} ${violation}`);
}

for (const { language, theme, pages } of variants) {
  test(`axe finds nothing before sign-in (${language}, ${theme})`, async ({ page }) => {
    await choose(page, language, theme);

    const found: string[] = [];
    for (const path of ['/sign-in', '/setup', '/join', '/reset'])
      found.push(...(await violationsOn(page, path)));

    expect(found).toEqual([]);
  });

  test.describe('signed in', () => {
    test.use({ storageState: ({}, use) => use(setting('STATE')) });

    test(`axe finds nothing on the pages (${language}, ${theme})`, async ({ page }) => {
      await choose(page, language, theme);

      const found: string[] = [];
      for (const path of pages) found.push(...(await violationsOn(page, path)));

      expect(found).toEqual([]);
    });
  });
}

test.describe('on a phone', () => {
  test.use({
    viewport: { width: 390, height: 844 },
    storageState: ({}, use) => use(setting('STATE')),
  });

  test('nothing is wider than the screen, and axe finds nothing', async ({ page }) => {
    const found: string[] = [];
    for (const path of signedIn) {
      found.push(...(await violationsOn(page, path)));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 390) found.push(`${path} is ${width} px wide`);
    }

    expect(found).toEqual([]);
  });
});
