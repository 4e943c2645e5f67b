import type { FindingFilter } from '@ippo/contracts';
import type { RequestContext } from '../../http/request-context.ts';
import { countFlagged } from '../../store/findings/exception-counts.ts';
import { countFindings } from '../../store/findings/finding-counts.ts';
import { newestScans } from '../../store/findings/newest-scans.ts';
import { scopeOf } from '../implement.ts';

/** What a list of findings says besides its rows, with the scans that these are read from. */
export async function readListHead(context: RequestContext, asked: FindingFilter) {
  const { db, now } = context.services;
  const filter = { ...asked, at: now() };
  const scans = await newestScans(db, scopeOf(context), { source: filter.source });
  const { total, counts } = await countFindings(db, scans, filter);
  const exceptions = await countFlagged(db, scans, filter);
  const source = scans[0]?.source.kind ?? null;
  return { scans, filter, head: { source, total, counts, exceptions } };
}
