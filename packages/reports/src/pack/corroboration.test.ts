import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import type { Call } from '@ippo/contracts';
import { describe, expect, it } from 'vitest';
import { buildAssessment } from '../assessment/build-assessment.ts';
import { gathered } from '../testing/assessments.ts';
import { corroborationCsv, samplable, sampleOf, sampleSize } from './corroboration.ts';
import { corroborationText } from './corroboration-text.ts';
import { lookUpLine } from './look-up-line.ts';

const demo = gathered('acme-demo');
const assessment = buildAssessment(demo);
const calls = demo.evidence?.calls ?? [];
const digest = assessment.evidenceDigest;

function callOf(changed: Partial<Call>): Call {
  return {
    ...{ operation: 'iam:ListUsers', region: 'global', parameters: {}, requestId: 'r-1' },
    ...{ at: '2026-11-16T00:02:16.180Z', digest: null, outcome: 'answered' as const },
    ...{ attempts: 1, milliseconds: 1, ...changed },
  };
}

describe('the sample of calls', () => {
  it('is drawn by the evidence: the smallest digests, whatever the order of the calls', () => {
    const sample = sampleOf(calls, digest, 'aws');

    const place = (id: string) => createHash('sha256').update(`${digest}:${id}`).digest('hex');
    const ids = samplable(calls)
      .map(({ requestId }) => requestId ?? '')
      .toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
    expect(sample).toHaveLength(sampleSize);
    expect(sample.map(({ requestId }) => requestId).toSorted()).toEqual(
      ids.slice(0, sampleSize).toSorted(),
    );
    expect(sampleOf(calls.toReversed(), digest, 'aws')).toEqual(sample);
    expect(sampleOf(calls, '0'.repeat(64), 'aws')).not.toEqual(sample);
    expect(sample.map(({ at }) => at)).toEqual(sample.map(({ at }) => at).toSorted());
  });

  it.each([
    ['a refused one', callOf({ outcome: 'denied' })],
    ['one without a request id', callOf({ requestId: null })],
    ['one to S3, whose events have other names', callOf({ operation: 's3:GetPublicAccessBlock' })],
    ['one to S3 Control', callOf({ operation: 's3control:GetPublicAccessBlock' })],
  ])('leaves out %s', (_, call) => {
    expect(sampleOf([call], digest, 'aws')).toEqual([]);
  });

  it('says where to look, and does not guess where another partition keeps it', () => {
    const global = callOf({});
    const regional = callOf({ region: 'eu-west-1', operation: 'guardduty:ListDetectors' });

    const regions = (partition: string) =>
      sampleOf([global, regional], digest, partition)
        .map(({ region, eventSource, eventName }) => `${region} ${eventSource} ${eventName}`)
        .toSorted();

    expect(regions('aws')).toEqual([
      'eu-west-1 guardduty.amazonaws.com ListDetectors',
      'us-east-1 iam.amazonaws.com ListUsers',
    ]);
    expect(regions('aws-cn')[1]).toBe('global iam.amazonaws.com ListUsers');
  });

  it('is a CSV that says in each row that its calls are made up', async () => {
    const sample = sampleOf(calls, digest, 'aws');

    const rows = parse(await corroborationCsv(sample, assessment, 'ja'), { bom: true });

    expect(rows[0]).toEqual([
      ...['データの出所', '日時（UTC）', 'リージョン', 'イベントソース', 'イベント名'],
      ...['リクエスト ID', 'レポートの番号', 'アカウント', '呼び出し元', '検索コマンド'],
    ]);
    const [, ...first] = rows[1] ?? [];
    expect(first.slice(6, 8)).toEqual([assessment.account, assessment.caller]);
    expect(rows.some((row) => /^E\d+$/.test(row[6] ?? ''))).toBe(true);
    expect(first[8]).toMatch(/^aws cloudtrail lookup-events .+ \| grep -F -- [\w-]+$/);
    expect(first[8]?.endsWith(first[4] ?? '-')).toBe(true);
    expect(rows).toHaveLength(sampleSize + 1);
    expect(rows.slice(1).every(([notice]) => notice?.includes('デモデータ'))).toBe(true);
  });

  it.each([
    ['an id that a shell would read', { requestId: 'r-1; touch x' }],
    ['an id with a quote', { requestId: "r'1" }],
    ['a call whose Region nobody knows', { region: 'global' }],
  ])('has no command for %s', (_, changed) => {
    const [call] = sampleOf([callOf({})], digest, 'aws');
    if (!call) throw new Error('one call is drawn');

    expect(lookUpLine(call)).toContain('--region us-east-1');
    expect(lookUpLine({ ...call, ...changed })).toBe('');
  });

  it('is explained in both languages, with a line for one call', () => {
    const sample = [
      { ...{ at: '2026-11-16T00:02:16.180Z', region: 'us-east-1', requestId: 'r-1' } },
    ].map((call) => ({ ...call, eventSource: 'iam.amazonaws.com', eventName: 'ListUsers' }));

    const text = corroborationText({ ...assessment, source: { kind: 'aws' } }, sample, 7);

    expect(text.split('\n').filter((line) => line.startsWith('    aws cloudtrail'))).toEqual(
      Array.from(
        { length: 2 },
        () =>
          "    aws cloudtrail lookup-events --region us-east-1 --start-time 2026-11-16T00:01:16Z --end-time 2026-11-16T00:03:16Z --lookup-attributes AttributeKey=EventName,AttributeValue=ListUsers --query 'Events[].[CloudTrailEvent]' --output text | grep -F -- r-1",
      ),
    );
    expect(text).toContain('1 of 7 calls');
    expect(text).not.toContain('CloudTrail has none of these calls.');
    expect(corroborationText(assessment, sample, 7)).toContain(
      'CloudTrail has none of these calls.',
    );
  });
});
