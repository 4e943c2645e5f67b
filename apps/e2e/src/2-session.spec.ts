import { expect } from '@playwright/test';
import { test } from './journey.ts';
import { at, owner, signIn } from './owner.ts';

test('a wrong password gives no hint which part was wrong', async ({ page }) => {
  await page.goto(at('/sign-in'));

  await signIn(page, 'not the password!');

  await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible();
  await expect(page).toHaveURL(at('/sign-in'));
});

test('signing in leads back to the page that was asked for, and signing out closes it', async ({
  page,
}) => {
  await page.goto(at('/checks/root-mfa'));
  await expect(page).toHaveURL(/\/sign-in\?then=/);

  await signIn(page);

  await expect(page).toHaveURL(at('/checks/root-mfa'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const user = page.getByRole('button', { name: `Signed in as ${owner.name}` });
  await user.click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goto(at('/'));
  await expect(page).toHaveURL(/\/sign-in/);
});

test('an address for signing in never leads to another site', async ({ page }) => {
  await page.goto(at('/sign-in?then=//example.com/'));

  await signIn(page);

  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(new URL(at('/')).origin);
});
