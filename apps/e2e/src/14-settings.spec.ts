import { expect } from '@playwright/test';
import { test } from './journey.ts';
import { at, openPage, setting, signIn } from './owner.ts';

test.use({ storageState: ({}, use) => use(setting('STATE')) });

const window = 'Root counts as unused after';

test('a threshold shows what it would change, is saved, and goes back', async ({ page }) => {
  await openPage(page, '/settings');
  const field = page.getByRole('textbox', { name: window });
  await expect(field).toHaveValue('30');
  await field.fill('9999');
  await expect(page.getByText('Enter a whole number from 1 to 365.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'See the effect' })).toBeDisabled();

  await field.fill('365');
  await page.getByRole('button', { name: 'See the effect' }).click();
  const effect = page.getByRole('region', { name: 'What would change in the last scans' });
  await expect(effect.getByText('1111-2222-3333: one verdict changes.')).toBeVisible();
  await expect(effect.getByText('first steps 3 → 2')).toBeVisible();
  await expect(effect.getByRole('link', { name: 'root-usage' })).toBeVisible();
  await expect(effect.getByRole('listitem')).toContainText('Pass→Fail');
  await page.getByRole('button', { name: 'Save these limits' }).click();

  await expect(page.getByText(/^Saved\. The next scan is judged by these limits/)).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue('365');
  await expect(page.getByText(/^Changed by Aiko/)).toBeVisible();
  await page.getByRole('button', { name: `Back to the default: ${window}` }).click();
  await page.getByRole('button', { name: 'See the effect' }).click();
  await page.getByRole('button', { name: 'Save these limits' }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
});

test('what is not saved outlives another page, a reload and a session’s end', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(at('/sign-in?then=/settings'));
  await signIn(page);
  await page.getByRole('textbox', { name: window }).fill('45');
  await expect(page.getByText(/^These changes are not saved yet/)).toBeVisible();
  await page.getByRole('link', { name: 'Scans' }).click();
  await expect(page).toHaveURL(/\/scans/);
  await page.goBack();
  await expect(page.getByRole('textbox', { name: window })).toHaveValue('45');
  await context.clearCookies();

  await page.getByRole('button', { name: 'See the effect' }).click();

  await expect(page).toHaveURL(/\/sign-in\?then=%2Fsettings/);
  await signIn(page);
  await expect(page).toHaveURL(at('/settings'));
  await expect(page.getByRole('textbox', { name: window })).toHaveValue('45');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(page.getByRole('textbox', { name: window })).toHaveValue('30');
  await context.close();
});

test('a time zone holds at once, also after a reload, and stays with the person', async ({
  page,
}) => {
  await openPage(page, '/settings');
  await expect(page.getByText(/^Now it is .*\sJST; that is .* UTC\.$/)).toBeVisible();

  await page.getByRole('button', { name: /As this browser says: Asia\/Tokyo/ }).click();
  await page.getByPlaceholder('Find a time zone').fill('Berlin');
  await page.getByRole('option', { name: 'Europe/Berlin' }).click();

  await expect(page.getByText(/^Now it is .*\sCES?T; that is .* UTC\.$/)).toBeVisible();
  await page.evaluate(() => localStorage.removeItem('ippo.zone'));
  await openPage(page, '/profile');
  await expect(page.getByText(/^Signed in .*\sCES?T$/).first()).toBeVisible();
  await openPage(page, '/settings');
  await page
    .getByRole('button', { name: /Europe\/Berlin/ })
    .first()
    .click();
  await page.getByRole('option', { name: /As this browser says/ }).click();
  await expect(page.getByText(/^Now it is .*\sJST; that is .* UTC\.$/)).toBeVisible();
});

test('a schedule is set with its next times, and switched off', async ({ page }) => {
  await openPage(page, '/settings');
  await page.getByRole('button', { name: 'Change the schedule of The demo account' }).click();
  await page.getByRole('radio', { name: 'Every week' }).check();
  await page.getByLabel('At', { exact: true }).fill('07:30');
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(page.getByText('Every Monday at 07:30, Asia/Tokyo')).toBeVisible();
  await expect(page.getByText(/^Next: Mon .* 07:30/)).toBeVisible();
  await page.getByRole('button', { name: 'Change the schedule of The demo account' }).click();
  await page.getByRole('radio', { name: 'Never by itself' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Every Monday at 07:30')).toHaveCount(0);
});

test('retention says what it prunes before it is saved, and a hold is kept and released', async ({
  page,
}) => {
  await openPage(page, '/settings');
  await page.getByRole('radio', { name: 'For a number of days' }).check();
  await page.getByRole('button', { name: 'See what it prunes' }).click();
  await expect(page.getByText('Nothing is pruned by this today.')).toBeVisible();
  await page.getByRole('button', { name: 'Discard changes' }).click();

  await page.getByRole('button', { name: 'Hold a period' }).click();
  await page.getByRole('button', { name: 'Hold', exact: true }).click();
  await expect(page.getByText('Say why, in at least three characters.')).toBeVisible();
  await page.getByLabel('Why').fill('Audit <b>2026</b>');
  await page.getByLabel('First day').fill('2026-04-01');
  await page.getByRole('button', { name: 'Hold', exact: true }).click();
  await page.getByRole('button', { name: 'Release the hold: Audit <b>2026</b>' }).click();
  await expect(page.getByText('Nothing is held.')).toBeVisible();
});

test('a Region that an SCP closes leaves the scope by an owner’s word, and comes back', async ({
  page,
}) => {
  await openPage(page, '/regions');
  await page.getByRole('link', { name: 'Closed on purpose?' }).click();
  await page.getByRole('button', { name: 'Confirm as closed: sa-east-1' }).click();
  await page.getByRole('button', { name: 'Confirm as closed', exact: true }).click();
  await expect(page.getByText('Give a reason of 10 to 500 characters.')).toBeVisible();
  await page.getByLabel('Why is sa-east-1 closed?').fill('Nothing of ours is in South America.');
  await page.getByRole('button', { name: 'Confirm as closed', exact: true }).click();
  const again = page.getByRole('button', { name: 'Count it again: sa-east-1' });
  await expect(again).toBeVisible();
  await expect(page.getByText('Nothing of ours is in South America.')).toBeVisible();

  await openPage(page, '/regions');
  await expect(page.getByRole('row', { name: /sa-east-1.*Out of scope/ })).toBeVisible();

  await openPage(page, '/settings#regions');
  await again.click();
  await expect(page.getByRole('button', { name: 'Confirm as closed: sa-east-1' })).toBeVisible();
  await page.getByText('No longer confirmed').click();
  await expect(page.getByText(/^Taken back by /)).toBeVisible();
});
