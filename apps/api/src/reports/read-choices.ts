import { DomainError, type ReportChoices, type ReportScope } from '@ippo/contracts';
import type { Database } from '../store/database.ts';
import type { ReaderScope } from '../store/reader-scope.ts';
import { newestExports, type StoredExport } from '../store/report-exports.ts';
import { listAssessable, readSummary } from '../store/scans-in-scope.ts';
import { packFormat, writingFormats } from './check-order.ts';
import { chooseScans, type ChosenScans } from './choose-scan.ts';
import { nameOf } from './gather.ts';

/** What the page of reports offers; without a complete scan only the formats. */
export async function readChoices(
  db: Database,
  reader: ReaderScope,
  asked: ReportScope,
): Promise<ReportChoices> {
  const chosen = await chooseScans(db, reader, asked).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'no-report') return null;
    throw error;
  });
  const made = chosen ? await newestExports(db, chosen.scan.chain) : [];
  return { formats: formatsOf(made), subject: chosen && (await subjectOf(db, chosen, made)) };
}

function formatsOf(made: readonly StoredExport[]): ReportChoices['formats'] {
  return writingFormats.map(({ id, label, purpose, extension }) => {
    const last = made.find(({ format }) => format === id);
    return {
      ...{ id, label, purpose, extension, pack: id === packFormat },
      last: last ? { bytes: last.bytes, milliseconds: last.milliseconds } : null,
    };
  });
}

async function subjectOf(
  db: Database,
  chosen: ChosenScans,
  made: readonly StoredExport[],
): Promise<ReportChoices['subject']> {
  const { scan, period, scans } = chosen;
  const summary = await readSummary(db, scan.id);
  if (!summary || scan.finishedAt === null) return null;
  const { counts, coverage, regions, standings } = summary;
  const pack = made.find(({ format }) => format === packFormat);
  return {
    account: scan.account,
    accountName: await nameOf(db, chosen),
    source: scan.source,
    scans: await listAssessable(db, scan.chain),
    scan: {
      ...{ id: scan.id, finishedAt: scan.finishedAt.toISOString() },
      ...{ checks: Object.keys(standings).length, readings: coverage.readings },
      findings: {
        pass: counts['pass'] ?? 0,
        fail: counts['fail'] ?? 0,
        unknown: counts['unknown'] ?? 0,
        manual: counts['manual'] ?? 0,
        'not-applicable': counts['not-applicable'] ?? 0,
      },
      blocked: counts['blocked'] ?? 0,
      regionsUnread: Object.keys(regions?.unread ?? {}).toSorted(),
    },
    period: period && { from: period.from.toISOString(), to: period.to.toISOString() },
    scansInScope: scans.length,
    previousPack: pack ? { fileName: pack.fileName, at: pack.at.toISOString() } : null,
  };
}
