import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admits } from './event-patterns.ts';
import { guardDutyFinding, importedFinding } from './finding-events.ts';

const place = { account: '111122223333', partition: 'aws', region: 'ap-northeast-1' };
const finding = guardDutyFinding(place);

/** Whether a pattern on the source alone admits a finding. */
function source(...matchers: unknown[]) {
  return admits(JSON.stringify({ source: matchers }), finding);
}

describe('matchers of a field', () => {
  test.each([
    ['the text itself', 'aws.guardduty', true],
    ['another text', 'aws.ec2', false],
    ['the text in another case', 'aws.GuardDuty', false],
    ['null, which a text is not', null, false],
    ['a number, which a text is not', 7, false],
    ['true, which a text is not', true, false],
    ['a list inside the list', ['aws.guardduty'], null],
    ['a beginning', { prefix: 'aws.' }, true],
    ['the whole as a beginning', { prefix: 'aws.guardduty' }, true],
    ['another beginning', { prefix: 'com.' }, false],
    ['a beginning without case', { prefix: { 'equals-ignore-case': 'AWS.' } }, true],
    ['another beginning without case', { prefix: { 'equals-ignore-case': 'COM.' } }, false],
    ['a beginning by what nobody knows', { prefix: { sounds: 'aws' } }, null],
    ['a beginning that is no text', { prefix: 7 }, null],
    ['an end', { suffix: '.guardduty' }, true],
    ['another end', { suffix: '.ec2' }, false],
    ['an end without case', { suffix: { 'equals-ignore-case': '.GuardDuty' } }, true],
    ['the text without case', { 'equals-ignore-case': 'AWS.GUARDDUTY' }, true],
    ['another text without case', { 'equals-ignore-case': 'AWS.EC2' }, false],
    ['anything but it', { 'anything-but': 'aws.guardduty' }, false],
    ['anything but another', { 'anything-but': 'aws.ec2' }, true],
    ['anything but a list with it', { 'anything-but': ['aws.ec2', 'aws.guardduty'] }, false],
    ['anything but a list without it', { 'anything-but': ['aws.ec2', 'aws.s3', 7] }, true],
    ['anything but its beginning', { 'anything-but': { prefix: 'aws.g' } }, false],
    ['anything but other beginnings', { 'anything-but': { prefix: ['aws.e', 'aws.s'] } }, true],
    ['anything but its end', { 'anything-but': { suffix: 'duty' } }, false],
    [
      'anything but it without case',
      { 'anything-but': { 'equals-ignore-case': 'AWS.GUARDDUTY' } },
      false,
    ],
    ['anything but a wildcard of it', { 'anything-but': { wildcard: 'aws.*' } }, false],
    ['anything but what nobody knows', { 'anything-but': { sounds: 'like' } }, null],
    ['anything but two operators', { 'anything-but': { prefix: 'a', suffix: 'b' } }, null],
    ['anything', { wildcard: '*' }, true],
    ['a wildcard at the end', { wildcard: 'aws.*' }, true],
    ['a wildcard inside', { wildcard: 'a*.g*y' }, true],
    ['a wildcard that stands for nothing', { wildcard: 'aws*.guardduty' }, true],
    ['a wildcard whose parts overlap', { wildcard: 'aws.guard*guardduty' }, false],
    ['a wildcard in another order', { wildcard: '*duty*guard*' }, false],
    ['a wildcard without a star', { wildcard: 'aws.guardduty' }, true],
    ['a wildcard without a star that differs', { wildcard: 'aws.guard' }, false],
    ['a wildcard with another beginning', { wildcard: 'com*' }, false],
    ['a wildcard without case, which is none', { wildcard: { 'equals-ignore-case': '*' } }, null],
    ['a wildcard with an escape', { wildcard: 'aws.\\*' }, null],
    ['that it is there', { exists: true }, true],
    ['that it is not there', { exists: false }, false],
    ['that it is perhaps there', { exists: 'yes' }, null],
    ['a number in a range', { numeric: ['>', 1] }, false],
    ['an address', { cidr: '10.0.0.0/8' }, false],
    ['an operator that nobody knows', { sounds: 'like' }, null],
    ['two operators at once', { prefix: 'aws', suffix: 'duty' }, null],
    ['no operator', {}, null],
  ])('%s', (_what, matcher, told) => {
    expect(source(matcher)).toBe(told);
  });

  test('one that matches is enough beside others', () => {
    expect(source('aws.ec2', { sounds: 'like' }, { prefix: 'aws.guard' })).toBe(true);
  });

  test('one that cannot be told beside one that does not match leaves it open', () => {
    expect(source('aws.ec2', { sounds: 'like' })).toBeNull();
  });

  test('case is left aside on both sides', () => {
    const typed = (matcher: unknown) =>
      admits(JSON.stringify({ 'detail-type': [matcher] }), finding);

    expect(typed({ 'equals-ignore-case': 'guardduty FINDING' })).toBe(true);
    expect(typed({ prefix: { 'equals-ignore-case': 'guardduty F' } })).toBe(true);
    expect(typed({ prefix: 'guardduty F' })).toBe(false);
  });

  test('an empty list matches nothing', () => {
    expect(source()).toBe(false);
  });
});

