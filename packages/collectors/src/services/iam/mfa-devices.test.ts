import { expect, it } from 'vitest';
import { rootRow, users, type Crowd } from '../../../simulator/people.ts';
import { id, now, ofType, read, readValues, type ReadOptions } from '../../read.test-support.ts';

const list = 'iam:ListMFADevices';

function crowded(crowd: Crowd, mfaSerials: Record<string, string[]> = {}): ReadOptions {
  const credentials = [rootRow(id, now, 200), ...users(id, now, crowd)];
  return { world: { credentials, more: { mfaSerials } } };
}

it('asks about console users whose row shows no MFA, and about nobody else', async () => {
  const evidence = await read(crowded({ lacksMfa: (at) => at === 1 || at === 8 }));

  const readings = ofType(evidence, 'iam.mfa-devices');
  expect(readings.map(({ resource, readable }) => [resource, readable])).toEqual([
    ['sato,hanako', true],
    ['user-08', true],
  ]);
});

it('asks nobody where every row shows MFA; machines and root do not count', async () => {
  expect(await readValues('iam.mfa-devices', crowded({}))).toEqual([]);
});

it('sees a device that is newer than the report, without its serial number', async () => {
  const device = `arn:aws:iam::${id}:mfa/new-phone`;

  const evidence = await read(crowded({ lacksMfa: (at) => at === 8 }, { 'user-08': [device] }));

  expect(ofType(evidence, 'iam.mfa-devices')[0]).toMatchObject({
    value: [{ EnableDate: '2025-01-15T09:00:00.000Z' }],
  });
  expect(JSON.stringify(evidence)).not.toContain('new-phone');
});

it('asks about the 50 oldest users, and caps the others without a call', async () => {
  const evidence = await read(crowded({ all: 120, console: 120, lacksMfa: () => true }));

  const readings = ofType(evidence, 'iam.mfa-devices');
  const capped = readings.filter((reading) => !reading.readable && reading.reason === 'capped');
  const asked = evidence.calls.filter(({ operation }) => operation === list);
  expect(readings).toHaveLength(120);
  expect(asked).toHaveLength(50);
  expect(new Set(asked.map(({ parameters }) => parameters['UserName']))).toEqual(
    new Set(users(id, now, { all: 50, console: 50 }).map(({ user }) => user)),
  );
  expect(capped).toHaveLength(70);
  expect(capped.every(({ calls }) => calls.length === 0)).toBe(true);
});

it('orders users of one age by name, and puts an unreadable age last', async () => {
  const made = users(id, now, { all: 52, console: 52, lacksMfa: () => true });
  const credentials = made.toReversed().map((row) => ({
    ...row,
    user_creation_time: row['user'] === '=cmd' ? 'soon' : '2024-01-01T00:00:00Z',
  }));

  const evidence = await read({ world: { credentials } });

  const names = made.map(({ user = '' }) => user).filter((user) => user !== '=cmd');
  const capped = ofType(evidence, 'iam.mfa-devices').filter(({ readable }) => !readable);
  expect(new Set(capped.map(({ resource }) => resource))).toEqual(
    new Set(['=cmd', names.toSorted().at(-1)]),
  );
});

it('asks nobody where the report could not be read', async () => {
  const faults = [{ operation: 'iam:GetCredentialReport', act: 'deny' as const }];

  expect(
    await readValues('iam.mfa-devices', { ...crowded({ lacksMfa: () => true }), faults }),
  ).toEqual([]);
});

it.each([
  [{ act: 'deny' } as const, 'denied'],
  [{ act: 'answer', output: {} } as const, 'malformed'],
])('is refused or spoiled, never empty: %j', async (mishap, reason) => {
  const options = crowded({ lacksMfa: (at) => at === 8 });

  const values = await readValues('iam.mfa-devices', {
    ...options,
    faults: [{ operation: list, ...mishap }],
  });

  expect(values).toEqual([reason]);
});
