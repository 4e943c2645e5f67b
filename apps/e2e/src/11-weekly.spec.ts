import { expect, type Page } from '@playwright/test';
import { test } from './journey.ts';
import { owner, signIn } from './owner.ts';
import { violations } from './violations.ts';
import { startWeeksStack, type WeeksStack } from './weeks-stack.ts';

const seedWithin = 180_000;
let stack: WeeksStack;

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${stack.origin}/sign-in`);
  await signIn(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.goto(stack.origin + path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy=true], .skeleton')).toHaveCount(0);
}

/** Pages of the PDF that the browser would print. */
async function printedPages(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Of all that can be scrolled to, on a screen that is 900 px high. */
async function height(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight);
}

test.describe('the weekly review', () => {
  test.beforeAll(async () => {
    test.setTimeout(seedWithin);
    stack = await startWeeksStack('good');
  });
  test.afterAll(() => stack.stop());

  test('a founder sees what is true, reviews the week with a note, and takes it back', async ({
    page,
  }) => {
    await open(page, '/weekly');

    await expect(page).toHaveURL(/\/weekly\/20\d\d-W\d\d$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'One step back: CloudTrail has stopped recording.',
    );
    await expect(page).toHaveTitle(/^One step back: CloudTrail .* – 111122223333 – Ippo$/);
    const figures = page.getByRole('region', { name: 'Then and now' });
    await expect(figures).toContainText(/5.*→.*4.*of 7/);
    await expect(figures).toContainText('All 17 answered');
    await expect(page.getByText('5 places in order: Every IAM user')).toBeVisible();
    await expect(page.getByRole('navigation').getByText('New', { exact: true })).toBeVisible();
    const next = page.getByRole('region', { name: 'The one next step' });
    await expect(next.getByText('5 minutes')).toBeVisible();
    expect(await page.evaluate(() => document.querySelectorAll('h1').length)).toBe(1);
    expect(await violations(page)).toEqual([]);

    await page.getByLabel('Note (optional)').fill('Turn it on again.\n<b>Today.</b>');
    await page.getByRole('button', { name: 'Mark as reviewed' }).click();
    await expect(page.locator('.week-reviewed')).toContainText(`Reviewed by ${owner.name}`);
    await expect(page.getByText('<b>Today.</b>')).toBeVisible();
    await expect(page.getByRole('navigation').getByText('New', { exact: true })).toHaveCount(0);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('button', { name: 'Mark as reviewed' })).toBeVisible();
  });

  test('the overview says how far it fell and since when, and a step that is done says why', async ({
    page,
  }) => {
    await open(page, '/');

    await expect(page.locator('.hero-number')).toHaveText(/4\s*of 7 done\s*▼ 1 worse since \d+/);
    await expect(page.locator('.score-number')).toHaveText(/▼ 49 worse since \d+/);
    const osaka = page.getByRole('row', { name: /GuardDuty is off/ });
    await expect(osaka).toContainText(/\d+\s[A-Z][a-z]{2}\s*\d+ days ago/);
    await page.goto(`${stack.origin}/first-steps`);
    await expect(page.locator('#config')).toContainText('In every enabled Region');
    await expect(page.locator('#config')).not.toContainText('is not enabled');
  });

  test('past weeks say who looked, which were missed, and which had no scan', async ({ page }) => {
    await open(page, '/weekly');
    const past = page.getByRole('region', { name: 'Reviews' });

    await expect(past.getByRole('listitem')).toHaveCount(12);
    await expect(past.getByRole('link', { name: /: Missed$/ })).toHaveCount(2);
    await expect(past.getByRole('link', { name: /: No scan$/ })).toHaveCount(2);
    await expect(past.getByText('2 weeks missed')).toBeVisible();
    await past
      .getByRole('link', { name: /: No scan$/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing was read this week.');
    await expect(page.getByText('Without a scan there is nothing to review.')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'The week before' }).click();
    await expect(page.locator('.week-reviewed')).toContainText(`Reviewed by ${owner.name}`);
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing was read this week.');
  });

  for (const language of ['en', 'ja'])
    test(`fits one screen, and prints on one page (${language})`, async ({ page }) => {
      await open(page, `/weekly?lang=${language}`);

      expect(await height(page)).toBeLessThanOrEqual(900);
      expect(await printedPages(page)).toBe(1);
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('#top-bar')).toBeHidden();
      await expect(page.locator('.week button:visible')).toHaveCount(0);
      await expect(page.getByText(/SHA-256 [0-9a-f]{64}/)).toBeVisible();
      await expect(page.locator('.week-signature')).toBeVisible();
      await expect(page.locator('.week .trend')).toBeVisible();
    });

  test('reads in Japanese on a phone, and nothing is wider than it', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, '/weekly?lang=ja');

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      '一歩後退。CloudTrail の記録が止まっています。',
    );
    await expect(page.getByRole('button', { name: '確認済みにする' })).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    expect(await violations(page)).toEqual([]);
  });

  test('a week that does not exist is not found', async ({ page }) => {
    await open(page, '/weekly/2027-W53');

    await expect(page.getByText('There is nothing at this address')).toBeVisible();
  });

  test('the overview draws twelve weeks, or all of it, and tells them as a table', async ({
    page,
  }) => {
    await open(page, '/');
    const chart = page.getByRole('img', { name: /days with a scan\..*First steps 4 → 4\./ });
    await expect(chart).toBeVisible();
    await expect(chart.getByText('▼ Trail in every Region')).toBeVisible();
    await expect(chart.getByText('▲ Root user has MFA')).toBeVisible();

    await page.getByRole('button', { name: 'Show as table' }).click();
    await expect(
      page.getByRole('row').filter({ hasText: '▼ Trail in every Region' }),
    ).toBeVisible();
    await page.getByRole('link', { name: '400 days' }).click();

    await expect(page).toHaveURL(/\?trend=400$/);
    await expect(page.getByRole('heading', { name: '400 days' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
});

test.describe('after a bad week', () => {
  test.beforeAll(async () => {
    test.setTimeout(seedWithin);
    stack = await startWeeksStack('bad');
  });
  test.afterAll(() => stack.stop());

  test('an incident and lost sight stand above everything, and lead to what opens them', async ({
    page,
  }) => {
    await open(page, '/');

    await expect(page.getByText('GuardDuty reports 1 serious threat: Tokyo')).toBeVisible();
    await expect(page.getByText(/^4 Regions no longer answer: /)).toBeVisible();
    await expect(page.getByText('2 critical checks can no longer be judged')).toBeVisible();
    await expect(page.getByText('We could see less than in the scan before')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${stack.origin}/weekly`);
    await page.getByRole('link', { name: 'See what to do' }).click();
    await expect(page).toHaveURL(/\/checks\/gd-findings$/);
  });

  for (const language of ['en', 'ja'])
    test(`even then the weekly review is one screen and one printed page (${language})`, async ({
      page,
    }) => {
      await open(page, `/weekly?lang=${language}`);
      const alerts = page.locator('.week-alerts').getByRole('listitem');

      await expect(alerts).toHaveCount(2);
      await expect(alerts.last()).toContainText(
        language === 'en'
          ? /2 critical checks can no longer be judged: .* 4 Regions no longer answer: .* 15 of 25 checks/
          : /重大なチェック 2\s件を評価できなくなりました：.* 4 リージョンから応答が.* 25\s件中 15\s件/,
      );
      await expect(page.locator('.week-support')).toHaveText(
        language === 'en' ? /^9 checks can no longer be judged/ : /^9\s件のチェックを評価できなく/,
      );
      await expect(page.getByRole('button', { name: /Mark as reviewed|確認済み/ })).toBeVisible();
      expect(await height(page)).toBeLessThanOrEqual(900);
      expect(await printedPages(page)).toBe(1);
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      await expect(alerts.first()).toBeVisible();
    });
});
