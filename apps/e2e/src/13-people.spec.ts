import { expect, type Browser, type Page } from '@playwright/test';
import { codeOf } from './authenticator-app.ts';
import { test } from './journey.ts';
import { at, openPage, signIn } from './owner.ts';

const auditor = {
  name: 'Ben <i>Audit</i>',
  email: 'ben@example.com',
  password: 'a long enough sentence',
};
/** The key of their authenticator app, once there is one, and the backup codes that are not used yet. */
let appKey = '';
let backupCodes: string[] = [];

let addresses = 0;
/** Tries at passwords are counted by address: each browser comes from one of its own. */
function fromElsewhere() {
  addresses += 1;
  return { 'x-forwarded-for': `10.13.0.${addresses}` };
}

test.beforeEach(({ page }) => page.setExtraHTTPHeaders(fromElsewhere()));

async function ownersPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ extraHTTPHeaders: fromElsewhere() });
  const page = await context.newPage();
  await page.goto(at('/sign-in'));
  await signIn(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  return page;
}

/** Signs the auditor in; each code opens once, and the app has a new one only every half a minute. */
async function enter(page: Page, code: 'none' | 'app' | 'backup'): Promise<void> {
  await page.getByLabel('E-mail').fill(auditor.email);
  await page.getByLabel('Password').fill(auditor.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  if (code === 'none') return;
  await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
  if (code === 'app') await page.getByLabel('Code').fill(codeOf(appKey));
  else {
    await page.getByRole('button', { name: 'Use a backup code instead' }).click();
    await page.getByLabel('Backup code').fill(backupCodes.shift() ?? '');
  }
  await page.getByRole('button', { name: 'Go on' }).click();
}

test.describe.configure({ mode: 'serial' });

test('an auditor joins by a link, and sees an account without a way to change anything', async ({
  browser,
  page,
}) => {
  const owners = await ownersPage(browser);
  await openPage(owners, '/team');
  await owners.getByRole('button', { name: 'Invite somebody' }).click();
  await owners.getByLabel('E-mail').fill(auditor.email);
  await owners.getByRole('radio', { name: /^Auditor/ }).check();
  await owners.getByRole('button', { name: 'Make the invitation' }).click();
  await expect(owners.getByText('Choose or enter at least one account.')).toBeVisible();
  await expect(owners.getByText('An auditor needs an end. Enter a day.')).toBeVisible();
  await owners.getByRole('checkbox', { name: '1111-2222-3333' }).check();
  await owners.getByLabel('Last day of the access').fill('2099-12-31');
  await owners.getByRole('button', { name: 'Make the invitation' }).click();
  const shown = owners.locator('code.secret');
  await expect(shown).toHaveText(/\/join#token=/);
  const link = (await shown.textContent()) ?? '';

  await page.goto(link);
  await expect(page.getByText(`You are invited as Auditor.`)).toBeVisible();
  await page.getByLabel('Name').fill(auditor.name);
  await page.getByLabel('Password').fill('too short');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('5 characters more to go.')).toBeVisible();
  await page.getByLabel('Password').fill(auditor.password);
  await page.getByRole('button', { name: 'Join' }).click();

  await expect(page.getByRole('button', { name: `Signed in as ${auditor.name}` })).toBeVisible();
  await expect(page.locator('.hero-number')).toHaveText(/3\s*of 7 done/);
  await expect(page.getByRole('button', { name: /scan/i })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Team', exact: true })).toHaveCount(0);
  await openPage(page, '/team');
  await expect(page.getByText('Only owners see and change the team.')).toBeVisible();
  await openPage(page, '/settings');
  await expect(page.getByText('Only owners change this. Your role is Auditor.')).toHaveCount(2);
  await expect(page.getByRole('button', { name: /^Save|^Change the schedule/ })).toHaveCount(0);

  await page.context().clearCookies();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByText('This link no longer works')).toBeVisible();
  await owners.context().close();
});

test('a link that somebody else opens does not become theirs by mistake', async ({ browser }) => {
  const owners = await ownersPage(browser);
  await openPage(owners, '/team');
  await owners.getByRole('button', { name: 'Invite somebody' }).click();
  await owners.getByLabel('E-mail').fill('cai@example.com');
  await owners.getByRole('button', { name: 'Make the invitation' }).click();
  const link = (await owners.locator('code.secret').textContent()) ?? '';

  await owners.goto(link);

  await expect(owners.getByText(/^You are signed in as /)).toBeVisible();
  await expect(owners.getByLabel('Password')).toHaveCount(0);
  await owners.getByRole('button', { name: 'Stay signed in' }).click();
  await openPage(owners, '/team');
  await owners.getByRole('button', { name: 'Withdraw the invitation of cai@example.com' }).click();
  await expect(owners.getByText('Nobody is invited at the moment.')).toBeVisible();
  await owners.context().clearCookies();
  await owners.goto('about:blank');
  await owners.goto(link);
  await expect(owners.getByText('This link no longer works')).toBeVisible();
  await owners.context().close();
});

test('a second step is set up, asked for, and answered', async ({ page }) => {
  await page.goto(at('/sign-in?then=/profile'));
  await enter(page, 'none');
  await expect(page.getByText('Off: whoever knows your password gets in.')).toBeVisible();
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByLabel('Your password').fill('not my password');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('The password is not right.')).toBeVisible();
  await page.getByLabel('Your password').fill(auditor.password);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await expect(page.locator('.codes li')).toHaveCount(10);
  appKey = (await page.locator('code.secret').textContent()) ?? '';
  backupCodes = await page.locator('.codes li').allTextContents();
  await page.getByLabel('Code of six digits').fill(codeOf(appKey));
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByText('10 backup codes are left.')).toBeVisible();

  await page.context().clearCookies();
  await page.goto(at('/sign-in?then=/profile'));
  await enter(page, 'app');
  await expect(page.getByText('On: a code is asked for at sign-in.')).toBeVisible();

  await page.context().clearCookies();
  await page.goto(at('/sign-in?then=/profile'));
  await enter(page, 'backup');
  await expect(page.getByText('9 backup codes are left.')).toBeVisible();
});

