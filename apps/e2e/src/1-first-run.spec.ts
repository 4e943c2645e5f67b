import { expect } from '@playwright/test';
import { test } from './journey.ts';
import { at, owner, setting } from './owner.ts';

test('a new owner goes from the setup link to the evidence of a step', async ({ page }) => {
  await page.goto(setting('SETUP'));
  await expect(page.getByRole('heading', { name: 'Create the owner' })).toBeVisible();
  await expect(page.getByText(/This link works once, until .*\sJST/)).toBeVisible();

  await page.getByLabel('Name').fill(owner.name);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password').fill('too short');
  await page.getByRole('button', { name: 'Create owner and go on' }).click();
  await expect(page.getByText('5 characters more to go.')).toBeVisible();
  await page.getByLabel('Password').fill(owner.password);
  await page.getByRole('button', { name: 'Create owner and go on' }).click();

  await expect(page.getByRole('heading', { name: 'What shall we look at first?' })).toBeVisible();
  await expect(page.getByText('No credentials on this machine yet')).toBeVisible();
  await page.getByRole('button', { name: 'Explore the demo' }).click();

  await expect(
    page.getByRole('heading', { level: 1, name: /^Scanning demo account/ }),
  ).toBeVisible();
  await expect(page.getByText('Where we are')).toBeVisible();
  await expect(page.getByText('Demo data. This account is made up.')).toBeVisible();
  await expect(page.getByText('Results stay those of the last complete scan')).toHaveCount(0);
  await expect(page.getByRole('img', { name: /^Tokyo: \d+ answered/ })).toBeVisible();
  const done = page.getByRole('heading', { level: 1, name: /^Scan complete/ });
  await expect(done).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Refused or no answer').first()).toBeVisible();
  await page.getByRole('button', { name: 'See the result' }).click();

  await expect(page.getByText('Demo data. This account is made up.')).toBeVisible();
  await expect(page.locator('.hero-number')).toHaveText(/3\s*of 7 done/);
  await expect(page.getByText('CloudTrail has stopped recording.')).toBeVisible();
  await expect(page.getByText('Could not be scored')).toBeVisible();
  await expect(page.getByText('38 % unreadable (18–71)')).toBeVisible();
  const treads = page.getByRole('list', { name: 'The seven first steps' }).getByRole('listitem');
  await expect(treads).toHaveCount(7);
  await expect(treads.nth(4)).toContainText('To do');
  await expect(page.getByText('13 read, 4 could not be read, 17 not enabled.')).toBeVisible();

  await treads.nth(6).getByRole('link').click();
  await expect(page).toHaveURL(/first-steps\?account=111122223333#guardduty$/);
  const guardduty = page.locator('#guardduty');
  await expect(
    guardduty.getByRole('heading', { name: 'GuardDuty: on in 12 Regions, off in Osaka' }),
  ).toBeVisible();
  await guardduty.getByRole('link', { name: 'evidence' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'GuardDuty is off: there is no detector.',
  );
  const seen = page.getByRole('heading', { name: 'What we saw' });
  await expect(seen).toBeVisible();
  await expect(page.getByText(/SHA-256 of the answer [0-9a-f]{64}/).first()).toBeVisible();
  await expect(page.getByText('Not seen')).toBeVisible();
  await expect(page.locator('.code-block').first()).toContainText('[]');

  await page.context().storageState({ path: setting('STATE') });
});

test('a setup link that was used says so', async ({ page }) => {
  await page.goto(setting('SETUP'));

  await expect(page.getByText('This link no longer works')).toBeVisible();
  await page.getByRole('link', { name: 'Go to sign-in' }).click();
  await expect(page).toHaveURL(at('/sign-in'));
});
