import { inScope } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { scopeChoices } from './scope-choices.ts';

const account = '111122223333';
const subjects = [
  { account, check: 'iam-user-mfa', resource: 'arn:aws:iam::111122223333:user/a' },
  { account, check: 'gd-enabled', region: 'eu-west-1' },
  { account, check: 'ct-log-validation', region: 'eu-west-1', resource: 'arn:aws:cloudtrail:x' },
  { account, check: 'root-mfa' },
];

describe('the scopes that a finding offers', () => {
  test.each(subjects)('each cover it, and none another check or account (%o)', (subject) => {
    for (const { scope } of scopeChoices(subject)) {
      expect(inScope(scope, subject)).toBe(true);
      expect(inScope(scope, { ...subject, check: 'another' })).toBe(false);
      expect(inScope(scope, { ...subject, account: '999999999999' })).toBe(false);
    }
  });

  test('begin with the narrowest, which covers no other place', () => {
    const [place] = scopeChoices(subjects[2]!);

    expect(inScope(place!.scope, { ...subjects[2]!, region: 'us-east-1' })).toBe(false);
    expect(inScope(place!.scope, { ...subjects[2]!, resource: 'arn:other' })).toBe(false);
  });
});
