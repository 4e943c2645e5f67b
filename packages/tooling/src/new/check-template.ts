import type { EvidenceScope } from '@ippo/contracts';
import type { Generated } from '../gen/generated.ts';

/** What a new check is made from. */
export type CheckPlan = { id: string; service: string; evidence: string; scope: EvidenceScope };

/**
 * A check and its test. Until somebody writes its rule it fails on everything that it can read:
 * a scaffold must never pass.
 */
export function checkFiles(plan: CheckPlan): Generated[] {
  const base = `packages/checks/src/catalog/${plan.service}/${plan.id}`;
  return [
    { file: `${base}.ts`, text: checkText(plan) },
    { file: `${base}.test.ts`, text: testText(plan) },
  ];
}

const bodies: Record<EvidenceScope, { imports: string; unit: string; evaluate: string }> = {
  account: {
    imports: `import { fail, unread } from '../../verdict.ts';`,
    unit: 'account',
    evaluate: `    const reading = evidence.global('EVIDENCE');
    if (!reading.readable) return [unread(reading)];
    return [fail('rule-missing', {}, reading)];`,
  },
  region: {
    imports: `import { eachRegion } from '../../each-region.ts';
import { fail, unread } from '../../verdict.ts';`,
    unit: 'region',
    evaluate: `    return eachRegion(evidence, (region) => {
      const reading = evidence.in('EVIDENCE', region);
      return reading.readable ? fail('rule-missing', {}, reading) : unread(reading);
    });`,
  },
  resource: {
    imports: `import { fail, noUnit, unread, type UnitVerdict } from '../../verdict.ts';`,
    unit: 'account',
    evaluate: `    const readings = evidence.all('EVIDENCE');
    if (readings.length === 0) return [noUnit()];
    return readings.map((reading): UnitVerdict<'rule-missing' | 'not-read'> => ({
      region: reading.region,
      ...(reading.resource === undefined ? {} : { resource: reading.resource }),
      ...(reading.readable ? fail('rule-missing', {}, reading) : unread(reading)),
    }));`,
  },
};

function checkText({ id, evidence, scope }: CheckPlan): string {
  const body = bodies[scope];
  return `import { defineCheck } from '../../define-check.ts';
${body.imports}

export default defineCheck({
  id: '${id}',
  measure: 2,
  severity: 'medium',
  unit: '${body.unit}',
  aggregate: 'all',
  requires: ['${evidence}'],
  dependsOn: [],
  text: {
    en: {
      title: '${id}: say what is good, as a fact',
      todo: 'Say the next step, as an imperative',
      why: 'Say in two sentences why it matters.',
      good: 'Say what counts as good.',
      reasons: { 'rule-missing': 'The rule of this check is not written yet.' },
    },
    ja: {
      title: '${id}: 良い状態を事実として書く',
      todo: '次の一歩を動作で書く',
      why: '理由を 2 文で書く。',
      good: '良好とみなす条件を書く。',
      reasons: { 'rule-missing': 'このチェックの判定はまだ書かれていません。' },
    },
  },
  remediation: {
    console: { steps: { en: [], ja: [] }, link: 'https://console.aws.amazon.com/' },
    cli: { lines: '', actions: [] },
    cloudformation: { none: { en: 'Not written yet.', ja: '未作成です。' } },
    terraform: { none: { en: 'Not written yet.', ja: '未作成です。' } },
    minutes: 10,
    cost: {
      text: { en: 'Not worked out yet.', ja: '未確認です。' },
      link: 'https://aws.amazon.com/pricing/',
      asOf: '${new Date().toISOString().slice(0, 10)}',
    },
    mayBreak: { en: 'Not worked out yet.', ja: '未確認です。' },
  },
  references: [],
  evaluate(evidence) {
${body.evaluate.replaceAll('EVIDENCE', evidence)}
  },
});
`;
}

function testText({ id, evidence, scope }: CheckPlan): string {
  const place = {
    account: `'global'`,
    region: `'eu-west-1'`,
    resource: `'eu-west-1', resource: 'thing'`,
  };
  return `import { defaultSettings, emptyScope, type Evidence, type EvidenceReading } from '@ippo/contracts';
import { describe, expect, it } from 'vitest';
import { judge } from '../../judge/judge.ts';
import check from './${id}.ts';

const at = '2026-11-21T09:00:00Z';
const regions: EvidenceReading = {
  type: 'account.regions',
  region: 'global',
  calls: [],
  at,
  readable: true,
  value: [{ RegionName: 'eu-west-1', RegionOptStatus: 'ENABLED' }],
};

describe('${id}', () => {
  it('is unknown where AWS refused to answer', () => {
    const refused: EvidenceReading = {
      type: '${evidence}',
      region: ${place[scope]},
      calls: [],
      at,
      readable: false,
      reason: 'denied',
      action: '${evidence}',
    };

    const [result] = judgeAlone(refused);

    expect(result?.outcome).toBe('unknown');
    expect(result?.findings.map((finding) => finding.reason.code)).toEqual(['not-read']);
  });
});

function judgeAlone(reading: EvidenceReading) {
  const evidence: Evidence = {
    format: 1,
    source: { kind: 'simulated', world: 'test' },
    account: '111122223333',
    partition: 'aws',
    caller: 'arn:aws:iam::111122223333:role/ippo',
    startRegion: 'eu-west-1',
    startedAt: at,
    finishedAt: at,
    ended: 'complete',
    clockSkewSeconds: 0,
    operations: [],
    readings: [regions, reading],
    calls: [],
  };
  const inputs = { evidence, settings: defaultSettings, scope: emptyScope, attestations: [] };
  return judge(inputs, [check]).checks;
}
`;
}
