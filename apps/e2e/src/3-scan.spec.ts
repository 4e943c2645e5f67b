import { expect, test } from '@playwright/test';
import { at, setting } from './owner.ts';

test.use({ storageState: ({}, use) => use(setting('STATE')) });

test('a scan is cancelled at once and the last complete result stays', async ({ page }) => {
  await page.goto(at('/'));
  await page.getByRole('button', { name: 'Scan now' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Scanning/ })).toBeVisible();

  await page.getByRole('button', { name: 'Cancel scan' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Scan cancelled' })).toBeVisible({
    timeout: 3000,
  });
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.locator('.hero-number')).toHaveText(/3\s*of 7 done/);
  await page.getByRole('link', { name: 'Scans' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('Cancelled');
  await expect(page.getByRole('row').nth(2)).toContainText('Complete');
});

test('numbers open what they count', async ({ page }) => {
  await page.goto(at('/'));

  await page.getByRole('link', { name: 'Unknown: could not be read: 11' }).click();

  await expect(page.getByText('Shown: Unknown. 11 of 26.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Unknown/ })).toHaveCount(11);
  await page.getByRole('button', { name: 'Clear filter' }).click();
  await expect(
    page.getByText('Every check with its result in the last complete scan.'),
  ).toBeVisible();
});

test('the command to copy holds no mark that was not filled', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(at('/first-steps#trail'));

  const trail = page.locator('#trail');
  await trail.getByRole('tab', { name: 'AWS CLI' }).click();
  await trail.getByRole('tabpanel').getByRole('button', { name: 'Copy' }).click();

  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('aws cloudtrail start-logging');
  expect(copied).not.toContain('{{');
});

test('an address that leads nowhere says so', async ({ page }) => {
  await page.goto(at('/nowhere'));

  await expect(
    page.getByRole('heading', { name: 'There is nothing at this address' }),
  ).toBeVisible();
});
