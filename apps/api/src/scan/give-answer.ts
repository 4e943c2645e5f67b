import { catalogue } from '@ippo/checks';
import { DomainError, type Attestation } from '@ippo/contracts';
import { keepAttestation, listAttestations } from '../store/attestations.ts';
import { recordInAuditLog } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import { sees, type ReaderScope } from '../store/reader-scope.ts';
import { readNewestCompleteScan } from '../store/reports.ts';
import { lockChain, readStoredScan, type StoredScan } from '../store/scans.ts';
import { judgeAgain } from './judge-stored.ts';
import type { Actor } from './scan-service.ts';

const dayMs = 24 * 60 * 60 * 1_000;

/** What a person says about the account of a scan. */
export type Answer = Pick<Attestation, 'check' | 'question' | 'answer' | 'note'> & {
  scanId: string;
  validDays: number;
};

/**
 * Keeps a person's answer and judges the newest complete scan of the same source and account anew, both or
 * neither. Throws DomainError `not-found`, `no-report` or `unknown-question`.
 */
export async function giveAnswer(
  db: Database,
  answer: Answer,
  by: Actor,
  at: Date,
): Promise<{ given: Attestation; judgedScan: string }> {
  const { scanId, check, question, note, validDays } = answer;
  const questions = catalogue.checks.find(({ id }) => id === check)?.questions ?? {};
  if (!Object.hasOwn(questions, question))
    throw new DomainError('unknown-question', { check, question });
  const { chain, account } = await judgedScan(db, scanId);
  const until = new Date(at.getTime() + validDays * dayMs);
  return db.transaction(async (tx) => {
    await lockChain(tx, chain);
    const newest = await readNewestCompleteScan(tx, chain);
    if (!newest) throw new DomainError('no-report');
    const given = await keepAttestation(tx, {
      ...{ chain, account, scanId, check, question, at, until },
      answer: answer.answer,
      note: note || null,
      byId: by.id,
      byName: by.name,
    });
    await judgeAgain(tx, newest.id, at);
    const detail = { account, check, question, answer: given.answer, until: given.until };
    await recordInAuditLog(tx, {
      ...{ at, actor: by.id, action: 'attestation.given', subject: newest.id },
      detail,
    });
    return { given, judgedScan: newest.id };
  });
}

/** Every answer about the account of a scan, newest first. */
export async function answersAbout(
  db: Database,
  scope: ReaderScope,
  scanId: string,
  at: Date,
): Promise<Attestation[]> {
  const { chain, account } = await judgedScan(db, scanId);
  if (!sees(scope, account)) throw new DomainError('not-found');
  return listAttestations(db, chain, at);
}

/** A complete scan, so one with an account and a place in its chain. */
async function judgedScan(
  db: Database,
  id: string,
): Promise<StoredScan & { chain: string; account: string }> {
  const scan = await readStoredScan(db, id);
  if (!scan) throw new DomainError('not-found');
  const { chain, account, status } = scan;
  if (status !== 'complete' || chain === null || account === null)
    throw new DomainError('no-report');
  return { ...scan, chain, account };
}
