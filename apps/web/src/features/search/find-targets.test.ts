import { expect, test } from 'vitest';
import { findTargets, type Target } from './find-targets.ts';

function target(kind: Target['kind'], label: string, detail = ''): Target {
  const text = `${label} ${detail}`.toLowerCase();
  return { kind, label, detail, text, to: `/${label}`, shape: 'fail' };
}

const targets = [
  target('findings', 'The user has no MFA', 'user-06'),
  target('findings', 'GuardDuty is off', 'Osaka ap-northeast-3'),
  target('checks', 'Every user has MFA', 'iam-user-mfa'),
  target('resources', 'user-06', 'arn:aws:iam::111122223333:user/user-06'),
];

test('what holds every word is found, kind by kind', () => {
  const found = findTargets(targets, ' USER  06 ');

  expect(found.map(({ kind }) => kind)).toEqual(['findings', 'resources']);
});

test('what begins with the words stands before what only holds them', () => {
  const many = [target('checks', 'A trail logs'), target('checks', 'Trail validation')];

  expect(findTargets(many, 'trail').map(({ label }) => label)).toEqual([
    'Trail validation',
    'A trail logs',
  ]);
});

test('each kind shows its first few, and no text finds nothing', () => {
  const many = Array.from({ length: 9 }, (_, n) => target('findings', `mfa ${n}`));

  expect(findTargets(many, 'mfa', 6)).toHaveLength(6);
  expect(findTargets(targets, '  ')).toEqual([]);
});
