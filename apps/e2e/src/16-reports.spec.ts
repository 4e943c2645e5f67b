import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Browser, type Page } from '@playwright/test';
import { test } from './journey.ts';
import { at, openPage, setting } from './owner.ts';

const auditor = {
  name: '監査 花子',
  email: 'hanako@example.com',
  password: 'a long enough sentence',
};

test.describe.configure({ mode: 'serial' });

type File = { name: string; bytes: Buffer; sha256: string };

/** An auditor of the demo's account, who joined by a link. */
async function joined(browser: Browser, page: Page): Promise<void> {
  const owners = await browser.newContext({ storageState: setting('STATE') });
  const access = { role: 'auditor', accounts: ['111122223333'], until: '2099-12-31T00:00:00Z' };
  const invited = await owners.request.post(at('/api/team/invites'), {
    headers: { origin: setting('BASE') },
    data: { email: auditor.email, access },
  });
  const { link } = (await invited.json()) as { link: string };
  await owners.close();
  await page.goto(link);
  await page.getByLabel('Name').fill(auditor.name);
  await page.getByLabel('Password').fill(auditor.password);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
}

/** Presses a button and takes the file that the browser saves. */
async function made(page: Page, button: string): Promise<File> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await coming;
  const bytes = await readFile(await download.path());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: download.suggestedFilename(), bytes, sha256 };
}

async function verdictOf(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
}

test('an auditor makes a Japanese PDF and a pack while the page is English, and checks both', async ({
  browser,
  page,
}) => {
  await joined(browser, page);

  // From the overview to the page of reports: the page is English, the report is not.
  await page.getByRole('button', { name: 'Create report' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Create a report' })).toBeVisible();
  await expect(page.getByText(/^\d+ results$/)).toBeVisible();
  await page.getByRole('radio', { name: /^PDF/ }).check();
  await page.getByRole('radio', { name: '日本語' }).check();
  await page.getByRole('button', { name: 'What the auditor fills in' }).click();
  await page.getByLabel('Prepared by').fill(auditor.name);
  await expect(page.getByRole('img', { name: /^Page 2 of the report/ })).toBeVisible();
  await expect(page).toHaveURL(/format=pdf.*language=ja/);

  const pdf = await made(page, 'Create PDF');
  expect(pdf.name).toMatch(/^ippo-.*1111-2222-3333-\d{4}-\d\d-\d\d-.*simulated\.pdf$/);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.bytes.includes('/Lang (ja')).toBe(true);
  await expect(page.getByText('This SHA-256 is in the record below.')).toBeVisible();
  await expect(page.getByText(pdf.sha256)).toBeVisible();

  await page.getByRole('radio', { name: /^Evidence pack/ }).check();
  const pack = await made(page, 'Create evidence pack');
  expect(pack.name).toMatch(/-simulated\.pack\.zip$/);
  const rows = page.locator('table.made-reports tbody tr');
  await expect(rows.nth(0).locator('code')).toHaveAttribute('title', pack.sha256);
  await expect(rows.nth(1).locator('code')).toHaveAttribute('title', pdf.sha256);
  await expect(rows.nth(0)).toContainText(auditor.name);
  await expect(rows.nth(0)).toContainText('日本語');

  // The pack is as it was signed, by a key that is known here.
  await page.getByRole('button', { name: 'Verify a report' }).click();
  await expect(page.getByText('it is not uploaded')).toBeVisible();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url());
  });
  await verdictOf(page, pack.name, pack.bytes);
  await expect(page.getByText('Nothing in this pack was altered')).toBeVisible();
  await expect(page.getByText('in use here')).toBeVisible();
  await expect(page.getByText(/Its SHA-256 is in the record: made by 監査 花子/)).toBeVisible();

  // One byte of one file is another one: which file it is, is said.
  const altered = Buffer.from(pack.bytes);
  const place = altered.indexOf('ippo-scans-1');
  altered[place] = (altered[place] ?? 0) ^ 1;
  await verdictOf(page, pack.name, altered);
  await expect(page.getByText('This pack is not as it was signed')).toBeVisible();
  const wrong = page.getByRole('row').filter({ hasText: 'Altered: its SHA-256 is' });
  await expect(wrong).toHaveCount(1);
  await expect(wrong).toContainText('scans.json');

  // Any other file that was made here is in the record, and one that was not is not.
  await verdictOf(page, pdf.name, pdf.bytes);
  await expect(page.getByText('This file was made here')).toBeVisible();
  await verdictOf(page, pdf.name, Buffer.concat([pdf.bytes, Buffer.from(' ')]));
  await expect(page.getByText('This SHA-256 is not in the record').first()).toBeVisible();
  await verdictOf(page, 'bomb.zip', Buffer.concat([Buffer.from('PK\u0003\u0004'), altered]));
  await expect(page.getByText('This pack is not as it was signed')).toBeVisible();
  expect(sent).toEqual([]);
});

test('the owner sees in the audit log what the auditor made', async ({ browser }) => {
  const context = await browser.newContext({ storageState: setting('STATE') });
  const page = await context.newPage();

  await openPage(page, '/audit-log?action=report.made');

  const rows = page.locator('table.rows tbody tr');
  await expect(rows.nth(0)).toContainText('Report made');
  await expect(rows.nth(0)).toContainText(auditor.name);
  await expect(rows.nth(0)).toContainText('pack');
  await context.close();
});

test('a period without a scan, and a cover that is too long, are said before anything is made', async ({
  browser,
}) => {
  const context = await browser.newContext({ storageState: setting('STATE') });
  const page = await context.newPage();

  await openPage(page, '/reports?format=json&from=2020-01-01&to=2020-01-31');
  await expect(page.getByText('No scan was completed in this period.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create JSON' })).toBeDisabled();
  await context.close();
});
