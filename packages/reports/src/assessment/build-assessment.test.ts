import { assessmentSchema, DomainError } from '@ippo/contracts';
import { describe, expect, it } from 'vitest';
import { gathered, gatheredNames } from '../testing/assessments.ts';
import { hostileAssessment } from '../testing/hostile-assessments.ts';
import { buildAssessment } from './build-assessment.ts';

const demo = gathered('acme-demo');

describe('an assessment', () => {
  it.each(gatheredNames)('of %s has the shape that every format reads', (name) => {
    const assessment = buildAssessment(gathered(name));

    expect(assessmentSchema.parse(assessment)).toEqual(assessment);
  });

  it('has that shape with hostile names, too', () => {
    const assessment = hostileAssessment();

    expect(() => assessmentSchema.parse(assessment)).not.toThrow();
  });

  it('tells how old the credential report was when the scan ended', () => {
    const { evidence } = demo;
    const report = { ...demo.report, finishedAt: '2026-11-16T02:32:46.000Z' };
    const later = evidence && { ...evidence, finishedAt: report.finishedAt };

    const { credentialReport } = buildAssessment({ ...demo, report, evidence: later });

    expect(credentialReport).toEqual({
      ...{ readable: true, generatedAt: '2026-11-16T00:02:16.000Z', ageMinutes: 150 },
    });
  });

  it('says why the credential report could not be read, and that none was asked for', () => {
    const refused = buildAssessment(gathered('read-refused'));
    const none = buildAssessment(gathered('empty'));

    expect(refused.credentialReport).toEqual({
      ...{ readable: false, action: 'iam:GetCredentialReport', reason: 'denied' },
    });
    expect(none.credentialReport).toBeNull();
  });

  it('spans its calls from the first to the last, and nothing where none was made', () => {
    const { readings } = buildAssessment(demo);
    const none = buildAssessment(gathered('empty')).readings;

    expect(readings).toEqual({
      ...{ first: '2026-11-16T00:02:16.180Z', last: '2026-11-16T00:02:56.140Z' },
      ...{ calls: 223, answered: 198, refused: 25 },
    });
    expect(none).toEqual({ first: null, last: null, calls: 0, answered: 0, refused: 0 });
  });

  it('knows accepted risks as they stood when it was judged', () => {
    const early = { ...demo, judgedAt: '2026-11-05T01:30:00.000Z' };

    const now = buildAssessment(demo).exceptions;
    const then = buildAssessment(early).exceptions;

    expect(now.map(({ id, state }) => [id, state])).toEqual([
      ...[
        ['ex-1', 'active'],
        ['ex-2', 'waiting'],
        ['ex-3', 'revoked'],
      ],
    ]);
    expect(then.map(({ state, approved, revoked }) => [state, approved, revoked])).toEqual([
      ...[
        ['waiting', null, null],
        ['waiting', null, null],
        ['waiting', null, null],
      ],
    ]);
  });

  it('names the fails that lie in a risk’s scope, and no other finding', () => {
    const { exceptions, checks } = buildAssessment(demo);

    const fails = checks
      .filter(({ id }) => id === exceptions[0]?.check)
      .flatMap(({ findings }) => findings.filter(({ outcome }) => outcome === 'fail'));
    expect(exceptions[0]?.fingerprints).toEqual(fails.map(({ fingerprint }) => fingerprint));
    expect(fails).toHaveLength(1);
  });

  it('leaves out what came after it was judged or made, and what is about another account', () => {
    const [answer] = demo.attestations;
    const [row] = demo.auditTrail;
    if (!answer || !row) throw new Error('somebody answered');
    const late = '2026-11-20T00:00:00.000Z';

    const assessment = buildAssessment({
      ...demo,
      attestations: [
        { ...answer, at: late },
        { ...answer, account: '999988887777' },
      ],
      auditTrail: [{ ...row, at: late }],
      exceptions: demo.exceptions.map((one) => ({ ...one, requested: { by: 'x', at: late } })),
      thresholdChanges: demo.thresholdChanges.map((change) => ({ ...change, at: late })),
    });

    const { attestations, auditTrail, exceptions, thresholds } = assessment;
    expect([attestations, auditTrail, exceptions, thresholds.changes]).toEqual([[], [], [], []]);
  });

  it('is not made where retention took the evidence away', () => {
    const make = () => buildAssessment({ ...demo, evidence: null });

    expect(make).toThrow(new DomainError('evidence-pruned'));
  });
});
