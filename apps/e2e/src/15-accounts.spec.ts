import { expect, type Page } from '@playwright/test';
import { startCloudStack, type CloudStack } from './cloud-stack.ts';
import { test } from './journey.ts';
import { owner, signIn } from './owner.ts';

const production = { account: '777788889999', shown: '7777-8888-9999' };
const dark = { account: '888899990000', shown: '8888-9999-0000' };
/** Half of the services, so about half of the calls. */
const refuses = ['cloudtrail', 'config', 'guardduty', 'events', 'securityhub'];

let cloud: CloudStack;
let roles: Parameters<CloudStack['haveRoles']>[0] = [];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  cloud = await startCloudStack();
  const page = await browser.newPage();
  await page.goto(cloud.setup);
  await page.getByLabel('Name').fill(owner.name);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password').fill(owner.password);
  await page.getByRole('button', { name: 'Create owner and go on' }).click();
  await expect(page.getByRole('heading', { name: 'What shall we look at first?' })).toBeVisible();
  await page.close();
});
test.afterAll(() => cloud.stop());

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${cloud.origin}/sign-in?then=${encodeURIComponent(path)}`);
  await signIn(page);
  await expect(page).not.toHaveURL(/\/sign-in/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

function arnOf(account: string): string {
  return `arn:aws:iam::${account}:role/ippo-readonly`;
}

/** Names a new connection; the external id that it was given. */
async function begin(page: Page, name: string): Promise<string> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Go on' }).click();
  const shown = page.locator('.connect-external bdi');
  await expect(shown).toHaveText(/^ippo-[0-9a-f]{40}$/);
  return (await shown.textContent()) ?? '';
}

async function testRole(page: Page, account: string): Promise<void> {
  await page.getByLabel('ARN of the role').fill(arnOf(account));
  await page.getByRole('button', { name: 'Test the connection' }).click();
}

async function scanHere(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Scan now' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Scan complete/ })).toBeVisible({
    timeout: 30_000,
  });
}

test('this machine’s account is scanned first', async ({ page }) => {
  await open(page, '/start');
  await expect(page.getByText('1111-2222-3333')).toBeVisible();

  await page.getByRole('button', { name: 'Scan this account' }).click();

  await expect(page.getByRole('heading', { level: 1, name: /^Scan complete/ })).toBeVisible({
    timeout: 30_000,
  });
});

test('an account is connected by a role: refused while it is open, used once it asks for our id', async ({
  page,
}) => {
  await open(page, '/accounts');
  await page.getByRole('button', { name: 'Connect an account' }).click();
  const externalId = await begin(page, 'Production');
  const command = page.getByRole('region', { name: 'Command that creates the role' });
  await expect(command).toContainText('aws cloudformation deploy');
  await expect(command).toContainText(externalId);

  await testRole(page, production.account);
  await expect(page.getByText('Code: role-refused')).toBeVisible();
  await expect(page.getByText(/Check that it exists, that it trusts/)).toBeVisible();

  await cloud.haveRoles([{ arn: arnOf(production.account), asks: 'nothing' }]);
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await expect(page.getByText('Code: role-open-without-external-id')).toBeVisible();

  roles = [{ arn: arnOf(production.account), asks: { externalId } }];
  await cloud.haveRoles(roles);
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await expect(page.getByText(`AWS answered as account ${production.shown}.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check permissions' })).toBeVisible();
  await scanHere(page);
  await page.getByRole('button', { name: 'See the result' }).click();
  await expect(page).toHaveURL(new RegExp(`account=${production.account}`));
  await expect(page.getByRole('button', { name: /^Account: Production/ })).toBeVisible();
});

test('what is typed survives a session that ends, and sign-in leads back to the same step', async ({
  page,
}) => {
  await open(page, '/accounts/connect');
  await begin(page, 'Half dark');
  const address = page.url();
  await page.getByLabel('ARN of the role').fill(arnOf(dark.account));
  await page.context().clearCookies();

  await page.getByRole('button', { name: 'Test the connection' }).click();

  await expect(page.getByText('Your session has ended')).toBeVisible();
  await signIn(page);
  await expect(page).toHaveURL(address);
  await expect(page.getByLabel('ARN of the role')).toHaveValue(arnOf(dark.account));
});

