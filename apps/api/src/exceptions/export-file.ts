import type { Source } from '@ippo/contracts';
import { recordInAuditLog } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import { listExceptions } from '../store/exceptions.ts';
import { newestScans } from '../store/findings/newest-scans.ts';
import type { ReaderScope } from '../store/reader-scope.ts';
import { writeExceptionFile } from './write-file.ts';

type Asked = {
  reader: ReaderScope;
  source?: Source['kind'] | undefined;
  account?: string | undefined;
  /** User id; null for the command line. */
  by: string | null;
  at: Date;
};

/** What holds or waits, as a file that can be imported; the export leaves an entry in the audit log. */
export async function exportExceptions(
  db: Database,
  { reader, source, account, by, at }: Asked,
): Promise<{ yaml: string; entries: number }> {
  const scans = await newestScans(db, reader, { source, account });
  const rows = await listExceptions(
    db,
    scans.map(({ chain }) => chain),
  );
  const open = rows.filter(({ revokedAt, until }) => revokedAt === null && until > at);
  const kind = scans[0]?.source.kind ?? source ?? 'aws';
  const detail = { entries: String(open.length), source: kind, account: account ?? 'all' };
  await recordInAuditLog(db, { at, actor: by, action: 'exceptions.exported', detail });
  return { yaml: writeExceptionFile(kind, open), entries: open.length };
}
