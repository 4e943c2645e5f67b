import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { worldTarget } from '../testing/test-install.ts';
import { everyRoute, type Route } from '../testing/contract-routes.ts';
import { addSignedIn, addTestPerson, after, signInAs, type TestPerson } from '../testing/people.ts';
import { openTestInstall, type TestInstall } from '../testing/test-install.ts';

const foreign = '999999999999';

let install: TestInstall;
let owner: TestPerson;
let auditor: string;
let scan: { id: string; account: string };
let fingerprint: string;
beforeAll(async () => {
  install = await openTestInstall({ openTarget: worldTarget('spotless') });
  owner = await addSignedIn(install, 'owner');
  scan = await completeScan();
  await give({ check: 'org-multi-account' });
  const { body } = await install.send('get', '/api/findings', owner.cookie);
  fingerprint = body.findings[0].fingerprint;
  auditor = await auditorOf([foreign]);
});
afterAll(() => install.close());

async function auditorOf(accounts: string[]): Promise<string> {
  const email = `${randomUUID()}@example.com`;
  await addTestPerson(install, email, {
    role: 'auditor',
    accounts,
    until: after(new Date(), 60_000 * 60),
  });
  return signInAs(install, email);
}

async function completeScan(): Promise<{ id: string; account: string }> {
  const started = await install.send('post', '/api/scans', owner.cookie).send({ target: 'aws' });
  for (;;) {
    const read = await install.send('get', `/api/scans/${started.body.id}`, owner.cookie);
    if (read.body.status === 'complete') return read.body;
    if (read.status !== 200 || read.body.finishedAt)
      throw new Error(`no scan: ${started.text} ${read.text}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Answers the first question of a check, so that there is an answer to be hidden. */
async function give({ check }: { check: string }): Promise<void> {
  const { body } = await install.send('get', '/api/catalogue', owner.cookie);
  const found = body.checks.find(({ id }: { id: string }) => id === check);
  const [question] = Object.keys(found?.questions ?? {});
  const given = await install
    .send('post', `/api/scans/${scan.id}/answers`, owner.cookie)
    .send({ check, question, answer: 'yes', note: 'a note on it', validDays: 30 });
  if (given.status !== 200) throw new Error(given.text);
}

/** Addresses of a route about the scanned account. */
function addressesOf({ path }: Route): string[] {
  const { id, account } = scan;
  const known: Record<string, string> = { id, check: 'root-mfa', account, fingerprint };
  const address = path.replaceAll(/\{(\w+)\}/g, (_mark, name: string) => known[name] ?? 'none');
  const query = new URLSearchParams({ account, scan: id, target: 'aws', from: id, to: id });
  return [address, `${address}?account=${account}`, `${address}?${query.toString()}`];
}

const readRoutes = everyRoute.filter(
  ({ permission, method, kind }) =>
    permission === 'read' && method === 'GET' && kind === 'contract',
);

describe('an auditor of another account', () => {
  test.each(readRoutes)('$name shows nothing of this one', async (route) => {
    for (const address of addressesOf(route)) {
      const { status, text } = await install.send('get', address, auditor);

      expect([200, 400, 404], `${address}: ${text}`).toContain(status);
      for (const trace of [scan.account, scan.id, fingerprint, 'a note on it'])
        expect(text, address).not.toContain(trace);
    }
  });

  test('is not told of a new scan by the stream of events', async () => {
    const told = { owner: listen(owner.cookie), auditor: listen(auditor) };
    for (const stream of Object.values(told))
      await vi.waitFor(() => expect(stream.text()).toContain('event: ready'), 30_000);

    const { id } = await completeScan();
    await vi.waitFor(() => expect(told.owner.text()).toContain(id), 30_000);

    expect(told.auditor.text()).not.toContain(id);
    expect(told.auditor.text()).not.toContain(scan.account);
    for (const stream of Object.values(told)) stream.close();
  });

  test('may do nothing but read', async () => {
    const started = await install.send('post', '/api/scans', auditor).send({ target: 'aws' });
    const team = await install.send('get', '/api/team', auditor);

    expect([started.status, team.status]).toEqual([403, 403]);
  });
});

describe('an auditor of this account', () => {
  test('sees all of it that an owner sees', async () => {
    const own = await auditorOf([scan.account]);
    const addresses = ['', '/report', '/answers', '/checks/root-mfa/evidence'].map(
      (rest) => `/api/scans/${scan.id}${rest}`,
    );

    const lists = ['/api/accounts', '/api/reports/latest', '/api/findings', '/api/overview'];
    const finding = `/api/findings/${fingerprint}`;
    const wholes: string[] = [];
    for (const address of [...addresses, ...lists, finding]) {
      const seen = await install.send('get', address, own);
      const whole = await install.send('get', address, owner.cookie);

      expect([address, seen.status]).toEqual([address, 200]);
      expect(seen.body).toEqual(whole.body);
      wholes.push(whole.text);
    }
    for (const trace of [scan.account, scan.id, fingerprint, 'a note on it'])
      expect(wholes.join('\n')).toContain(trace);
  });
});

function listen(cookie: string): { text(): string; close(): void } {
  const stop = new AbortController();
  let text = '';
  async function read(): Promise<void> {
    const { signal } = stop;
    const answer = await fetch(`${install.origin}/api/events`, { headers: { cookie }, signal });
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) text += decoder.decode(chunk as Uint8Array);
  }
  read().catch(() => {});
  return { text: () => text, close: () => stop.abort() };
}
