import { collectEvidence, identify } from '@ippo/collectors';
import { DomainError, type Evidence, type ProblemCode, type ScanTarget } from '@ippo/contracts';
import { answersWereGivenSince } from '../store/attestations.ts';
import { closedRegionsChangedSince } from '../store/closed-regions.ts';
import { noteReaderOf } from '../store/connections.ts';
import { isDatabaseAway } from '../store/database-away.ts';
import type { Database } from '../store/database.ts';
import { recordInAuditLog } from '../store/audit.ts';
import { keepPackedEvidence } from '../store/evidence.ts';
import { stillRuns } from '../store/scan-leases.ts';
import {
  beginScan,
  endScan,
  noteOrganization,
  noteScannedAccount,
  readStoredScan,
  type EndStatus,
} from '../store/scans.ts';
import { endDisproved } from './closed-regions.ts';
import { organizationOf } from './connected-accounts.ts';
import { judgeAgain, judgeStored, keepJudgement, type Judgement } from './judge-stored.ts';
import { inJudgeThread } from './judge-thread/judge-thread.ts';
import { progressRecorder } from './record-progress.ts';
import { cancelled } from './scan-board.ts';
import type { ScanWork } from './scan-work.ts';

type End = { status: EndStatus; problem?: ProblemCode; judged?: Judgement };

/** Runs a waiting scan to its end, whatever that is; does nothing where it is no longer waiting. */
export async function runScan(work: ScanWork, id: string): Promise<void> {
  const { db, board } = work;
  if (board.stopping() || !(await beginScan(db, id, work.now(), work.worker))) return;
  const signal = board.begin(id);
  board.changed(id, false);
  try {
    const scan = await readStoredScan(db, id);
    const end = await readAndJudge(work, id, scan?.target ?? 'demo', signal).catch(
      (error: unknown) => endOfFailed(work, id, error, signal),
    );
    // A scan cut off by our own end stays `running`, so that whoever takes it over restarts it.
    if (end.status === 'cancelled' && signal.reason !== cancelled) return;
    await close(work, id, end);
  } finally {
    board.changed(id, true);
  }
}

async function readAndJudge(
  work: ScanWork,
  id: string,
  target: ScanTarget,
  signal: AbortSignal,
): Promise<End> {
  const { db } = work;
  const evidence = await read(work, id, target, signal);
  const { source, account } = evidence;
  const organization = organizationOf(evidence);
  const packed = await inJudgeThread('pack', evidence);
  await keepPackedEvidence(db, id, packed);
  await noteScannedAccount(db, id, evidence);
  await noteOrganization(db, id, organization);
  const owner = { source, account, organization };
  return {
    ...statusOf(evidence),
    judged: await judgeStored(db, packed, owner, work.now()),
  };
}

async function read(
  work: ScanWork,
  id: string,
  target: ScanTarget,
  signal: AbortSignal,
): Promise<Evidence> {
  const session = await work.openTarget(target);
  const recorder = progressRecorder(work, id);
  try {
    const { source } = session;
    await noteScannedAccount(work.db, id, { source, account: session.account ?? null });
    const { account, arn } = await identify(session, signal);
    await noteScannedAccount(work.db, id, { source, account });
    await noteReaderOf(work.db, target, { account, callerArn: arn });
    return await collectEvidence(session, { signal, onProgress: recorder.take });
  } finally {
    session.close();
    await recorder.settle();
  }
}

function statusOf({ ended }: Evidence): End {
  if (ended === 'credentials-expired') return { status: 'failed', problem: 'credentials-refused' };
  return { status: ended };
}

function endOfFailed(work: ScanWork, id: string, error: unknown, signal: AbortSignal): End {
  if (signal.aborted) return { status: 'cancelled' };
  if (error instanceof DomainError) return { status: 'failed', problem: error.code };
  // It stays `running`: whoever takes it over, once there is a database again, restarts it.
  if (isDatabaseAway(error)) throw error;
  work.log.error({ err: error, scan: id }, 'a scan failed');
  return { status: 'failed', problem: 'internal' };
}

async function close(work: ScanWork, id: string, end: End): Promise<void> {
  const { db, worker } = work;
  const at = work.now();
  const { status, problem, judged } = end;
  await db.transaction(async (tx) => {
    // Taken for dead and restarted elsewhere: what this process found is not what counts.
    if (!(await stillRuns(tx, id, worker))) return work.log.warn({ scan: id }, 'a scan was lost');
    await endScan(tx, id, { status, at, ...(problem && { problem }) });
    if (judged) await keepJudgement(tx, id, judged);
    const detail = { status, ...(problem && { problem }) };
    await recordInAuditLog(tx, { at, actor: null, action: 'scan.ended', subject: id, detail });
    // What people said since this scan was judged found no scan to judge anew but the one before it.
    if (judged && status === 'complete') {
      await judgeAgainIfSaid(tx, id, judged.judgedAt, at);
      await endDisproved(tx, id, at);
    }
  });
}

async function judgeAgainIfSaid(
  tx: Database,
  scan: string,
  judgedAt: Date,
  at: Date,
): Promise<void> {
  const stored = await readStoredScan(tx, scan);
  if (!stored?.chain) return;
  const said =
    (await answersWereGivenSince(tx, stored.chain, judgedAt)) ||
    (await closedRegionsChangedSince(tx, stored.chain, judgedAt));
  if (said) await judgeAgain(tx, scan, at);
}
