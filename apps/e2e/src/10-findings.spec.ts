import { expect, type Page } from '@playwright/test';
import { test } from './journey.ts';
import { at, openPage, setting } from './owner.ts';
import { violations } from './violations.ts';

test.use({ storageState: ({}, use) => use(setting('STATE')) });

function rows(page: Page) {
  // With groups that open it is a grid of a tree.
  const list = page.getByRole('table', { name: 'Findings' });
  return list.or(page.getByRole('treegrid', { name: 'Findings' })).locator('tbody tr');
}

test('a finding is triaged to its fix, read again, and its history says what came of it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page, '/findings');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('19 findings to do');
  await expect(rows(page).first()).toContainText('High');

  await rows(page)
    .filter({ hasText: 'Trail for all' })
    .getByRole('link', { name: /^A multi-Region trail exists/ })
    .click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^A multi-Region trail exists, but it is not logging/,
  );
  await expect(page.getByText('Line 2 decides: IsLogging = false')).toBeVisible();
  await expect(page.locator('.code-line-marked')).toContainText('"IsLogging": false');
  await expect(page.getByText('An organization policy (SCP) forbids').first()).toBeVisible();
  await page.getByRole('tab', { name: 'AWS CLI' }).click();
  await page.getByRole('tabpanel').getByRole('button', { name: 'Copy' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'aws cloudtrail start-logging',
  );

  const address = page.url();
  await page.getByRole('button', { name: 'Read again now' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^Scan complete/ })).toBeVisible({
    timeout: 30_000,
  });
  await page.goto(address);

  const history = page.locator('.spans li');
  await expect(history).toHaveCount(1);
  await expect(history.first()).toContainText('until now');
  await expect(page.getByText('No change in the scans kept.')).toBeVisible();
});

test('a filter stands in the address, and the back button and a shared link bring it back', async ({
  page,
}) => {
  await openPage(page, '/findings');
  const filter = page.getByRole('combobox', { name: 'Filter findings by property or resource' });
  await page.getByRole('link', { name: 'Unknown', exact: true }).click();
  await expect(page).toHaveURL(/\/findings\?(?:.*&)?outcome=unknown/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^\d+ findings could not be read$/,
  );

  await filter.fill('trail-that-is-not');
  await filter.press('Enter');
  await expect(page).toHaveURL(/resource=trail-that-is-not/);
  await expect(
    page.getByText('No finding matches Result = Unknown, Resource contains “trail-that-is-not”'),
  ).toBeVisible();

  await page.goBack();
  await expect(page).not.toHaveURL(/resource=/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/could not be read$/);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('19 findings to do');

  await openPage(page, '/findings?outcome=fail&region=ap-northeast-3&severity=high');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('button', { name: /Result = Fail/ }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Clear filter' }).click();
  await expect(page).toHaveURL(/set=all/);
});

test('sorting and the second page stand in the address, and the server does both', async ({
  page,
}) => {
  await openPage(page, '/findings?set=all&group=off');
  await expect(rows(page)).toHaveCount(50);
  const first = await rows(page).first().innerText();

  await page.getByRole('button', { name: 'Next page' }).click();

  await expect(page).toHaveURL(/cursor=/);
  await expect(page.getByText(/^51 to 100 of \d+$/)).toBeVisible();
  expect(await rows(page).first().innerText()).not.toBe(first);
  await page.getByRole('button', { name: 'Where', exact: true }).click();
  await expect(page).toHaveURL(/sort=region/);
  await expect(page).not.toHaveURL(/cursor=/);
});

test('findings that say the same are one line, which opens to its places', async ({ page }) => {
  await openPage(page, '/findings');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('19 findings to do');
  const group = rows(page).filter({ hasText: 'The user has a console password and no MFA.' });
  await expect(group).toHaveCount(1);
  await expect(group).toContainText('2 findings');
  await group.getByRole('button', { name: /^Show the places of: The user has a console/ }).click();

  await expect(group).toHaveCount(3);
  expect(await violations(page)).toEqual([]);
  await group.first().getByRole('checkbox').check();
  await expect(page.getByRole('heading', { level: 2, name: /To do \(2\/19\)/ })).toBeVisible();
  await group.nth(1).getByRole('checkbox').uncheck();
  await expect(page.getByRole('heading', { level: 2, name: /To do \(1\/19\)/ })).toBeVisible();
  await expect(group.first().getByRole('checkbox')).not.toBeChecked();

  await page.getByText('Group what says the same').click();
  await expect(page).toHaveURL(/group=off/);
  await expect(rows(page)).toHaveCount(19);
  await page.getByRole('link', { name: 'Unknown', exact: true }).click();
  await expect(page).toHaveURL(/group=off/);
});

test('a filter names a framework or one of its requirements', async ({ page }) => {
  await openPage(page, '/findings?framework=security-hub:GuardDuty.1&outcome=fail&group=off');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('Osaka');
  await expect(page.getByRole('button', { name: /Framework = .*GuardDuty\.1/ })).toBeVisible();
});

test('what is blocked leads to its cause at the same place', async ({ page }) => {
  await openPage(page, '/findings?outcome=blocked&check=gd-findings');
  await rows(page).getByRole('link').first().click();

  await page.getByRole('link', { name: 'GuardDuty is on in every Region' }).first().click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'GuardDuty is off: there is no detector.',
  );
  await expect(page.locator('.verdict-ids')).toContainText('Osaka ap-northeast-3');
});

