import { expect, it } from 'vitest';
import { countKinds, groupsOf, type Changed } from './change-groups.ts';

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

  const groups = groupsOf(findings, 'worse');

  expect(groups.map(({ first, findings: { length } }) => [first.check, length])).toEqual([
    ['e', 1],
    ['b', 2],
    ['c', 1],
    ['a', 1],
  ]);
});

it('counts what got worse and better apart from what was only first seen', () => {
  expect(
    countKinds({ new: 2, reopened: 1, resolved: 4, appeared: 7, 'became-unknown': 3 }),
  ).toEqual({ worse: 3, unseen: 3, better: 4, seen: 0, other: 7 });
});
