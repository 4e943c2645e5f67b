import { DomainError } from '@ippo/contracts';
import { newestScan, type Subject } from '../store/findings/newest-scans.ts';
import { readReport, type JudgedScan } from '../store/reports.ts';
import type { ExportContext } from './define-export.ts';

/**
 * The report that a page shows: of the scan in its address, else the newest complete one. Throws DomainError
 * `not-found`, `evidence-pruned` or `no-report`.
 */
export async function reportOf(
  { services: { db, scans }, scope }: ExportContext,
  { scan, ...subject }: Subject & { scan?: string | undefined },
): Promise<JudgedScan> {
  const id = scan ?? (await newestScan(db, scope, subject))?.scanId;
  if (id === undefined) throw new DomainError('no-report');
  const { prunedAt } = await scans.read(id, scope);
  if (prunedAt !== null) throw new DomainError('evidence-pruned');
  const found = await readReport(db, scope, id);
  if (!found) throw new DomainError('no-report');
  return found;
}
