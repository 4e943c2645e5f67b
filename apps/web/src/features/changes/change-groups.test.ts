import { describe, expect, it } from 'vitest';
import { readChanges, type Changed } from './change-groups.ts';

function changed(check: string, changes: Partial<Changed> = {}): Changed {
  const side = { outcome: 'fail', blocked: false, reason: { code: 'off', params: {} } } as const;
  return {
    ...{ fingerprint: check, check, severity: 'high', change: 'new', region: 'us-east-1' },
    ...{ before: null, after: side },
    ...changes,
  };
}

it('gathers places that made the same move, worst and most first', () => {
  const findings = [
    changed('a', { severity: 'low' }),
    changed('b', { region: 'us-east-1' }),
    changed('c'),
    changed('b', { region: 'eu-west-1' }),
    changed('d', { change: 'resolved' }),
    changed('e', { severity: 'critical', change: 'reopened' }),
  ];

  const groups = readChanges({ findings, regions: [] }).groups('worse');

  expect(groups.map(({ first, findings: { length } }) => [first.check, length])).toEqual([
    ['e', 1],
    ['b', 2],
    ['c', 1],
    ['a', 1],
  ]);
});

describe('where a Region gave no answer any more', () => {
  const pass = { outcome: 'pass', blocked: false, reason: { code: 'met', params: {} } } as const;
  const unknown = { ...pass, outcome: 'unknown' } as const;
  const findings = [
    changed('gd-enabled', { change: 'became-unknown', region: 'dark', before: pass }),
    changed('gd-features', { change: 'gone', region: 'dark', before: pass, after: null }),
    changed('gd-features', { change: 'appeared', region: 'dark', after: unknown }),
    changed('gd-features', { change: 'gone', region: 'lit', before: pass, after: null }),
    changed('kms', { change: 'gone', region: 'partly', before: pass, after: null }),
    changed('kms', { change: 'appeared', region: 'partly', after: unknown }),
    changed('s3', { change: 'appeared', region: 'partly', after: unknown }),
    changed('iam', { change: 'appeared', region: 'back', after: pass }),
    changed('iam', { change: 'gone', region: 'back', before: unknown, after: null }),
  ];
  const regions = [
    { name: 'dark', before: 'enabled', after: 'unreachable' },
    { name: 'back', before: 'scp-denied', after: 'enabled' },
    { name: 'closed', before: 'enabled', after: 'not-enabled' },
  ] as const;

  it('what was judged there can no longer be, and what is deleted elsewhere is gone', () => {
    const told = readChanges({ findings, regions: [...regions] });

    expect(told.counts).toEqual({ worse: 0, unseen: 3, better: 0, seen: 1, other: 2 });
    expect(told.groups('other').map(({ first }) => [first.check, first.change])).toEqual([
      ['gd-features', 'gone'],
      ['s3', 'appeared'],
    ]);
  });

  it('the Region is named once, before what only one check cannot see', () => {
    const groups = readChanges({ findings, regions: [...regions] }).groups('unseen');

    expect(groups.map(({ region, findings: { length } }) => [region?.name, length])).toEqual([
      ['dark', 2],
      [undefined, 1],
    ]);
    expect(groups[1]?.lost).toBe(true);
  });
});

it('counts what got worse and better apart from what was only first seen', () => {
  const of = (change: Changed['change'], n: number) =>
    Array.from({ length: n }, () => changed('a', { change }));
  const findings = [
    ...[...of('new', 2), ...of('reopened', 1), ...of('resolved', 4)],
    ...[...of('appeared', 7), ...of('became-unknown', 3)],
  ];

  expect(readChanges({ findings, regions: [] }).counts).toEqual({
    ...{ worse: 3, unseen: 3, better: 4, seen: 0, other: 7 },
  });
});
