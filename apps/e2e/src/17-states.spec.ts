import { expect, type Page } from '@playwright/test';
import { test } from './journey.ts';
import { at, setting } from './owner.ts';
import { violations } from './violations.ts';

test.use({ storageState: ({}, use) => use(setting('STATE')) });

/** Pages that show what the server knows, and would show nothing if nobody said why. */
const pages = [
  ...['/', '/first-steps', '/weekly', '/findings', '/regions', '/changes', '/checks'],
  ...['/reports', '/exceptions', '/answers', '/scans', '/accounts', '/team', '/audit-log'],
];

/** What stays as it is: who is signed in, and the texts. */
const kept = /\/api\/(?:session|status|catalogue|auth|events|profile)/;

type State = { status: number; code: string; says: RegExp };

const states: Readonly<Record<string, State>> = {
  failed: { status: 500, code: 'internal', says: /could not be loaded/ },
  forbidden: { status: 403, code: 'forbidden', says: /Your role does not allow this/ },
  'first-time': {
    status: 404,
    code: 'no-report',
    says: /Nothing read yet/,
  },
};

async function answerAlike(page: Page, { status, code }: State): Promise<void> {
  await page.route(
    (url) => url.pathname.startsWith('/api/') && !kept.test(url.pathname),
    (route) =>
      route.fulfill({
        status,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'about:blank', title: code, status, code, params: {} }),
      }),
  );
}

for (const [name, state] of Object.entries(states))
  test(`every page says so where its answer is: ${name}`, async ({ page }) => {
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(error.message));
    await answerAlike(page, state);

    const found: string[] = [];
    for (const path of pages) {
      await page.goto(at(path));
      await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
      const said = page.locator('#content').getByText(state.says).first();
      await said.waitFor({ timeout: 30_000 }).catch(() => found.push(`${path} says nothing of it`));
      for (const violation of await violations(page)) found.push(`${path} ${violation}`);
    }
    expect([...found, ...broken]).toEqual([]);
  });

test('every page keeps its shape while its answer is on the way', async ({ page }) => {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  await page.route(
    (url) => url.pathname.startsWith('/api/') && !kept.test(url.pathname),
    async (route) => {
      await opened;
      await route.abort();
    },
  );

  const found: string[] = [];
  for (const path of pages) {
    await page.goto(at(path));
    await expect(page.locator('#content [aria-busy=true]').first(), path).toBeAttached();
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    for (const violation of await violations(page)) found.push(`${path} ${violation}`);
  }
  open();
  expect(found).toEqual([]);
});

test('a page that cannot be drawn says so, and the frame around it leads on', async ({ page }) => {
  await page.route(
    (url) => url.pathname === '/api/finding-groups',
    (route) => route.fulfill({ contentType: 'application/json', body: '{"counts":{}}' }),
  );
  await page.goto(at('/findings'));

  await expect(page.getByRole('heading', { name: 'This page could not be shown' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Load the page again' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Regions', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Regions read/ })).toBeVisible();
});

test('a page without a frame that cannot be drawn says so in place of it', async ({ page }) => {
  const file = /\/assets\/join-page-[^/]+\.js$/;
  await page.route(file, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(at('/join#token=none'));

  await expect(page.getByRole('main').getByText('That is our fault.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.unroute(file);
  await page.getByRole('link', { name: 'Load the page again' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'This link no longer works' }),
  ).toBeVisible();
});

/** What a page never got before the connection was lost: its own file, its words, or the texts of checks. */
const missing: Readonly<Record<string, RegExp>> = {
  file: /\/assets\/regions-page-[^/]+\.js$/,
  words: /\/assets\/regions-[^/]+\.js$/,
  texts: /\/api\/catalogue$/,
};

for (const [what, file] of Object.entries(missing))
  test(`a page whose ${what} never came says that nobody answers, and comes by itself`, async ({
    page,
  }) => {
    const lost = (url: URL) => file.test(url.pathname) || url.pathname === '/api/status';
    await page.route(lost, (route) => route.abort('connectionrefused'));
    await page.goto(at('/regions'));

    const said = page.locator('#content').getByText('had not arrived when the connection was lost');
    await expect(said).toBeVisible();
    await expect(page.getByText('our fault')).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
    await page.unroute(lost);
    await expect(page.getByRole('heading', { level: 1, name: /Regions read/ })).toBeVisible();
  });

test('a page whose texts alone are cut off says so once, and is not loaded again and again', async ({
  page,
}) => {
  let loaded = 0;
  page.on('load', () => (loaded += 1));
  await page.route('**/api/catalogue', (route) => route.abort('connectionreset'));
  await page.goto(at('/checks'));

  const content = page.locator('#content');
  await expect(content.getByText('Check that it still runs')).toBeVisible();
  await expect(content.getByText('Ippo does not answer', { exact: true })).toHaveCount(0);
  await expect(content.getByRole('link', { name: 'Load the page again' })).toBeVisible();
  expect(loaded).toBe(1);
});

test('a browser without a network asks all the same: Ippo may run on its own machine', async ({
  page,
}) => {
  await page.goto(at('/'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('offline')));
  await page.getByRole('link', { name: 'Audit log', exact: true }).click();

  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible();
});

/** Answers that a page has beside its own, and the pages that wait for them. */
const besides: Readonly<Record<string, string[]>> = {
  catalogue: [...pages, '/shared-responsibility', '/checks/ct-enabled', '/preflight?target=demo'],
  session: ['/', '/accounts', '/audit-log', '/settings', '/team'],
  'settings/thresholds': ['/settings'],
  'audit/actors': ['/audit-log'],
  schedules: ['/accounts'],
};

test('no page waits without end for one answer that failed, nor asks for it again and again', async ({
  page,
}) => {
  for (const [answer, waiting] of Object.entries(besides)) {
    let asked = 0;
    await page.route(
      (url) => url.pathname === `/api/${answer}`,
      (route) => {
        asked += 1;
        return route.fulfill({ status: 500, contentType: 'application/json', body: '{}' });
      },
    );
    for (const path of waiting) {
      await page.goto(at(path));
      await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
      const waits = page.locator('#content').locator('[aria-busy=true], .skeleton');
      await expect(waits, `${path} without ${answer}`).toHaveCount(0);
      const before = asked;
      await page.evaluate(() => new Promise((later) => setTimeout(later, 300)));
      expect(asked, `${path} asks for ${answer} again and again`).toBe(before);
    }
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  }
});