describe('patterns', () => {
  test.each([
    [
      'the documented one',
      { source: ['aws.guardduty'], 'detail-type': ['GuardDuty Finding'] },
      true,
    ],
    [
      'by severity',
      { source: ['aws.guardduty'], detail: { severity: [{ numeric: ['>=', 7] }] } },
      true,
    ],
    ['by type of event alone', { 'detail-type': ['GuardDuty Finding'] }, true],
    ['every event of the account', { account: ['111122223333'] }, true],
    [
      'another type of event',
      { source: ['aws.guardduty'], 'detail-type': ['AWS API Call via CloudTrail'] },
      false,
    ],
    ['another account', { source: ['aws.guardduty'], account: ['999988887777'] }, false],
    [
      'findings of a member only',
      { source: ['aws.guardduty'], detail: { accountId: ['999988887777'] } },
      false,
    ],
    ['another region', { source: ['aws.guardduty'], region: ['us-east-1'] }, false],
    [
      'calls of the service, by no field of a finding',
      { detail: { eventSource: ['guardduty.amazonaws.com'] } },
      null,
    ],
    [
      'a field of the event that nobody knows',
      { source: ['aws.guardduty'], resources: ['x'] },
      null,
    ],
    ['an unknown field and another source', { source: ['aws.ec2'], resources: ['x'] }, false],
    [
      'either of two sources',
      { $or: [{ source: ['aws.ec2'] }, { source: ['aws.guardduty'] }] },
      true,
    ],
    ['neither of two sources', { $or: [{ source: ['aws.ec2'] }, { source: ['aws.s3'] }] }, false],
    [
      'either, and another type',
      { $or: [{ source: ['aws.guardduty'] }], 'detail-type': ['X'] },
      false,
    ],
    ['an alternative that is no pattern', { $or: ['aws.guardduty'] }, null],
    ['alternatives that are no list', { $or: { source: ['aws.guardduty'] } }, null],
    ['a text where a list belongs', { source: 'aws.guardduty' }, null],
    ['a list where fields belong', { source: ['aws.guardduty'], detail: ['x'] }, null],
    ['an empty list where fields belong', { source: ['aws.guardduty'], detail: [] }, null],
    ['a number where fields belong', { source: ['aws.guardduty'], detail: 7 }, null],
    ['null where fields belong', { source: ['aws.guardduty'], detail: null }, null],
    ['nothing', {}, null],
    ['a list', ['aws.guardduty'], null],
    ['null', null, null],
  ])('%s', (_what, pattern, told) => {
    expect(admits(JSON.stringify(pattern), finding)).toBe(told);
  });

  test('what is no JSON cannot be told', () => {
    expect(admits('{"source": [aws.guardduty]}', finding)).toBeNull();
  });

  test('a field with the name of a built-in is a field that nobody knows', () => {
    expect(admits('{"__proto__": {"source": ["aws.guardduty"]}}', finding)).toBeNull();
    expect(admits('{"constructor": ["x"], "source": ["aws.guardduty"]}', finding)).toBeNull();
  });
});

describe('patterns of Security Hub', () => {
  const base = { source: ['aws.securityhub'], 'detail-type': ['Security Hub Findings - Imported'] };
  const filtered = (fields: object) => ({ ...base, detail: { findings: fields } });

  test.each([
    ['every imported finding', base, true],
    ['serious ones', filtered({ Severity: { Label: ['HIGH', 'CRITICAL'] } }), true],
    ['GuardDuty’s by name', filtered({ ProductName: ['GuardDuty'] }), true],
    ['GuardDuty’s by ARN', filtered({ ProductArn: [{ suffix: 'product/aws/guardduty' }] }), true],
    ['another product’s by name', filtered({ ProductName: ['Inspector'] }), false],
    [
      'another product’s by ARN',
      filtered({ ProductArn: [{ suffix: 'product/aws/inspector' }] }),
      false,
    ],
    [
      'those of failed controls, which findings of GuardDuty are not',
      filtered({ Compliance: { Status: ['FAILED'] } }),
      null,
    ],
    [
      'what somebody sends by hand',
      { ...base, 'detail-type': ['Security Hub Findings - Custom Action'] },
      false,
    ],
    ['GuardDuty’s own events', { source: ['aws.guardduty'] }, false],
  ])('%s', (_what, pattern, told) => {
    const text = JSON.stringify(pattern);

    expect(admits(text, importedFinding(place, text))).toBe(told);
  });
});

describe('patterns of any kind', () => {
  test('text of any kind never crashes it, and what is no JSON is never admitted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (pattern) => {
        expect([true, false, null]).toContain(admits(pattern, finding));
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  test('a pattern that asks for another source is never admitted, whatever else it asks', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        const pattern = JSON.stringify({ ...fields, source: ['aws.ec2'] });

        expect(admits(pattern, finding)).toBe(false);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  test('many stars cost no time', () => {
    const wildcard = `${'*a'.repeat(5000)}*`;

    expect(source({ wildcard })).toBe(false);
  });
});
