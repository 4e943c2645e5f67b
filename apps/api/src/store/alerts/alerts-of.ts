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

/** By other rules there are other checks, so only answers are compared then. */
function fell({ now, before }: Sight): Alert | null {
  if (before === null) return null;
  const share = { before: answeredShare(before), after: answeredShare(now) };
  const sameRules = before.catalogueDigest === now.catalogueDigest;
  const { judged, total } = now.coverage.checks;
  const fewer = sameRules && judged < before.coverage.checks.judged;
  if (!fewer && share.after >= share.before) return null;
  return {
    kind: 'coverage-fell',
    since: now.at.toISOString(),
    checks: { before: before.coverage.checks.judged, after: judged, total },
    answered: { before: Math.floor(share.before * 100), after: Math.floor(share.after * 100) },
  };
}

function answeredShare({ coverage: { readings } }: SeenScan): number {
  return readings.total === 0 ? 0 : readings.answered / readings.total;
}

function earliest(times: readonly Date[]): string {
  return new Date(Math.min(...times.map((time) => time.getTime()))).toISOString();
}
