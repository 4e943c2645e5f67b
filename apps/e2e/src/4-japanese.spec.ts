import { expect } from '@playwright/test';
import { test } from './journey.ts';
import { at, openPage, setting } from './owner.ts';

test.use({ storageState: ({}, use) => use(setting('STATE')) });

/** Sentences of English left on a Japanese page: four words or more in a row, outside of code. */
function englishSentences(text: string): string[] {
  return text.match(/(?:\b[A-Za-z][a-z']+ ){3,}[a-z]+\b/g) ?? [];
}

for (const path of [
  '/',
  '/first-steps',
  '/weekly',
  '/findings',
  '/regions',
  '/checks',
  '/checks/gd-enabled',
  '/scans',
  '/accounts',
  '/accounts/connect',
  '/shared-responsibility',
  '/?account=all',
  '/start',
  '/preflight?target=demo',
])
  test(`${path} is Japanese throughout`, async ({ page }) => {
    await openPage(page, `${path}${path.includes('?') ? '&' : '?'}lang=ja`);

    const text = await page.locator('body').innerText();

    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    expect(text).toMatch(/[ぁ-ん]/);
    expect(englishSentences(text)).toEqual([]);
  });

test('the language switches without leaving the page', async ({ page }) => {
  await page.goto(at('/first-steps'));

  await page.getByRole('button', { name: '日本語' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'はじめの一歩：7 つのうち 3 つ完了',
  );
  await expect(page).toHaveURL(at('/first-steps'));
  await expect(page).toHaveTitle(/はじめの一歩/);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('First steps: 3 of 7 done');
});
