import {
  exceptionStateAt,
  inScope,
  type AssessedException,
  type Instant,
  type ScanReport,
} from '@ippo/contracts';
import type { Gathered } from './gathered.ts';

/**
 * Accepted risks as they stood at an instant: later requests are left out, later approvals and ends are not
 * known yet. Each names the fails of the report in its scope.
 */
export function assessedExceptions(
  exceptions: Gathered['exceptions'],
  report: ScanReport,
  at: Instant,
): AssessedException[] {
  return exceptions
    .filter(({ requested }) => notAfter(requested.at, at))
    .toSorted((a, b) => Date.parse(a.requested.at) - Date.parse(b.requested.at) || order(a, b))
    .map((exception) => {
      const approved = asOf(exception.approved, at);
      const revoked = asOf(exception.revoked, at);
      const times = {
        until: new Date(exception.until),
        approvedAt: approved && new Date(approved.at),
        revokedAt: revoked && new Date(revoked.at),
      };
      const state = exceptionStateAt(times, new Date(at));
      const selfApproved = approved !== null && exception.selfApproved;
      return {
        ...{ ...exception, approved, revoked, selfApproved, state },
        fingerprints: coveredFails(exception, report),
      };
    });
}

function coveredFails(
  exception: Gathered['exceptions'][number],
  { account, checks }: ScanReport,
): string[] {
  return checks.flatMap(({ id: check, findings }) =>
    findings
      .filter(
        ({ outcome, region, resource }) =>
          outcome === 'fail' && inScope(exception, { account, check, region, resource }),
      )
      .map(({ fingerprint }) => fingerprint),
  );
}

function asOf<Done extends { at: Instant }>(done: Done | null, at: Instant): Done | null {
  return done !== null && notAfter(done.at, at) ? done : null;
}

function notAfter(one: Instant, other: Instant): boolean {
  return Date.parse(one) <= Date.parse(other);
}

function order(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
