import { expect, type Page } from '@playwright/test';
import { test } from './journey.ts';
import { openPage, owner, setting } from './owner.ts';
import { violations } from './violations.ts';

test.use({ storageState: ({}, use) => use(setting('STATE')) });

function questions(page: Page) {
  return page.getByRole('region', { name: 'Only a person can tell' }).locator('li');
}

test('five answers of yes finish the first step, with who said so and until when', async ({
  page,
}) => {
  await openPage(page, '/first-steps');
  await expect(questions(page)).toHaveCount(5);
  await expect(page.getByText('Organization seen: o-a1b2c3d4e5')).toBeVisible();
  const first = questions(page).first();
  await first.getByRole('button', { name: /^Not sure yet/ }).click();
  await expect(first.getByText('Nothing was saved. The question stays open.')).toBeVisible();
  await first.getByRole('button', { name: /^Valid for 180 days/ }).click();
  await first.getByLabel('30 days').check();
  await first.getByLabel('Note (optional)').fill('Ours since <i>2024</i>.');
  expect(await violations(page)).toEqual([]);

  for (const question of await questions(page).all()) {
    await question.getByRole('button', { name: /^Yes: / }).click();
    await expect(question.getByRole('button', { name: /^Answer again: / })).toBeVisible();
  }

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('First steps: 4 of 7 done');
  await expect(page.locator('#own-accounts .practice-state')).toHaveText('Done');
  await expect(page.getByText('5 of 5 answered')).toBeVisible();
  await expect(first).toContainText(`by ${owner.name}`);
  await expect(first).toContainText('Ours since <i>2024</i>.');
  await expect(first).toContainText(/Valid until .*\sJST/);
  expect(await violations(page)).toEqual([]);
  await openPage(page, '/');
  await expect(page.locator('.hero-number')).toHaveText(/4\s*of 7 done/);
});

test('one answer of no, given on the page of the check, leaves the step to do', async ({
  page,
}) => {
  await openPage(page, '/checks/org-env-separation');
  await expect(questions(page)).toHaveCount(4);
  const last = questions(page).last();
  await last.getByRole('button', { name: /^Answer again: / }).click();

  await last.getByRole('button', { name: /^No: / }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'A person said that it is not so.',
  );
  expect(await violations(page)).toEqual([]);
  await openPage(page, '/first-steps');
  await expect(page.locator('#own-accounts .practice-state')).toHaveText('To do');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('First steps: 3 of 7 done');
});

test('who may only read sees the answers and no button', async ({ page }) => {
  const viewer = { name: 'Viewer', email: 'viewer@example.com', role: 'viewer' };
  await page.route('**/api/session', (route) => route.fulfill({ json: viewer }));

  await openPage(page, '/first-steps');

  await expect(questions(page)).toHaveCount(5);
  await expect(questions(page).first()).toContainText(`by ${owner.name}`);
  await expect(questions(page).getByRole('button')).toHaveCount(0);
});

for (const theme of ['light', 'dark'])
  test(`answers read in Japanese on a phone (${theme})`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript((one) => localStorage.setItem('ippo.theme', one), theme);

    await openPage(page, '/first-steps?lang=ja');

    await expect(page.getByText('5 問中 5 問に回答済み')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    expect(await violations(page)).toEqual([]);
  });
