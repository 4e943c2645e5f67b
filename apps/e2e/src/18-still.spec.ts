import { expect, test, type Page } from '@playwright/test';
import { signIn } from './owner.ts';
import { movedPages } from './still.ts';
import { startWeeksStack, type WeeksStack } from './weeks-stack.ts';

// A film of every page side by side takes the frames that are measured here.
test.use({ trace: 'off' });

let stack: WeeksStack;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  stack = await startWeeksStack('bad');
});
test.afterAll(() => stack.stop());

async function answerOf(page: Page, path: string) {
  return (await page.request.get(`${stack.origin}/api/${path}`)).json();
}

test('nothing moves under a reader, whichever answer comes last', async ({ page }) => {
  test.setTimeout(900_000);
  await page.goto(`${stack.origin}/sign-in`);
  await signIn(page);
  await expect(page.getByRole('heading', { level: 2, name: 'Posture score' })).toBeVisible();
  const { scans } = await answerOf(page, 'scans');
  const { findings } = await answerOf(page, 'findings?outcome=fail');
  const [last, before] = scans;
  const often = ['/', '/weekly', '/accounts', '/audit-log', `/scans/${last.id}`];
  const others = [
    ...['/first-steps', '/findings', `/findings/${findings[0].fingerprint}`, '/regions'],
    ...[`/changes?from=${before.id}&to=${last.id}`, '/reports', '/reports/verify', '/answers'],
    ...['/exceptions', '/scans', '/team', '/accounts/connect', '/settings', '/profile'],
    ...['/checks', '/checks/ct-enabled', '/shared-responsibility', '/start'],
    '/preflight?target=demo',
  ];

  // Every day those that have moved before; the whole gate tries all of them.
  const addresses = process.env.CI === undefined ? often : [...often, ...others];
  await page.goto('about:blank');
  const moved = await movedPages(page.context(), stack.origin, addresses);

  expect(moved).toEqual([]);
});
