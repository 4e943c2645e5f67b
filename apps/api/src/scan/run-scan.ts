import { collectEvidence, identify } from '@ippo/collectors';
import {
  DomainError,
  type Evidence,
  type ProblemCode,
  type ScanReport,
  type ScanTarget,
} from '@ippo/contracts';
import { answersWereGivenSince } from '../store/attestations.ts';
import type { Database } from '../store/database.ts';
import { recordInAuditLog } from '../store/audit.ts';
import { keepEvidence, loadEvidence } from '../store/evidence.ts';
import { keepReport } from '../store/reports.ts';
import {
  beginScan,
  endScan,
  noteOrganization,
  noteScannedAccount,
  readStoredScan,
  type EndStatus,
} from '../store/scans.ts';
import { organizationOf } from './connected-accounts.ts';
import { judgeAgain, judgeStored } from './judge-stored.ts';
import { progressRecorder } from './record-progress.ts';
import type { ScanWork } from './scan-work.ts';

type Judged = { report: ScanReport; judgedAt: Date };
type End = { status: EndStatus; problem?: ProblemCode; judged?: Judged };

/** Runs a waiting scan to its end, whatever that is; does nothing where it is no longer waiting. */
export async function runScan(work: ScanWork, id: string): Promise<void> {
  const { db, board } = work;
  if (board.stopping() || !(await beginScan(db, id, work.now()))) return;
  const signal = board.begin(id);
  board.changed(id, false);
  try {
    const scan = await readStoredScan(db, id);
    const end = await readAndJudge(work, id, scan?.target ?? 'demo', signal).catch(
      (error: unknown) => endOfFailed(work, id, error, signal),
    );
    // A scan cut off by our own end stays `running`, so that the next start restarts it.
    if (board.stopping() && end.status === 'cancelled') return;
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
  await keepEvidence(db, id, evidence);
  await noteScannedAccount(db, id, evidence);
  await noteOrganization(db, id, organizationOf(evidence));
  const stored = await loadEvidence(db, id);
  if (!stored) throw new Error(`the evidence of scan ${id} was not stored`);
  const judgedAt = work.now();
  return {
    ...statusOf(stored),
    judged: { report: await judgeStored(db, stored, judgedAt), judgedAt },
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
    await noteScannedAccount(work.db, id, { source, account: null });
    const { account } = await identify(session, signal);
    await noteScannedAccount(work.db, id, { source, account });
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
  work.log.error({ err: error, scan: id }, 'a scan failed');
  return { status: 'failed', problem: 'internal' };
}

async function close({ db, now }: ScanWork, id: string, end: End): Promise<void> {
  const at = now();
  const { status, problem, judged } = end;
  await db.transaction(async (tx) => {
    if (judged) await keepReport(tx, id, judged.report, judged.judgedAt);
    await endScan(tx, id, { status, at, ...(problem && { problem }) });
    const detail = { status, ...(problem && { problem }) };
    await recordInAuditLog(tx, { at, actor: null, action: 'scan.ended', subject: id, detail });
    // An answer given since this scan was judged found no scan to judge anew but the one before it.
    if (judged && status === 'complete') await judgeAgainIfAnswered(tx, id, judged.judgedAt, at);
  });
}

async function judgeAgainIfAnswered(
  tx: Database,
  scan: string,
  judgedAt: Date,
  at: Date,
): Promise<void> {
  const stored = await readStoredScan(tx, scan);
  if (stored?.chain && (await answersWereGivenSince(tx, stored.chain, judgedAt)))
    await judgeAgain(tx, scan, at);
}
