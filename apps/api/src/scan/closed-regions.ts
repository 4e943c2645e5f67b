import { randomUUID } from 'node:crypto';
import { DomainError, type ClosedRegion } from '@ippo/contracts';
import { recordInAuditLog } from '../store/audit.ts';
import {
  closedRegionsAt,
  endAnsweredRegions,
  endClosedRegion,
  keepClosedRegion,
  readHeldRegion,
} from '../store/closed-regions.ts';
import type { Database } from '../store/database.ts';
import { everyAccount } from '../store/reader-scope.ts';
import { readNewestCompleteScan, readReport } from '../store/reports.ts';
import { lockChain, readStoredScan, sourceKindOf } from '../store/scans.ts';
import { judgeAgain } from './judge-stored.ts';
import type { Actor } from './scan-service.ts';

/**
 * Keeps an owner's word that an SCP closes a Region, where the newest scan of the same source and account
 * proves it, and judges that scan anew, both or neither. Throws DomainError `not-found`, `no-report`,
 * `region-not-proven-closed` or `region-confirmed`.
 */
export async function confirmClosedRegion(
  db: Database,
  { scanId, region, reason }: { scanId: string; region: string; reason: string },
  by: Actor,
  at: Date,
): Promise<ClosedRegion> {
  const scan = await readStoredScan(db, scanId);
  if (!scan) throw new DomainError('not-found');
  const { chain, account } = scan;
  if (chain === null || account === null) throw new DomainError('no-report');
  return db.transaction(async (tx) => {
    await lockChain(tx, chain);
    const newest = await readNewestCompleteScan(tx, chain);
    const judged = newest && (await readReport(tx, everyAccount, newest.id));
    if (!newest || !judged) throw new DomainError('no-report');
    const state = judged.report.regions.find(({ name }) => name === region)?.state;
    if (state === 'out-of-scope') throw new DomainError('region-confirmed', { region });
    if (state !== 'scp-denied') throw new DomainError('region-not-proven-closed', { region });
    const kept = await keepClosedRegion(tx, {
      ...{ id: randomUUID(), chain, account, region, reason, scanId: newest.id },
      ...{ byId: by.id, byName: by.name, at },
    });
    if (!kept) throw new DomainError('region-confirmed', { region });
    await judgeAgain(tx, newest.id, at);
    await recordInAuditLog(tx, {
      ...{ at, actor: by.id, action: 'region.confirmed-closed', subject: region },
      detail: { account, source: sourceKindOf(chain), reason },
    });
    return kept;
  });
}

/** Takes a confirmation back and judges the newest scan anew. Throws DomainError `not-found`. */
export async function reopenRegion(
  db: Database,
  id: string,
  by: Actor,
  at: Date,
): Promise<ClosedRegion> {
  const held = await readHeldRegion(db, id);
  if (!held) throw new DomainError('not-found');
  return db.transaction(async (tx) => {
    await lockChain(tx, held.chain);
    const ended = await endClosedRegion(tx, id, by, at);
    if (!ended) throw new DomainError('not-found');
    const newest = await readNewestCompleteScan(tx, held.chain);
    if (newest) await judgeAgain(tx, newest.id, at);
    await recordInAuditLog(tx, {
      ...{ at, actor: by.id, action: 'region.confirmation-ended', subject: held.region },
      detail: { account: held.account, source: sourceKindOf(held.chain) },
    });
    return ended;
  });
}

/** Ends the confirmations that a complete scan disproves: in those Regions a call was answered. */
export async function endDisproved(tx: Database, scanId: string, at: Date): Promise<void> {
  const scan = await readStoredScan(tx, scanId);
  if (!scan || scan.chain === null) return;
  const { chain, account } = scan;
  const held = await closedRegionsAt(tx, chain, at);
  if (held.length === 0) return;
  const names = new Set(held.map(({ region }) => region));
  const judged = await readReport(tx, everyAccount, scanId);
  const answered = (judged?.report.regions ?? [])
    .filter((region) => names.has(region.name) && region.answered > 0)
    .map(({ name }) => name);
  for (const region of await endAnsweredRegions(tx, chain, answered, { scanId, at }))
    await recordInAuditLog(tx, {
      ...{ at, actor: null, action: 'region.confirmation-ended', subject: region },
      detail: { account: account ?? '', source: sourceKindOf(chain), scan: scanId },
    });
}
