import type { Assessment, Language } from '@ippo/contracts';
import { describe, expect, it } from 'vitest';
import {
  contextIn,
  demoAssessment,
  emptyAssessment,
  unreadableAssessment,
} from '../testing/assessments.ts';
import { sentencesOf } from './summary-sentences.ts';
import { writingOf } from './writing.ts';

describe('the first sentence of the summary', () => {
  it('tells of fails', () => {
    expect(first(demoAssessment(), 'en')).toBe(
      '6 of 26 checks fail, with 16 failed findings; the risk of 1 is accepted.',
    );
  });

  it('tells of a single fail', () => {
    const demo = demoAssessment();
    const fails = demo.checks.filter(({ outcome }) => outcome === 'fail');
    const checks = demo.checks.map((check) => {
      if (check.outcome !== 'fail') return check;
      if (check !== fails[0]) return { ...check, outcome: 'pass' as const, findings: [] };
      const findings = check.findings.filter(({ outcome }) => outcome === 'fail').slice(0, 1);
      return { ...check, severity: 'critical' as const, findings };
    });

    expect(first({ ...demo, checks, exceptions: [] }, 'en')).toBe(
      '1 of 26 checks fails, a critical one, with 1 failed finding.',
    );
  });

  it('does not tell that nothing fails where nothing could be judged', () => {
    expect(first(unreadableAssessment(), 'en')).toBe('None of the 26 checks could be judged.');
    expect(first(unreadableAssessment(), 'ja')).toBe(
      '26 件のチェックのうち、判断できたものはありません。',
    );
  });

  it('does not tell that nothing fails where nothing was judged', () => {
    expect(first(emptyAssessment(), 'en')).toBe('Nothing was judged.');
    expect(first(emptyAssessment(), 'ja')).toBe('評価していません。');
  });

  it('tells of how many nothing fails, where others could not be judged', () => {
    const partly = withoutFails(demoAssessment(), 14);

    expect(first(partly, 'en')).toBe('Of 26 checks, none of the 14 that could be judged fails.');
    expect(first(partly, 'ja')).toBe(
      '26 件のチェックのうち、判断できた 14 件に不合格はありません。',
    );
  });

  it('tells that nothing fails where every check was judged', () => {
    const whole = withoutFails(demoAssessment(), 26);

    expect(first(whole, 'en')).toBe('None of the 26 checks fails.');
    expect(first(whole, 'ja')).toBe('26 件のチェックに不合格はありません。');
  });
});

function first(assessment: Assessment, language: Language): string | undefined {
  return sentencesOf(writingOf(assessment, contextIn(language)))[0];
}

function withoutFails(assessment: Assessment, judged: number): Assessment {
  const checks = assessment.checks.map((check) => ({ ...check, findings: [] }));
  const coverage = { ...assessment.coverage, checks: { judged, total: 26 } };
  return { ...assessment, checks, coverage };
}
