import { collectEvidence, simulatedSession, worldNames } from '@ippo/collectors';
import { assessmentSchema, type Assessment, type Evidence } from '@ippo/contracts';
import { buildAssessment } from '@ippo/reports';
import { describe, expect, it } from 'vitest';
import { gatheredOf } from './gathered-of.ts';

type Scan = Parameters<typeof collectEvidence>[1];
type Faults = NonNullable<Parameters<typeof simulatedSession>[1]>['faults'];

describe('an assessment of every simulated account', () => {
  it.each(worldNames)('adds up: %s', async (world) => {
    const assessment = buildAssessment(gatheredOf(await scan(world), world));

    expectToAddUp(assessment);
  });

  it('adds up where Regions could not be listed', async () => {
    const unlisted = ['account', 'ec2'].map((operation) => ({ operation, act: 'deny' as const }));

    const evidence = await scan('acme-demo', { faults: unlisted });
    const assessment = buildAssessment(gatheredOf(evidence, 'acme-demo'));

    expectToAddUp(assessment);
    expect(assessment.regionsAssumed).toBe(true);
    expect(assessment.completeness.find(({ check }) => check === 'gd-enabled')).toMatchObject({
      ...{ units: 17, scopes: 1 },
    });
  });

  it('adds up where a scan was limited to one Region, or stopped before its end', async () => {
    const limited = await scan('acme-demo', { scan: { regions: ['ap-northeast-1'] } });
    const stopped = await scan('acme-demo', { scan: { budgetMs: 1 } });

    for (const evidence of [limited, stopped])
      expectToAddUp(buildAssessment(gatheredOf(evidence, 'acme-demo')));
  });
});

async function scan(
  world: string,
  { faults = [], scan: options = {} }: { faults?: Faults; scan?: Scan } = {},
): Promise<Evidence> {
  const now = new Date('2026-11-16T00:02:16Z');
  // What hangs is not waited for as long as a real scan would.
  const session = simulatedSession(world, { now, faults, limits: { silentRegionMs: 300 } });
  const evidence = await collectEvidence(session, options);
  session.close();
  return evidence;
}

function expectToAddUp(assessment: Assessment): void {
  expect(() => assessmentSchema.parse(assessment)).not.toThrow();
  const findings = assessment.checks.flatMap((check) => check.findings).length;
  const counted = assessment.completeness.reduce((sum, one) => sum + one.units + one.scopes, 0);
  expect(counted).toBe(findings);
  expect(findings).toBeGreaterThan(0);
}
