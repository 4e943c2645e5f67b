import { expect } from '@playwright/test';
import { test } from './journey.ts';
import { at, openPage, setting } from './owner.ts';
import { violations } from './violations.ts';

test.use({ storageState: ({}, use) => use(setting('STATE')) });

test('what could not be seen leads to what is missing, what to add, and a scan', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(at('/'));
  await page.getByRole('link', { name: 'Check permissions' }).click();

  await expect(page.getByRole('heading', { level: 1, name: /^Trying each/ })).toBeVisible();
  const verdict = page.getByRole('heading', { level: 1, name: /^Ready to scan/ });
  await expect(verdict).toHaveText(/\d+ permission|One of \d+ permissions is missing/);
  await expect(page.getByText('Demo data. This account is made up.')).toBeVisible();
  const missing = page.getByRole('row', { name: /organizations:ListAccounts/ });
  await expect(missing).toContainText('Which other accounts does the organization have?');
  await expect(missing.getByRole('link', { name: 'Several accounts' })).toBeVisible();
  await expect(page.getByText('guardduty:GetFindings').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('checkbox', { name: /could not be tried yet/ }).uncheck();
  await page.getByRole('tab', { name: 'AWS CLI' }).click();
  await page.getByRole('tabpanel').getByRole('button', { name: 'Copy' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^aws iam put-role-policy --role-name ippo-readonly /);
  expect(copied).toContain('"Action":["organizations:ListAccounts"]');

  await page.getByRole('button', { name: /^Every permission, one by one/ }).click();
  const trails = page.getByRole('row', { name: /cloudtrail:DescribeTrails/ });
  await expect(trails).toContainText('ap-northeast-1 answered');
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Scan now' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Scanning/ })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel scan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Scan cancelled' })).toBeVisible();
});

test('without credentials nothing was tried, and the way on is named', async ({ page }) => {
  await openPage(page, '/preflight?target=aws');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Permissions could not be checked',
  );
  await expect(page.getByText('Code: no-credentials')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('who may only read is told so, and AWS is not asked', async ({ page }) => {
  const viewer = { name: 'Viewer', email: 'viewer@example.com', role: 'viewer' };
  let asked = 0;
  await page.route('**/api/session', (route) => route.fulfill({ json: viewer }));
  await page.route('**/api/preflight*', (route) => {
    asked += 1;
    return route.abort();
  });

  await openPage(page, '/preflight?target=demo');

  await expect(page.getByText('Code: forbidden')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check again' })).toHaveCount(0);
  expect(asked).toBe(0);
});

for (const theme of ['light', 'dark'])
  test(`the preflight reads in Japanese on a phone (${theme})`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript((one) => localStorage.setItem('ippo.theme', one), theme);

    await openPage(page, '/preflight?target=demo&lang=ja');

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^スキャンできます。/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    expect(await violations(page)).toEqual([]);
  });

test('the help panel explains the page and can be closed', async ({ page }) => {
  await openPage(page, '/');

  await page.getByRole('button', { name: 'Info about Overview' }).click();

  const help = page.getByRole('complementary', { name: 'Help' });
  await expect(help.getByRole('heading', { name: 'About the overview' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await help.getByRole('button', { name: 'Close the help' }).click();
  await expect(help.getByRole('heading', { name: 'About the overview' })).toBeHidden();
});
