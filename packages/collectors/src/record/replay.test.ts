import type { Evidence } from '@ippo/contracts';
import { expect, it } from 'vitest';
import { detector, finding } from '../../simulator/build-parts.ts';
import { rootRow, users } from '../../simulator/people.ts';
import { simulatedSession } from '../../simulator/simulator.ts';
import { collectEvidence } from '../collect-evidence.ts';
import { id, now, ofType, smallWorld } from '../read.test-support.ts';
import { replayedSession } from './replay.ts';

const limits = { silentRegionMs: 1_000 };

async function record(world: Parameters<typeof simulatedSession>[0], at?: Date) {
  const lines: string[] = [];
  const session = simulatedSession(world, {
    limits,
    ...(at && { now: at }),
    record: (line) => lines.push(line),
  });
  const evidence = await collectEvidence(session);
  return { evidence, lines, text: lines.join('') };
}

function withoutTimes({ readings }: Evidence) {
  return readings.map(({ at: _at, ...reading }) => reading);
}

it.each(['spotless', 'half-dark'])(
  'replays %s as it was read, times aside',
  async (world) => {
    const { evidence, text } = await record(world);

    const again = await collectEvidence(replayedSession(text, { limits }));

    expect(withoutTimes(again)).toEqual(withoutTimes(evidence));
    expect(
      again.calls.map(({ operation, region, outcome }) => [operation, region, outcome]),
    ).toEqual(evidence.calls.map(({ operation, region, outcome }) => [operation, region, outcome]));
    expect(again.source).toEqual({ kind: 'simulated', world: `replay of ${world}` });
    expect(again.startedAt.slice(0, 10)).toBe(evidence.startedAt.slice(0, 10));
  },
  30_000,
);

it('takes place when the recording was made, so that its report is not too old', async () => {
  const { text } = await record(smallWorld(), new Date('2020-02-01T00:00:00Z'));

  const again = await collectEvidence(replayedSession(text, { limits }));

  expect(ofType(again, 'iam.credential-report')[0]?.readable).toBe(true);
  expect(again.startedAt.slice(0, 10)).toBe('2020-02-01');
});

it('masks by field: e-mails, devices, key ids, and whatever a finding is about', async () => {
  const serial = `arn:aws:iam::${id}:mfa/secret-phone`;
  const credentials = [rootRow(id, now, 200), ...users(id, now, { lacksMfa: (at) => at === 8 })];
  const findings = [finding(id, now, { name: 'one', severity: 8, hoursAgo: 1 })];
  const world = smallWorld({
    credentials,
    detectors: { 'us-east-1': [detector(id, 'us-east-1', { findings })] },
    more: { mfaSerials: { 'user-08': [serial] } },
  });

  const { text } = await record(world);

  expect(text).not.toMatch(/(management|prod|dev)@example\.com/);
  expect(text).not.toContain('secret-phone');
  expect(text).not.toContain('ASIAIOSFODNN7EXAMPLE');
  expect(text).toContain('ASIA…MPLE');
  expect(text).not.toContain('Signature=');
});

it('refuses a question that is not in the recording, loudly', async () => {
  const { lines } = await record(smallWorld());
  const without = lines.filter((line) => !line.includes('"config:DescribeConfigurationRecorders"'));

  const again = await collectEvidence(replayedSession(without.join(''), { limits }));

  expect(ofType(again, 'config.recorders')).toMatchObject([
    { readable: false, reason: 'unexpected', detail: 'NotRecorded' },
    { readable: false, reason: 'unexpected', detail: 'NotRecorded' },
  ]);
});

it.each([
  ['nothing', ''],
  ['no head', '{"operation":"iam:ListRoles"}\n'],
  ['no JSON', 'not JSON\n'],
  [
    'a line that is no answer',
    '{"recording":"ippo-wire","format":1,"source":{"kind":"aws"},"startRegion":"us-east-1","startedAt":"2026-11-16T03:00:00.000Z"}\n{"operation":"x"}\n',
  ],
])('does not open a file that holds %s', (_name, text) => {
  expect(() => replayedSession(text)).toThrow('--replay');
});
