import { judge } from '@ippo/checks';
import { defaultSettings, type Evidence, type ScanReport } from '@ippo/contracts';
import { listAttestations } from '../store/attestations.ts';
import type { Database } from '../store/database.ts';
import { loadEvidence } from '../store/evidence.ts';
import { keepReport } from '../store/reports.ts';
import { chainOfAccount } from '../store/scans.ts';
import { connectedAccounts } from './connected-accounts.ts';

/** Judges stored evidence with what this install knows and with people's answers as of a time. */
export async function judgeStored(
  db: Database,
  evidence: Evidence,
  answersAt: Date,
): Promise<ScanReport> {
  const chain = chainOfAccount(evidence.source, evidence.account);
  return judge({
    evidence,
    settings: defaultSettings,
    scope: { closedRegions: [], connectedAccounts: await connectedAccounts(db, evidence) },
    attestations: await listAttestations(db, chain, answersAt),
    answersAt: answersAt.toISOString(),
  });
}

/** Judges a scan's evidence once more and keeps that beside its earlier judgements. */
export async function judgeAgain(db: Database, scanId: string, at: Date): Promise<void> {
  const evidence = await loadEvidence(db, scanId);
  if (!evidence) throw new Error(`the evidence of scan ${scanId} is not stored`);
  await keepReport(db, scanId, await judgeStored(db, evidence, at), at);
}
