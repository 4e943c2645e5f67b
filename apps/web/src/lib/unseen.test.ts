import type { CheckResult, Finding, ScanReport } from '@ippo/contracts';
import { expect, test } from 'vitest';
import { reasonsHiding, unseenOf } from './unseen.ts';

function unread(action: string, region: string): Partial<Finding> {
  const params = { action, region, readingReason: 'scp-denied' };
  return { outcome: 'unknown', region, reason: { code: 'not-read', params } };
}

function check(id: string, outcome: CheckResult['outcome'], ...findings: Partial<Finding>[]) {
  return { id, outcome, findings } as CheckResult;
}

function report(...checks: CheckResult[]): ScanReport {
  const ids = checks.map(({ id }) => id);
  const refusal = { reason: 'scp-denied', checks: ids, count: 1 };
  return {
    regions: [{ name: 'eu-north-1', state: 'scp-denied', answered: 0, total: 2 }],
    unreadable: [
      { ...refusal, action: 'config:DescribeConfigurationRecorders', region: 'eu-north-1' },
      { ...refusal, action: 'organizations:ListAccounts', region: 'global', reason: 'denied' },
    ],
    checks,
  } as ScanReport;
}

test('a check counts as hidden only where the refused answer leaves it unknown', () => {
  const found = unseenOf(
    report(
      check(
        'cfg-recording',
        'unknown',
        unread('config:DescribeConfigurationRecorders', 'eu-north-1'),
      ),
      check('cfg-frequency', 'fail', unread('config:DescribeConfigurationRecorders', 'eu-north-1')),
      check('iam-individual-users', 'pass', { outcome: 'pass' }),
    ),
  );

  expect(found.map(({ checks, partly }) => [checks, partly])).toEqual([
    [['cfg-recording'], ['cfg-frequency']],
    [[], []],
  ]);
});

test('a check that lacks another answer is not counted', () => {
  const [region] = unseenOf(report(check('x', 'unknown', unread('iam:ListRoles', 'global'))));

  expect([region?.checks, region?.partly]).toEqual([[], []]);
});

test('an unknown that names no answer counts for its own place', () => {
  const reason = { code: 'org-ownership-unknown', params: {} };

  const [, organization] = unseenOf(
    report(check('org-multi-account', 'unknown', { outcome: 'unknown', reason })),
  );

  expect(organization?.checks).toEqual(['org-multi-account']);
});

test('an unknown finding that does not say why is told by the answers that its check lacks', () => {
  const silent = { outcome: 'unknown', reason: { code: 'not-proven', params: {} } } as const;
  const named = unread('config:DescribeConfigurationRecorders', 'eu-north-1');
  const own = check('org-multi-account', 'unknown', silent);
  const given = report(own);

  expect(reasonsHiding(given, own, silent as unknown as Finding)).toEqual(['scp-denied', 'denied']);
  expect(reasonsHiding(given, own, named as Finding)).toEqual(['scp-denied']);
  expect(reasonsHiding(given, check('other', 'unknown'), silent as unknown as Finding)).toEqual([]);
});