test('AWS refuses half the calls: what was not answered is unknown and nothing of it is green', async ({
  page,
}) => {
  await open(page, '/accounts');
  await page.getByRole('button', { name: 'Go on connecting' }).click();
  const shown = page.locator('.connect-external bdi');
  const externalId = (await shown.textContent()) ?? '';
  roles = [...roles, { arn: arnOf(dark.account), asks: { externalId }, refuses }];
  await cloud.haveRoles(roles);
  await testRole(page, dark.account);
  await expect(page.getByText(`AWS answered as account ${dark.shown}.`)).toBeVisible();
  await scanHere(page);
  await expect(page.getByText(/readings were refused or late; they stay unknown/)).toBeVisible();
  await page.getByRole('button', { name: 'See the result' }).click();

  const treads = page.getByRole('list', { name: 'The seven first steps' }).getByRole('listitem');
  for (const at of [4, 5, 6]) await expect(treads.nth(at)).toContainText('Unknown');
  await expect(page.getByText('Could not be scored')).toBeVisible();
  await expect(page.getByText('cloudtrail:DescribeTrails', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'First steps' }).first().click();
  await expect(page.locator('#trail, #config, #guardduty').locator('.outcome-pass')).toHaveCount(0);
  await page.goto(
    `${cloud.origin}/findings?account=${dark.account}&outcome=pass&service=guardduty`,
  );
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const { findings } = (await (
    await page.request.get(
      `${cloud.origin}/api/findings?account=${dark.account}&outcome=pass&service=guardduty`,
    )
  ).json()) as { findings: unknown[] };
  expect(findings).toEqual([]);
});

test('all accounts stand side by side, the worst first, and each row opens its account', async ({
  page,
}) => {
  await open(page, '/');
  await page.getByRole('button', { name: /^Account: / }).click();

  await page.getByRole('menuitem', { name: 'All accounts' }).click();

  await expect(page.locator('.hero-number')).toHaveText(/\d\s*of 7 done in every account/);
  const rows = page.getByRole('rowheader');
  await expect(rows.first()).toContainText('Half dark');
  await expect(page.getByRole('link', { name: 'GuardDuty on: Unknown' })).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'GuardDuty on: Done' })).toHaveCount(2);
  await page.getByRole('link', { name: 'Production', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`account=${production.account}`));
  await page.goBack();
  await expect(page.locator('.hero-number')).toHaveText(/of 7 done in every account/);
});

test('a paused account is not scanned by anybody until it is resumed', async ({ page }) => {
  await open(page, '/accounts');
  const card = page.getByRole('region', { name: 'Production' });
  await card.getByRole('button', { name: 'More for Production' }).click();

  await page.getByRole('menuitem', { name: 'Pause' }).click();

  await expect(card.getByText('Paused: nothing scans it, no schedule either')).toBeVisible();
  await expect(card.getByRole('button', { name: 'Scan now: Production' })).toHaveCount(0);
  await page.goto(`${cloud.origin}/?account=${production.account}`);
  await page.getByRole('button', { name: 'Scan now' }).click();
  await expect(page.getByText('This connection is paused. Resume it, then scan.')).toBeVisible();
});

test('a connection is removed by its digits, and its history stays', async ({ page }) => {
  await open(page, '/accounts');
  await page.getByRole('button', { name: 'More for Production' }).click();
  await page.getByRole('menuitem', { name: 'Remove …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove Production' });
  await expect(dialog.getByText(/Lost for good: every scan/)).toBeVisible();
  const remove = dialog.getByRole('button', { name: 'Remove' });
  await expect(remove).toBeDisabled();

  await dialog
    .getByLabel(`Type the account id ${production.shown} to confirm`)
    .fill('777788889999');
  await remove.click();

  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Production' })).toHaveCount(0);
  await page.goto(`${cloud.origin}/?account=${production.account}`);
  await expect(page.locator('.hero-number')).toHaveText(/\d\s*of 7 done/);
});

test('the pages read in Japanese, on a phone too', async ({ page }) => {
  await open(page, '/');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [path, title] of [
    ['/accounts', /件の AWS アカウントを読み取っています$/],
    ['/accounts/connect', 'AWS アカウントを接続'],
    ['/?account=all', /すべてのアカウント/],
    ['/shared-responsibility', /クラウド自体は AWS が/],
  ] as const) {
    await page.goto(`${cloud.origin}${path}${path.includes('?') ? '&' : '?'}lang=ja`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(390);
  }
});
