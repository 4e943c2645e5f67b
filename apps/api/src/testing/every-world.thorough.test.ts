import { collectEvidence, simulatedSession, worldNames } from '@ippo/collectors';
import { assessmentSchema } from '@ippo/contracts';
import { buildAssessment } from '@ippo/reports';
import { describe, expect, it } from 'vitest';
import { gatheredOf } from './gathered-of.ts';

describe('an assessment of every simulated account', () => {
  it.each(worldNames)('adds up: %s', async (world) => {
    const now = new Date('2026-11-16T00:02:16Z');
    // What hangs is not waited for as long as a real scan would.
    const session = simulatedSession(world, { now, limits: { silentRegionMs: 300 } });

    const evidence = await collectEvidence(session);
    session.close();
    const assessment = buildAssessment(gatheredOf(evidence, world));

    expect(() => assessmentSchema.parse(assessment)).not.toThrow();
    const findings = assessment.checks.flatMap((check) => check.findings).length;
    const counted = assessment.completeness.reduce((sum, one) => sum + one.units + one.scopes, 0);
    expect(counted).toBe(findings);
    expect(findings).toBeGreaterThan(0);
  });
});
