import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from './journey.ts';
import { at, openPage, setting } from './owner.ts';

test.use({ storageState: ({}, use) => use(setting('STATE')) });

type Table = { table: string; notice: string; filter: object; rows: object[]; count: number };

/** Chooses a format of the page's export, and reads the file that the browser saved. */
async function exported(page: Page, format: string): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export/ }).click();
  await page.getByRole('menuitem', { name: format }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('what a filter shows can be taken away, and the audit log tells who took it', async ({
  page,
}) => {
  await openPage(page, '/checks?outcome=fail');
  const shown = await page.locator('table.rows tbody tr').count();

  const json = await exported(page, 'JSON');
  const csv = await exported(page, 'CSV');

  const body = JSON.parse(json.text) as Table;
  expect(body).toMatchObject({ table: 'checks', count: shown, filter: { outcome: 'fail' } });
  expect(body.notice).toContain('made up');
  expect(json.name).toMatch(/^ippo-checks-\d{12}-\d{4}-\d\d-\d\d-simulated\.json$/);
  expect(csv.text).toMatch(/^\uFEFF"Source of the data","Check id",/);
  expect(csv.text.trimEnd().split('\r\n')).toHaveLength(shown + 1);

  await openPage(page, '/audit-log?action=table.exported');

  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nothing was altered since');
  const rows = page.locator('table.rows tbody tr');
  await expect(rows.nth(0)).toContainText('csv');
  await expect(rows.nth(1)).toContainText('json');
  await expect(rows.nth(1)).toContainText(/[0-9a-f]{64}/);
});

test('two scans are compared by their address, and the scan says what it brought', async ({
  page,
}) => {
  const started = await page.request.post(at('/api/scans'), {
    headers: { origin: setting('BASE') },
    data: { target: 'demo' },
  });
  const { id } = (await started.json()) as { id: string };
  await expect
    .poll(
      async () =>
        ((await (await page.request.get(at(`/api/scans/${id}`))).json()) as { status: string })
          .status,
      {
        timeout: 60_000,
      },
    )
    .toBe('complete');

  await openPage(page, `/scans/${id}`);
  await page.getByRole('link', { name: 'All changes' }).click();

  await expect(page).toHaveURL(/\/changes\?from=[\w-]+&to=[\w-]+/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/changed|worse/);
  const address = page.url();
  await page.goto(at('/scans'));
  await page.goBack();
  expect(page.url()).toBe(address);

  await openPage(page, '/scans');
  const boxes = page.getByRole('checkbox');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page).toHaveURL(/\/changes\?from=/);
});

test('the audit log is narrowed by its address and by hand, and can be verified', async ({
  page,
}) => {
  await openPage(page, '/audit-log?action=scan.started');
  for (const row of await page.locator('table.rows tbody tr').all())
    await expect(row).toContainText('Scan started');

  await page.getByRole('button', { name: 'Clear filter' }).click();
  await page.getByRole('button', { name: 'Verify' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nothing was altered since');
  await expect(page).toHaveURL(/\/audit-log$/);
});
