import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { clockPassword, startClockStack, type ClockStack } from './clock-stack.ts';
import { test } from './journey.ts';
import { violations } from './violations.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.use({ viewport: { width: 1440, height: 1100 } });

const begin = '2026-11-16T00:00:00Z';
/** The end of 22 November in Tokyo. */
const end = '2026-11-22T15:00:00Z';
const pictures = process.env.IPPO_PICTURES_OF_EXCEPTIONS;
let stack: ClockStack;
let time = begin;

test.beforeAll(async () => {
  stack = await startClockStack(begin);
});
test.afterAll(() => stack.stop());

/** Opens a page as somebody, at the time that it is on the server. */
async function open(page: Page, path: string, person = 'owner'): Promise<void> {
  const session = await page.request.get(`${stack.origin}/api/session`);
  if (session.status() === 401) {
    const data = { email: `${person}@example.com`, password: clockPassword };
    const headers = { origin: stack.origin };
    await page.request.post(`${stack.origin}/api/auth/sign-in/email`, { headers, data });
  }
  await page.addInitScript((now) => {
    const ahead = now - Date.now();
    globalThis.Date = class extends Date {
      constructor(...given: []) {
        super(...(given.length === 0 ? ([Date.now()] as unknown as []) : given));
      }
      static override now(): number {
        return super.now() + ahead;
      }
    } as DateConstructor;
  }, Date.parse(time));
  await page.goto(stack.origin + path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy=true], .skeleton')).toHaveCount(0);
}

async function scan(page: Page): Promise<void> {
  const headers = { origin: stack.origin };
  const started = await page.request.post(`${stack.origin}/api/scans`, {
    headers,
    data: { target: 'demo' },
  });
  const { id } = (await started.json()) as { id: string };
  await expect
    .poll(
      async () => {
        const found = await page.request.get(`${stack.origin}/api/scans/${id}`);
        return ((await found.json()) as { status: string }).status;
      },
      { timeout: 30_000 },
    )
    .toBe('complete');
}

/** A picture for whoever looks at the pages, where one is asked for. */
async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

