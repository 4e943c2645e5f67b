import type { Scope, Settings, Source } from '@ippo/contracts';
import { listAttestations } from '../store/attestations.ts';
import { closedRegionsAt } from '../store/closed-regions.ts';
import type { Database } from '../store/database.ts';
import type { PackedEvidence } from '../store/evidence-parts/pack-evidence.ts';
import { loadPackedEvidence } from '../store/evidence.ts';
import { followFindings } from '../store/findings/follow-findings.ts';
import { keepReport } from '../store/report-bodies.ts';
import type { PackedReport } from '../store/report-parts/pack-report.ts';
import { readFirstJudgedAt } from '../store/reports.ts';
import { chainOfAccount, readStoredScan } from '../store/scans.ts';
import { readThresholds } from '../store/thresholds.ts';
import { connectedAccounts } from './connected-accounts.ts';
import type { JudgedWith } from './judge-thread/jobs.ts';
import { inJudgeThread } from './judge-thread/judge-thread.ts';

/** Whose evidence it is. */
export type EvidenceOwner = { source: Source; account: string; organization: string | null };

/** A judgement that is not stored yet; also the time as of which people's answers counted. */
export type Judgement = { packed: PackedReport; judgedAt: Date; scope: Scope };

/**
 * Judges stored evidence with what this install knows and with people's answers as of a time; by the
 * limits that hold then, unless others are given.
 */
export async function judgeStored(
  db: Database,
  evidence: PackedEvidence,
  owner: EvidenceOwner,
  judgedAt: Date,
  settings?: Settings,
): Promise<Judgement> {
  const held = settings ?? (await readThresholds(db, judgedAt));
  const given = await knownBeside(db, owner, judgedAt, held);
  const packed = await inJudgeThread('judge', evidence, given);
  return { packed, judgedAt, scope: given.scope };
}

/** What is judged besides the evidence of an account, as of a time. */
export async function knownBeside(
  db: Database,
  owner: EvidenceOwner,
  at: Date,
  settings: Settings,
): Promise<JudgedWith> {
  const chain = chainOfAccount(owner.source, owner.account);
  return {
    settings,
    scope: {
      closedRegions: await closedRegionsAt(db, chain, at),
      connectedAccounts: await connectedAccounts(db, owner),
    },
    attestations: await listAttestations(db, chain, at),
    answersAt: at.toISOString(),
  };
}

/**
 * Keeps a judgement beside the scan's earlier ones; of a complete scan that ended, also what became of
 * each finding. Pass a transaction.
 */
export async function keepJudgement(
  tx: Database,
  scanId: string,
  { packed, judgedAt, scope }: Judgement,
): Promise<void> {
  const number = await keepReport(tx, scanId, packed, judgedAt, scope);
  const scan = await readStoredScan(tx, scanId);
  if (scan?.status === 'complete') await followFindings(tx, scan, packed, { number, at: judgedAt });
}

/**
 * Judges a complete scan's evidence once more and keeps that beside its earlier judgements. Limits that
 * were set since the first of them are for later scans.
 */
export async function judgeAgain(tx: Database, scanId: string, at: Date): Promise<void> {
  const scan = await readStoredScan(tx, scanId);
  const evidence = await loadPackedEvidence(tx, scanId);
  if (!evidence || !scan?.source || scan.account === null)
    throw new Error(`the evidence of scan ${scanId} is not stored`);
  const { source, account, organization } = scan;
  const owner = { source, account, organization };
  const settings = await readThresholds(tx, (await readFirstJudgedAt(tx, scanId)) ?? at);
  await keepJudgement(tx, scanId, await judgeStored(tx, evidence, owner, at, settings));
}
