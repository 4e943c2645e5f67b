import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isNull, sql } from 'drizzle-orm/sql';
import { verifyAuditLog } from '../../store/audit-chain.ts';
import { openBackup } from '../../store/backup/backup-file.ts';
import { rowsOf } from '../../store/rows-of.ts';
import type { Database } from '../../store/database.ts';
import { loadEvidence } from '../../store/evidence.ts';
import { everyAccount } from '../../store/reader-scope.ts';
import { readReport } from '../../store/reports.ts';
import { listNewestScans, type StoredScan } from '../../store/scans.ts';
import { findingSpans } from '../../store/schema/findings.ts';
import { passphrase, type StageOrders } from './kill-lines.ts';

/** What is missing of all that was acknowledged, and what is shown as done but is not; one sentence each. */
export async function checkWhole(
  db: Database,
  { folder, acknowledged }: Pick<StageOrders, 'folder' | 'acknowledged'>,
): Promise<string[]> {
  const problems: string[] = [];
  const stored = await listNewestScans(db, everyAccount, 100_000);
  const byId = new Map(stored.map((scan) => [scan.id, scan]));
  for (const { id, link, status, digest } of acknowledged.scans) {
    const scan = byId.get(id);
    if (!scan) problems.push(`the scan ${id} is lost`);
    else if (scan.link !== link || scan.status !== status || scan.evidenceDigest !== digest)
      problems.push(`the scan ${id} is not what was acknowledged`);
  }
  problems.push(...chainProblems(stored));
  for (const scan of stored) problems.push(...(await scanProblems(db, scan)));
  problems.push(...(await findingProblems(db, stored)));
  const people = await rowsOf<{ id: string }>(db, sql`select id from users`);
  const known = new Set(people.map(({ id }) => id));
  for (const id of acknowledged.people)
    if (!known.has(id)) problems.push(`the person ${id} is lost`);
  const audit = await verifyAuditLog(db);
  if (audit.state !== 'unbroken')
    problems.push(`the audit log is broken: ${JSON.stringify(audit)}`);
  problems.push(...(await backupProblems(folder, acknowledged)));
  return problems;
}

function chainProblems(stored: StoredScan[]): string[] {
  const ended = stored
    .filter(({ chain }) => chain !== null)
    .toSorted((a, b) => place(a) - place(b));
  const last = new Map<string, StoredScan>();
  return ended.flatMap((scan) => {
    const before = last.get(scan.chain ?? '');
    last.set(scan.chain ?? '', scan);
    const follows =
      place(scan) === (before ? place(before) + 1 : 1) &&
      scan.previousLink === (before?.link ?? null);
    return follows ? [] : [`the scan ${scan.id} does not follow the one before it`];
  });
}

function place(scan: StoredScan): number {
  return scan.chainPosition ?? 0;
}

/** A complete scan has its evidence and its report, whole; what is shown as ended did end. */
async function scanProblems(db: Database, scan: StoredScan): Promise<string[]> {
  const { id, status, prunedAt, finishedAt } = scan;
  if (finishedAt === null) return [];
  const evidence = await loadEvidence(db, id);
  const report = await readReport(db, everyAccount, id);
  if (prunedAt !== null) return evidence || report ? [`the scan ${id} is half-pruned`] : [];
  if (status !== 'complete') return [];
  return evidence && report ? [] : [`the complete scan ${id} has no evidence or report`];
}

/** The open findings of each account are those of its newest complete scan's report. */
async function findingProblems(db: Database, stored: StoredScan[]): Promise<string[]> {
  const problems: string[] = [];
  const newest = new Map<string, StoredScan>();
  for (const scan of stored)
    if (scan.status === 'complete' && scan.chain !== null && !newest.has(scan.chain))
      newest.set(scan.chain, scan);
  const open = await db
    .select({ chain: findingSpans.chain, check: findingSpans.check, gone: findingSpans.gone })
    .from(findingSpans)
    .where(isNull(findingSpans.closedBy));
  for (const [chain, scan] of newest) {
    const found = await readReport(db, everyAccount, scan.id);
    const judged = (found?.report.checks ?? []).reduce(
      (sum, check) => sum + check.findings.length,
      0,
    );
    const shown = open.filter((span) => span.chain === chain && span.gone === null).length;
    if (judged !== shown) problems.push(`${chain}: ${judged} findings judged, ${shown} shown`);
  }
  return problems;
}

/** Every acknowledged backup opens and is whole; every file that looks like a backup is one. */
async function backupProblems(
  folder: string,
  { backups }: StageOrders['acknowledged'],
): Promise<string[]> {
  const names = await readdir(path.join(folder, 'backups')).catch(() => []);
  const files = names
    .filter((name) => name.endsWith('.age'))
    .map((name) => path.join(folder, 'backups', name));
  const problems = backups.flatMap(({ file }) => (files.includes(file) ? [] : [`${file} is lost`]));
  // Opening one costs half a second: the newest is the one that a kill can have hit.
  const last = backups.at(-1);
  const checked = files.filter(
    (file) => file === last?.file || !backups.some((known) => known.file === file),
  );
  for (const file of checked) {
    try {
      let ended = false;
      for await (const line of (await openBackup(file, passphrase)).lines)
        ended = line.startsWith('{"rows":');
      if (!ended) problems.push(`${file} is cut off`);
    } catch (error) {
      problems.push(`${file}: ${String(error)}`);
    }
  }
  return problems;
}
