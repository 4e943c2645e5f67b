import { preflightWithChecksSchema } from '@ippo/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestInstall, worldTarget, type TestInstall } from '../../testing/test-install.ts';

let install: TestInstall;
beforeAll(async () => {
  install = await openTestInstall({ openTarget: worldTarget('reseller-member') });
});
afterAll(() => install.close());

it('names each permission, and the checks that stay unknown without it', async () => {
  const owner = await install.signIn('owner');

  const answer = await install.send('get', '/api/preflight?target=demo', owner);

  const found = preflightWithChecksSchema.parse(answer.body);
  const listing = found.permissions.find(({ action }) => action === 'organizations:ListAccounts');
  expect(answer.status).toBe(200);
  expect(listing).toMatchObject({
    result: 'refused',
    checks: expect.arrayContaining(['org-multi-account']),
  });
});
