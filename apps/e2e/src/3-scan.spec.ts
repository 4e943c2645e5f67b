import { expect } from '@playwright/test';
import { test } from './journey.ts';
import { at, setting } from './owner.ts';

test.use({ storageState: ({}, use) => use(setting('STATE')) });

test('a scan is cancelled at once and the last complete result stays', async ({ page }) => {
  await page.goto(at('/'));
  await page.getByRole('button', { name: 'Scan now' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Scanning/ })).toBeVisible();

  await page.getByRole('button', { name: 'Cancel scan' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Scan cancelled' })).toBeVisible();
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.locator('.hero-number')).toHaveText(/3\s*of 7 done/);
  await page.getByRole('link', { name: 'Scans' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('Cancelled');
  await expect(page.getByRole('row').nth(2)).toContainText('Complete');
});

test('a missing score leads to what could not be read, and a scan starts from there', async ({
  page,
}) => {
  await page.goto(at('/'));
  await page.getByRole('link', { name: 'See what could not be read' }).click();
  await expect(page.getByRole('heading', { name: /^What we could not see/ })).toBeInViewport();

  await page.getByRole('button', { name: 'Scan again' }).click();

  await expect(page.getByRole('heading', { level: 1, name: /^Scanning/ })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel scan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Scan cancelled' })).toBeVisible();
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

test('users are named, and who asks for it stands under the frameworks’ names', async ({
  page,
}) => {
  await page.goto(at('/'));
  await expect(
    page.getByRole('row', { name: /console password and no MFA.*2 users/ }),
  ).toBeVisible();

  await page.goto(at('/checks/iam-user-mfa'));

  await expect(page.getByRole('row', { name: /^Fail .*user-06.*user-09/ })).toBeVisible();
  const asked = page.locator('.asked');
  await expect(asked.getByRole('rowheader', { name: 'CIS AWS Foundations 6.0' })).toBeVisible();
  await expect(asked.getByText('Prowler checks')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show 3 more requirements' }).click();
  await expect(asked.getByRole('rowheader', { name: 'Prowler checks' })).toBeVisible();
});

test('the command to copy holds no mark that was not filled', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(at('/first-steps#trail'));

  const trail = page.locator('#trail');
  await trail.getByRole('tab', { name: 'AWS CLI' }).click();
  await trail.getByRole('tabpanel').getByRole('button', { name: 'Copy' }).click();

  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('aws cloudtrail start-logging');
  expect(copied).not.toMatch(/[<{]|update-trail/);
});

test('an address that leads nowhere says so', async ({ page }) => {
  await page.goto(at('/nowhere'));

  await expect(
    page.getByRole('heading', { name: 'There is nothing at this address' }),
  ).toBeVisible();
});
