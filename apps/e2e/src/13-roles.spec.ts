import { expect, type Browser, type Page } from '@playwright/test';
import { test } from './journey.ts';
import { at, openPage, signIn } from './owner.ts';

const password = 'a long enough sentence';

let addresses = 0;
/** Tries at passwords are counted by address: each browser comes from one of its own. */
function fromElsewhere() {
  addresses += 1;
  return { 'x-forwarded-for': `10.14.0.${addresses}` };
}

async function newPage(browser: Browser): Promise<Page> {
  return (await browser.newContext({ extraHTTPHeaders: fromElsewhere() })).newPage();
}

/** A person of a role, invited by the owner and signed in by the link. */
async function joined(browser: Browser, role: 'Operator' | 'Viewer'): Promise<Page> {
  const owners = await newPage(browser);
  await owners.goto(at('/sign-in'));
  await signIn(owners);
  await expect(owners.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await openPage(owners, '/team');
  await owners.getByRole('button', { name: 'Invite somebody' }).click();
  await owners.getByLabel('E-mail').fill(`${role.toLowerCase()}@example.com`);
  await owners.getByRole('radio', { name: new RegExp(`^${role}`) }).check();
  await owners.getByRole('button', { name: 'Make the invitation' }).click();
  const link = (await owners.locator('code.secret').textContent()) ?? '';
  await owners.context().close();
  const page = await newPage(browser);
  await page.goto(link);
  await expect(page.getByText(`You are invited as ${role}.`)).toBeVisible();
  await page.getByLabel('Name').fill(`The ${role}`);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('button', { name: `Signed in as The ${role}` })).toBeVisible();
  await expect(page.locator('.hero-number')).toBeVisible();
  return page;
}

async function failedFinding(page: Page): Promise<void> {
  await openPage(page, '/findings?outcome=fail&group=off');
  const rows = page.getByRole('table', { name: 'Findings' }).locator('tbody tr');
  await rows.getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'How to fix it' })).toBeVisible();
}

test('an operator scans, answers and accepts risks, and sets nothing', async ({ browser }) => {
  const page = await joined(browser, 'Operator');
  await expect(page.getByRole('link', { name: 'Accounts', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Team', exact: true })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Audit log', exact: true })).toHaveCount(0);

  await openPage(page, '/accounts');
  await page.getByRole('button', { name: /^Scan .*demo/i }).click();
  await expect(page).toHaveURL(/\/scans\/.+/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/complete/i, {
    timeout: 60_000,
  });

  await failedFinding(page);
  await expect(page.getByRole('button', { name: 'Read again now' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Accept the risk' })).toBeVisible();
  await openPage(page, '/answers');
  await expect(page.getByRole('button', { name: /^Yes/ }).first()).toBeVisible();

  await openPage(page, '/settings');
  await expect(
    page.getByText('Only owners change this. Your role is Operator.').first(),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /^Save|^Change the schedule/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Confirm as closed/ })).toHaveCount(0);
  for (const [path, words] of [
    ['/team', 'Only owners see and change the team.'],
    ['/audit-log', /owners/],
    ['/accounts/connect', /Your role/],
  ] as const) {
    await openPage(page, path);
    await expect(page.getByText(words).first()).toBeVisible();
  }
  await page.context().close();
});

test('a viewer reads every page and finds nothing to press that changes something', async ({
  browser,
}) => {
  const page = await joined(browser, 'Viewer');
  const pages = [
    '/',
    '/first-steps',
    '/weekly',
    '/findings',
    '/regions',
    '/changes',
    '/exceptions',
  ];
  for (const path of [...pages, '/answers', '/scans', '/accounts', '/checks', '/settings']) {
    await openPage(page, path);
    const changing = /^(?:Scan|Read again|Accept|Mark as reviewed|Yes|No|Save|Cancel the scan)\b/;
    await expect(page.getByRole('button', { name: changing }), path).toHaveCount(0);
    await expect(page.getByRole('alert'), path).toHaveCount(0);
  }
  await failedFinding(page);
  await expect(page.getByRole('button', { name: /Accept|Read again/ })).toHaveCount(0);
  await openPage(page, '/accounts');
  await expect(page.locator('#content').getByText('1111-2222-3333').first()).toBeVisible();
  await expect(page.getByText(/external id/i)).toHaveCount(0);
  await page.context().close();
});