test('what could not be read says what would open it, and is never called a pass', async ({
  page,
}) => {
  await openPage(page, '/findings?outcome=unknown&check=cfg-recording&region=eu-north-1');
  await rows(page).getByRole('link').first().click();

  await expect(page.locator('.verdict .pill')).toHaveText('Unknown');
  await expect(page.getByRole('heading', { name: 'How to make it readable' })).toBeVisible();
  await expect(page.getByText('Ask whoever runs the organization').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'How to fix it' })).toHaveCount(0);
});

test('keys alone: to the list, along its rows, into a finding, and its link', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page, '/');
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await expect(page.getByText(/^19 findings in \d+ groups$/)).toBeVisible();

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(rows(page).nth(1).getByRole('link')).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('c');
  const link = await rows(page).first().getByRole('link').getAttribute('href');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(at(link ?? ''));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(at(link ?? ''));

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  const works = page.getByLabel('Single keys work in this browser');
  await works.press('Space');
  await expect(works).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0);
});

test('search opens what is chosen, and says so where nothing is found', async ({ page }) => {
  await openPage(page, '/first-steps');
  await expect(
    page.getByRole('button', { name: 'Search checks, findings, resources' }),
  ).toBeVisible();

  await page.keyboard.press('/');
  const search = page.getByRole('combobox', { name: 'Search checks, findings, resources' });
  await expect(search).toBeFocused();
  await search.fill('no such thing');
  await expect(page.getByText('Nothing of the newest report holds “no such thing”')).toBeVisible();
  await search.fill('osaka detector');
  await expect(page.getByRole('option', { name: /GuardDuty is off/ })).toBeVisible();
  await search.press('Enter');

  await expect(page).toHaveURL(/\/findings\/[0-9a-f]{64}/);
  await expect(page.locator('.verdict-ids')).toContainText('Osaka ap-northeast-3');
});

test('the matrix is one tab stop; the arrow keys move, Enter opens, Escape comes back', async ({
  page,
}) => {
  await openPage(page, '/regions');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('13 of 17 Regions read');
  const cell = page.getByRole('link', { name: /^Osaka, GuardDuty on: Fail$/ });
  await expect(page.locator('.matrix .cell[tabindex="0"]')).toHaveCount(1);
  await cell.focus();
  await expect(page.locator('.matrix-strip')).toContainText('GuardDuty is off');

  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('link', { name: /^Osaka, Protection plans: / })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(cell).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/\/findings\/[0-9a-f]{64}/);
  await expect(page.locator('.verdict')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/regions/);
  await expect(cell).toBeFocused();
  await expect(page.getByText(/fails in 10 of 12 Regions that could be judged/)).toBeVisible();
});

test('a page pinned to a scan says so, keeps it along links, and leads back', async ({ page }) => {
  const { scans } = (await (await page.request.get(at('/api/scans'))).json()) as {
    scans: { id: string; status: string }[];
  };
  const oldest = scans.findLast(({ status }) => status === 'complete');
  await openPage(page, `/?scan=${oldest?.id}`);
  await expect(page.getByText(/^As of the scan of /)).toBeVisible();

  await page.getByRole('link', { name: 'First steps', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`scan=${oldest?.id}`));
  await page.getByRole('button', { name: 'Show the newest' }).click();

  await expect(page).not.toHaveURL(/scan=/);
  await expect(page.getByText(/^As of the scan of /)).toHaveCount(0);
});

for (const theme of ['light', 'dark'])
  test(`findings read in Japanese on a phone (${theme})`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript((one) => localStorage.setItem('ippo.theme', one), theme);
    await openPage(page, '/findings?lang=ja');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('対処が必要な検出事項：19 件');
    await expect(page.getByRole('table')).toHaveCount(0);
    expect(await violations(page)).toEqual([]);

    await page.locator('.finding-cards a').first().click();

    await expect(page.locator('.verdict')).toBeVisible();
    await expect(page.locator('#content')).toContainText('行目で判断');
    const text = await page.locator('#content').innerText();
    expect(text.match(/(?:\b[A-Za-z][a-z']+ ){3,}[a-z]+\b/g) ?? []).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    expect(await violations(page)).toEqual([]);
  });
