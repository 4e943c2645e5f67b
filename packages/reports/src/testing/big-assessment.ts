import type { Assessment, CheckResult, Finding } from '@ippo/contracts';
import { completeness } from '../assessment/completeness.ts';
import { demoAssessment } from './assessments.ts';

/** Checks whose units an account may have any number of. */
const grown = ['ct-bucket-public', 'ct-log-validation', 'gd-features', 'iam-user-mfa'];

/** The demo report with so many findings: users, trails, buckets and plans, judged as the demo's are. */
export function bigAssessment(findings: number): Assessment {
  const demo = demoAssessment();
  const kept = demo.checks
    .filter(({ id }) => !grown.includes(id))
    .reduce((sum, check) => sum + check.findings.length, 0);
  const each = Math.max(0, findings - kept) / grown.length;
  const checks = demo.checks.map((check) => {
    const place = grown.indexOf(check.id);
    if (place < 0) return check;
    const count = Math.floor(each * (place + 1)) - Math.floor(each * place);
    return { ...check, findings: madeLike(check, count, demo.account) };
  });
  const all = checks.flatMap((check) => check.findings);
  const judged = all.filter(
    ({ outcome, reason }) => /^(?:pass|fail)$/.test(outcome) || reason.code === 'blocked-by',
  ).length;
  const unknown = all.filter(({ outcome }) => outcome === 'unknown').length;
  const coverage = { ...demo.coverage, units: { judged, total: judged + unknown } };
  const { regions, regionsAssumed } = demo;
  return {
    ...{ ...demo, coverage, checks },
    completeness: completeness({ checks, coverage, regions, regionsAssumed }),
  };
}

function madeLike({ id, findings }: CheckResult, count: number, account: string): Finding[] {
  return Array.from({ length: count }, (_, index) => {
    const like = findings[index % findings.length];
    if (!like) throw new Error(`the demo account has findings of ${id}`);
    const name = `${id}-${String(index).padStart(6, '0')}`;
    return {
      ...like,
      fingerprint: `${id.length.toString(16)}${index.toString(16)}`.padStart(64, '0'),
      resource: `arn:aws:iam::${account}:user/${name}`,
      facet: name,
    };
  });
}
