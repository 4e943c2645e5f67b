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

const refusals: Record<EvidenceScope, { imports: string; given: string }> = {
  account: { imports: 'evidence, refused', given: `refused('EVIDENCE', 'denied')` },
  region: {
    imports: 'everywhere, evidence, refused',
    given: `everywhere((region) => refused('EVIDENCE', 'denied', region))`,
  },
  resource: {
    imports: 'evidence, refused',
    given: `refused('EVIDENCE', 'denied', { region: 'eu-west-1', resource: 'thing' })`,
  },
};

function testText({ id, evidence, scope }: CheckPlan): string {
  const { imports, given } = refusals[scope];
  return `import { checkCases } from '../../testing/check-cases.ts';
import { ${imports} } from '../../testing/evidence.ts';
import check from './${id}.ts';

checkCases(check, {
  unknown: {
    'AWS refuses to answer': {
      given: evidence(${given.replaceAll('EVIDENCE', evidence)}),
      reason: 'not-read',
      readingReason: 'denied',
    },
  },
});
`;
}