test('a key is shown once, works, and stops working when it is revoked', async ({ page }) => {
  await page.goto(at('/sign-in?then=/profile'));
  await enter(page, 'backup');
  await page.getByLabel('What it is for').fill('Nightly report');
  await page.getByRole('button', { name: 'Make a key' }).click();
  const shown = page.locator('code.secret');
  await expect(shown).toHaveText(/^ippo_/);
  const headers = { authorization: `Bearer ${(await shown.textContent()) ?? ''}` };
  const asked = () => fetch(at('/api/session'), { headers });

  expect((await asked()).status).toBe(200);
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await expect(shown).toHaveCount(0);
  await page.getByRole('button', { name: 'Revoke Nightly report' }).click();

  await expect(page.getByText('No API key yet.')).toBeVisible();
  expect((await asked()).status).toBe(401);
});

test('a session that ends in the middle of work leads back to where the person was', async ({
  page,
}) => {
  await page.goto(at('/sign-in?then=/profile'));
  await enter(page, 'backup');
  await expect(page.getByRole('heading', { level: 1, name: /^You are signed in/ })).toBeVisible();
  await page.context().clearCookies();

  await page.getByRole('button', { name: 'Sign out the other browsers' }).click();

  await expect(page).toHaveURL(/\/sign-in\?then=%2Fprofile/);
  await enter(page, 'backup');
  await expect(page).toHaveURL(at('/profile'));
  await expect(page.getByRole('heading', { level: 1, name: /^You are signed in/ })).toBeVisible();
});

test('other accounts sign an auditor out, and show nothing of the earlier ones', async ({
  browser,
  page,
}) => {
  await page.goto(at('/sign-in'));
  await enter(page, 'backup');
  await expect(page.locator('.hero-number')).toBeVisible();
  const owners = await ownersPage(browser);
  await openPage(owners, '/team');
  await owners.getByRole('button', { name: `Actions for ${auditor.name}` }).click();
  await owners.getByRole('menuitem', { name: 'Change access' }).click();
  await owners.getByRole('checkbox', { name: '1111-2222-3333' }).uncheck();
  await owners.getByLabel('Another account').fill('4444-5555-6666');
  await owners.getByRole('button', { name: 'Save access' }).click();
  await expect(owners.getByText(`The access of ${auditor.name} is changed.`)).toBeVisible();

  await page.goto(at('/?account=111122223333'));
  await expect(page).toHaveURL(/\/sign-in/);
  await enter(page, 'backup');
  await expect(page.getByText('Nothing read yet')).toBeVisible();
  await expect(page.locator('.hero-number')).toHaveCount(0);

  await openPage(owners, '/team');
  await owners.getByRole('button', { name: `Actions for ${auditor.name}` }).click();
  await owners.getByRole('menuitem', { name: 'Remove person' }).click();
  await owners.getByRole('button', { name: 'Remove person' }).click();
  await expect(owners.getByText(`${auditor.name} is removed.`)).toBeVisible();
  await owners.context().close();
});
