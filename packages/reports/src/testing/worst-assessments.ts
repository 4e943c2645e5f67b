import type { Assessment, Finding } from '@ippo/contracts';
import { bigAssessment } from './big-assessment.ts';

/** So many findings, each with a sentence of its own: nothing can be told once for many. */
export function unlikeAssessment(findings: number): Assessment {
  return changed(findings, (finding, number) => ({
    ...finding,
    reason: {
      code: 'validation-off',
      params: { trail: `arn:aws:cloudtrail:ap-northeast-1:111122223333:trail/trail-${number}` },
    },
  }));
}

/** So many findings, each on an answer of its own: the appendix is as long as the findings. */
export function manyCallsAssessment(findings: number): Assessment {
  return changed(findings, (finding, number) => ({
    ...finding,
    evidence: finding.evidence.slice(0, 1).map((ref) => ({
      ...ref,
      requestId: `76309e4f-ca25-4147-abb6-${String(number).padStart(12, '0')}`,
    })),
  }));
}

function changed(findings: number, change: (finding: Finding, number: number) => Finding) {
  const big = bigAssessment(findings);
  let number = 0;
  return {
    ...big,
    checks: big.checks.map((check) => ({
      ...check,
      findings: check.findings.map((finding) => change(finding, number++)),
    })),
  };
}
