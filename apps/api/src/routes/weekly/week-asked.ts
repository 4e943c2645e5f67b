import { DomainError, isTimeZone } from '@ippo/contracts';
import { newestScan, type NewestScan, type Subject } from '../../store/findings/newest-scans.ts';
import type { Database } from '../../store/database.ts';
import type { ReaderScope } from '../../store/reader-scope.ts';

/** The account that a request about a week names. Throws DomainError `time-zone-unknown` or `no-report`. */
export async function accountAsked(
  db: Database,
  scope: ReaderScope,
  { zone, ...subject }: Subject & { zone: string },
): Promise<NewestScan> {
  if (!isTimeZone(zone)) throw new DomainError('time-zone-unknown', { zone });
  const scan = await newestScan(db, scope, subject);
  if (!scan) throw new DomainError('no-report');
  return scan;
}
