import type { Alert } from '@ippo/contracts';
import type { CheckStanding, RegionsSeen } from '../schema/findings.ts';

/** A complete scan as alerts know it. */
export type SeenScan = {
  at: Date;
  standings: Readonly<Record<string, CheckStanding>>;
  coverage: {
    checks: { judged: number; total: number };
    readings: { answered: number; total: number };
  };
  regions: RegionsSeen | null;
  catalogueDigest: string;
};

/** What an account's newest scan shows, and since when. */
export type Sight = {
  now: SeenScan;
  /** The complete scan before; null for the first. */
  before: SeenScan | null;
  /** When each critical check became unknown, of those that are and were once judged. */
  unknownSince: ReadonlyMap<string, Date>;
  /** When each Region stopped to answer, of those that do not and once did. */
  darkSince: ReadonlyMap<string, Date>;
  /** Regions in which GuardDuty reports serious findings, how many, and since when. */
  threats: readonly { region: string; findings: number; since: Date }[];
};

/** What must not wait for the weekly review, an incident first. */
export function alertsOf(sight: Sight): Alert[] {
  return [threats(sight), unknown(sight), dark(sight), fell(sight)].filter(
    (alert) => alert !== null,
  );
}

function threats({ threats: found }: Sight): Alert | null {
  if (found.length === 0) return null;
  return {
    kind: 'threats',
    since: earliest(found.map(({ since }) => since)),
    findings: found.reduce((sum, { findings }) => sum + findings, 0),
    regions: found.map(({ region }) => region).toSorted(),
  };
}

function unknown({ unknownSince }: Sight): Alert | null {
  if (unknownSince.size === 0) return null;
  const checks = [...unknownSince.keys()].toSorted();
  return { kind: 'critical-unknown', since: earliest([...unknownSince.values()]), checks };
}

function dark({ darkSince }: Sight): Alert | null {
  if (darkSince.size === 0) return null;
  const regions = [...darkSince.keys()].toSorted();
  return { kind: 'regions-dark', since: earliest([...darkSince.values()]), regions };
}

/** By other rules there are other checks to judge and to ask for, so nothing is compared then. */
function fell({ now, before }: Sight): Alert | null {
  if (before === null || before.catalogueDigest !== now.catalogueDigest) return null;
  const checks = { before: before.coverage.checks.judged, after: now.coverage.checks.judged };
  const missing = { before: unanswered(before), after: unanswered(now) };
  if (checks.after >= checks.before && missing.after <= missing.before) return null;
  return {
    kind: 'coverage-fell',
    since: now.at.toISOString(),
    checks: { ...checks, total: now.coverage.checks.total },
    missing,
  };
}

function unanswered({ coverage: { readings } }: SeenScan): number {
  return readings.total - readings.answered;
}

function earliest(times: readonly Date[]): string {
  return new Date(Math.min(...times.map((time) => time.getTime()))).toISOString();
}
