import { catalogue } from '@ippo/checks';
import {
  DomainError,
  dayIn,
  endOfDay,
  exceptionDays,
  inScope,
  isTimeZone,
  longestExceptionDays,
  type ExceptionScope,
  type NewException,
  type Source,
} from '@ippo/contracts';
import type { Database } from '../store/database.ts';
import { exceptionFlags } from '../store/findings/exception-flags.ts';
import { readOpenFindings, type OpenFinding } from '../store/findings/exception-counts.ts';
import { newestScan, type NewestScan } from '../store/findings/newest-scans.ts';
import type { ReaderScope } from '../store/reader-scope.ts';

/** At most so many critical fails are named before something is accepted. */
const namedCriticals = 20;

/** Whether the catalogue has a check. */
export function isCheck(id: string): boolean {
  return catalogue.checks.some((check) => check.id === id);
}

/**
 * The newest complete scan of the account that a scope names. Throws DomainError `unknown-check` or
 * `account-not-read`.
 */
export async function requireSubject(
  db: Database,
  reader: ReaderScope,
  { check, account }: Pick<ExceptionScope, 'check' | 'account'>,
  source: Source['kind'] | undefined,
): Promise<NewestScan> {
  if (!isCheck(check)) throw new DomainError('unknown-check', { check });
  const scan = await newestScan(db, reader, { account, source });
  if (!scan) throw new DomainError('account-not-read', { account });
  return scan;
}

/** The fails in a scope as of a scan. */
export async function failsIn(
  db: Database,
  chain: string,
  scope: ExceptionScope,
): Promise<OpenFinding[]> {
  const open = await readOpenFindings(db, chain, [scope.check]);
  return open.filter((finding) => finding.outcome === 'fail' && inScope(scope, finding));
}

/** What a scope would cover, for whoever is about to accept it. */
export async function previewScope(
  db: Database,
  scan: NewestScan,
  scope: ExceptionScope,
  at: Date,
) {
  const open = await readOpenFindings(db, scan.chain, [scope.check]);
  const inside = open.filter((finding) => inScope(scope, finding));
  const fails = inside.filter(({ outcome }) => outcome === 'fail');
  const critical = fails.filter(({ severity }) => severity === 'critical');
  const flagOf = await exceptionFlags(db, [scan.chain], at);
  const accepted = fails.filter((finding) => flagOf(scan.chain, finding)?.state === 'accepted');
  const groups = Map.groupBy(fails, ({ severity }) => severity);
  return {
    fails: fails.length,
    critical: critical.length,
    criticalOnes: critical.slice(0, namedCriticals).map(({ fingerprint, region, resource }) => ({
      fingerprint,
      ...(region !== 'global' && { region }),
      ...(resource !== '' && { resource }),
    })),
    severities: Object.fromEntries([...groups].map(([one, list]) => [one, list.length])),
    unknown: inside.length - fails.length,
    accepted: accepted.length,
    asOf: scan.at.toISOString(),
  };
}

/**
 * When an exception ends whose last day is named. Throws DomainError `time-zone-unknown`,
 * `exception-day-passed` or `exception-too-long`.
 */
export function requireEnd({ lastDay, zone }: Pick<NewException, 'lastDay' | 'zone'>, now: Date) {
  if (!isTimeZone(zone)) throw new DomainError('time-zone-unknown', { zone });
  if (lastDay < dayIn(zone, now))
    throw new DomainError('exception-day-passed', { day: lastDay, zone });
  const { last } = exceptionDays(zone, now);
  if (lastDay > last)
    throw new DomainError('exception-too-long', { days: String(longestExceptionDays), last });
  return endOfDay(lastDay, zone);
}