test('a risk is accepted on its finding: counted first, marked after, still a fail', async ({
  page,
}) => {
  await open(page, '/');
  await scan(page);
  await open(page, '/');
  const before = await page.locator('.score-none, .score-number').first().innerText();
  await open(page, '/findings?outcome=fail&check=iam-user-mfa&group=off');
  await page.locator('.finding-told a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  const risk = page.getByRole('region', { name: 'Accept the risk' });
  await risk.getByRole('button', { name: 'Accept the risk' }).click();
  await expect(risk.getByText('It covers one fail.')).toBeVisible();
  await expect(risk.getByText(/It still counts as failed/)).toBeVisible();
  await risk.getByLabel('Everything of this check in the account').check();
  await expect(risk.getByText('It covers 2 fails.')).toBeVisible();
  await risk.getByLabel('Why it is accepted').fill('Soon.');
  await risk.getByRole('button', { name: /^Accept until/ }).click();
  await expect(risk.getByText('Say why, in at least 10 characters.')).toBeVisible();
  await risk.getByLabel('Why it is accepted').fill('Keys for everybody <b>arrive</b> in December.');
  await expect(risk.getByLabel('Whose risk it is')).toHaveValue('owner');
  await risk.getByLabel('Last day').fill('2026/11/22');
  await expect(risk.getByText(/Until the end of that day in Asia\/Tokyo/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await picture(page, 'accept-en');
  await risk.getByRole('button', { name: 'Accept until 22 Nov' }).click();

  await expect(risk.getByText(/Accepted until 22\sNov by owner/)).toBeVisible();
  await expect(page.locator('.verdict').getByText('accepted until 22 Nov')).toBeVisible();
  await expect(page.locator('.verdict').getByText('Fail', { exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await open(page, '/');
  await expect(page.locator('.score-none, .score-number').first()).toHaveText(before);
  await expect(page.getByText(/With accepted risks \(2 fails\) the range would be/)).toBeVisible();
  await picture(page, 'overview-en');
});

test('the list of exceptions opens exactly what it counts', async ({ page }) => {
  await open(page, '/exceptions');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'One risk is accepted until 22 Nov',
  );
  const row = page.locator('.exception');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('in 6 days');
  await expect(row).toContainText('Keys for everybody <b>arrive</b> in December.');
  await expect(row).toContainText('self-approved');
  expect(await violations(page)).toEqual([]);
  await picture(page, 'exceptions-en');
  await row.getByRole('link', { name: '2 fails' }).click();
  await expect(page.locator('.finding-told')).toContainText(/accepted until 22\sNov.*2 findings/s);
  await expect(page.getByText('Group what says the same')).toBeVisible();
});

test('a file goes out, and comes in only as a whole', async ({ page }) => {
  await open(page, '/exceptions');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export YAML' }).click();
  const yaml = await readFile(await (await saving).path(), 'utf8');
  expect(yaml).toContain('check: iam-user-mfa');
  const choose = page.getByLabel('Choose a file');
  const file = (text: string) => ({
    name: 'risks.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from(text),
  });

  await choose.setInputFiles(file(yaml));
  await expect(page.getByText('Nothing new in this file.')).toBeVisible();
  await choose.setInputFiles(file(yaml.replace(/reason: .*/, 'reason: short')));
  await expect(page.getByText('One line is wrong. Nothing was taken in.')).toBeVisible();
  await expect(page.getByText(/“reason” has a value that does not fit/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await picture(page, 'import-en');
  await choose.setInputFiles(file(yaml.replace('owner: owner', 'owner: infra-admin')));
  await page.getByRole('button', { name: 'Accept one risk' }).click();

  await expect(page.getByText('One exception was made.')).toBeVisible();
  await expect(page.locator('.exception')).toHaveCount(2);
  await expect(page.locator('.exception', { hasText: 'Owner: infra-admin' })).toHaveCount(1);
});

test('once a second person is needed, nothing holds before somebody else approves', async ({
  page,
  browser,
}) => {
  await open(page, '/exceptions');
  await page.getByText('A second person has to approve').click();
  await expect(page.getByText('Whoever asks cannot approve.')).toBeVisible();
  await open(page, '/findings?outcome=fail&check=ct-mgmt-events&group=off');
  await page.locator('.finding-told a').first().click();
  const risk = page.getByRole('region', { name: 'Accept the risk' });
  await risk.getByRole('button', { name: 'Accept the risk' }).click();
  await risk.getByLabel('Why it is accepted').fill('The trail is rebuilt this month.');
  await risk.getByRole('button', { name: 'Ask for approval' }).click();
  await expect(risk.getByText(/Nothing is accepted until somebody else/)).toBeVisible();
  await expect(page.locator('.exception-tag')).toHaveCount(0);
  await open(page, '/exceptions');
  await expect(page.getByText('Somebody else has to approve what you asked for.')).toBeVisible();

  const other = await browser.newPage({ locale: 'en-US', timezoneId: 'Asia/Tokyo' });
  await open(other, '/exceptions', 'operator');
  await other.getByRole('button', { name: /^Approve: / }).click();
  await expect(other.getByText('Approved. It holds from now on.')).toBeVisible();
  await expect(other.getByText(/asked by owner, approved by operator/)).toBeVisible();
  await other.close();
});

test('it can be ended early, and says who did that', async ({ page }) => {
  await open(page, '/exceptions');
  const row = page.locator('.exception', { hasText: 'Owner: infra-admin' });
  await row.getByRole('button', { name: /^End now: / }).click();
  await expect(row.getByText(/From now on this counts as not accepted/)).toBeVisible();
  await row.getByRole('button', { name: 'End now' }).click();

  await expect(row).toHaveCount(0);
  await page.getByRole('link', { name: /^Ended 1/ }).click();
  await expect(page.locator('.exception')).toHaveCount(1);
  await expect(page.locator('.exception')).toContainText(/ended .* by owner/);
});

test('everything is there in Japanese, in the dark and on a phone', async ({ page }) => {
  await open(page, '/exceptions?lang=ja');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '受容しているリスク：2 件（最初の期限は 11月22日）',
  );
  expect(await violations(page)).toEqual([]);
  await picture(page, 'exceptions-ja');
  await open(page, '/answers');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^回答待ちの質問：\d+\s件$/);
  expect(await violations(page)).toEqual([]);
  await picture(page, 'answers-ja');

  await page.addInitScript(() => localStorage.setItem('ippo.theme', 'dark'));
  await open(page, '/exceptions');
  expect(await violations(page)).toEqual([]);
  await picture(page, 'exceptions-ja-dark');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/exceptions', '/answers']) {
    await open(page, path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(390);
    expect(await violations(page)).toEqual([]);
    await picture(page, `${path.slice(1)}-ja-dark-390`);
  }
});

test('a question is answered where all of them stand', async ({ page }) => {
  await open(page, '/answers?lang=en');
  const open1 = await page.getByRole('heading', { level: 1 }).innerText();
  const first = page.locator('.account-question').first();
  await first.getByRole('button', { name: /^Yes: / }).click();

  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(open1);
  await page.getByRole('link', { name: /^Answered 1/ }).click();
  await expect(page.locator('.account-question')).toHaveCount(1);
  await expect(page.locator('.account-question')).toContainText('by owner');
  expect(await violations(page)).toEqual([]);
  await open(page, '/answers');
  await picture(page, 'answers-en');
});

test('after its last day it has expired, and the finding has returned by itself', async ({
  page,
}) => {
  time = end;
  await stack.moveTo(end);
  await open(page, '/findings?exception=expired&check=iam-user-mfa&group=off');
  await expect(page.locator('.exception-tag-expired')).toHaveCount(2);
  await page.locator('.finding-told a').first().click();
  const risk = page.getByRole('region', { name: 'Accept the risk' });
  await expect(risk.getByText(/Was accepted until 22\sNov by owner/)).toBeVisible();
  await expect(risk.getByRole('button', { name: 'Accept the risk' })).toBeVisible();

  await open(page, '/exceptions?state=expired');

  await expect(page.locator('.exception')).toHaveCount(1);
  await expect(page.locator('.exception')).toContainText('has returned since');
  await picture(page, 'expired-en');
  await page.getByRole('button', { name: /^Extend: / }).click();
  await expect(page.getByText('It covers 2 fails.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
