import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from './journey.ts';
import { at, openPage, setting } from './owner.ts';
import { violations } from './violations.ts';

test.use({ storageState: ({}, use) => use(setting('STATE')) });

test('a selection outlives paging and sorting, and goes with its filter', async ({ page }) => {
  await openPage(page, '/findings?group=off&set=all');
  const table = page.getByRole('table', { name: 'Findings' });
  const line = page.locator('.selection-line [role=status]');
  await expect(line).toHaveText('None selected.');
  const boxes = table.getByRole('checkbox', { name: /^Select: / });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await expect(line).toHaveText('2 selected.');

  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(line).toHaveText('2 selected, 2 not on this page.');
  await boxes.nth(0).check();
  await expect(line).toHaveText('3 selected, 2 not on this page.');
  await page.getByRole('button', { name: /^First page/ }).click();
  await expect(line).toHaveText('3 selected, 1 not on this page.');
  await expect(boxes.nth(1)).toBeChecked();

  const every = page.getByRole('button', { name: /^Select all \d+ findings of this list$/ });
  const total = /\d+/.exec((await every.textContent()) ?? '')?.[0] ?? '';
  await every.click();
  await expect(line).toHaveText(new RegExp(`^${total} selected, \\d+ not on this page\\.$`));
  await expect(boxes.nth(5)).toBeChecked();
  await boxes.nth(5).uncheck();
  await expect(
    page.getByRole('button', { name: `Export ${Number(total) - 1} selected` }),
  ).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export \d+ selected/ }).click();
  await page.getByRole('menuitem', { name: /JSON/ }).click();
  const file = JSON.parse(await readFile(await (await saving).path(), 'utf8')) as { count: number };
  expect(file.count).toBe(Number(total) - 1);

  await page.getByRole('link', { name: /^To do/ }).click();
  await expect(line).toHaveText('The filter changed, so the selection was cleared. None selected.');
  expect(await violations(page)).toEqual([]);
});

test('a selection is still there for who opens a finding and comes back', async ({ page }) => {
  await openPage(page, '/findings?group=off&set=all');
  const table = page.getByRole('table', { name: 'Findings' });
  const line = page.locator('.selection-line [role=status]');
  await table
    .getByRole('checkbox', { name: /^Select: / })
    .nth(1)
    .check();
  await expect(line).toHaveText('1 selected.');
  await table.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/findings\/[0-9a-f]{64}/);
  await expect(table).toHaveCount(0);

  await page.goBack();
  await expect(line).toHaveText('1 selected.');
  await expect(table.getByRole('checkbox', { name: /^Select: / }).nth(1)).toBeChecked();
  await page.reload();
  await expect(line).toHaveText('None selected.');
});

test('a group is selected whole, and what is told of it is what its dialog counts', async ({
  page,
}) => {
  await openPage(page, '/findings?check=iam-user-mfa&outcome=fail');
  const group = page.getByRole('checkbox', { name: /^Select: .*· \d+ findings$/ }).first();
  await expect(group).toBeVisible();
  const told = page.locator('.finding-told .fine').filter({ hasText: /\d+ findings$/ });
  const size = /(\d+) findings$/.exec((await told.first().textContent()) ?? '')?.[1] ?? '';
  await group.check();
  const accept = page.getByRole('button', { name: `Accept the risk of ${size} fails…` });
  await accept.click();
  const dialog = page.getByRole('dialog', { name: 'Accept the risk' });
  await expect(dialog.getByText(`It covers ${size} fails.`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Clear the selection' }).click();
  await expect(group).not.toBeChecked();
});

test('several are selected from the list, exported, and accepted in one go', async ({ page }) => {
  await openPage(page, '/findings?group=off');
  const table = page.getByRole('table', { name: 'Findings' });
  const accept = page.getByRole('button', { name: /^Accept the risk/ });
  await expect(accept).toHaveAttribute('aria-disabled', 'true');
  const users = table.getByRole('checkbox', { name: /^Select: .*no MFA.*user-06/ });
  const detectors = table.getByRole('checkbox', { name: /^Select: GuardDuty is off.*Osaka/ });
  await detectors.first().focus();
  await page.keyboard.press('Space');
  await users.first().check();
  await expect(page).toHaveURL(/\/findings\?group=off$/);
  await expect(page.getByRole('heading', { level: 2, name: /To do \(2\/\d+\)/ })).toBeVisible();

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export 2 selected' }).click();
  await page.getByRole('menuitem', { name: /JSON/ }).click();
  const file = JSON.parse(await readFile(await (await saving).path(), 'utf8')) as { count: number };
  expect(file.count).toBe(2);

  await page.getByRole('button', { name: 'Accept the risk of 2 fails…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Accept the risk' });
  await expect(dialog.getByText('It covers 2 fails.')).toBeVisible();
  await expect(dialog.getByText(/It becomes 2 exceptions/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^Accept until/ }).click();
  await expect(dialog.getByText('Say why, in at least 10 characters.')).toBeVisible();
  await dialog.getByLabel('Why it is accepted').fill('Both are replaced in December.');
  await dialog.getByRole('button', { name: /^Accept until/ }).click();

  await expect(page.getByText('2 fails accepted. They still count as failed.')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await openPage(page, '/findings?exception=accepted');
  await expect(page.locator('.exception-tag')).toHaveCount(2);
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page, '/findings?lang=ja');
  await page
    .getByRole('checkbox', { name: /^選択：/ })
    .first()
    .check();
  await expect(page.getByRole('button', { name: '不合格 1 件のリスクを受容する…' })).toBeEnabled();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await violations(page)).toEqual([]);

  // What the other journeys find is as it was.
  const headers = { origin: new URL(page.url()).origin };
  const list = await page.request.get(at('/api/exceptions?state=active'));
  const { exceptions } = (await list.json()) as { exceptions: { id: string }[] };
  for (const { id } of exceptions)
    await page.request.post(at(`/api/exceptions/${id}/revoke`), { headers, data: {} });
});
