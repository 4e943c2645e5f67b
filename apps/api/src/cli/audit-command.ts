import type { AuditVerdict, Language } from '@ippo/contracts';
import { verifyAuditLog } from '../store/audit-chain.ts';
import { exitCodes } from './exit-code.ts';
import { onData } from './stored-data.ts';
import { say } from './words.ts';

export type AuditVerifyOptions = { lang: Language; head?: string };

const reasons = {
  altered: 'auditAltered',
  'not-linked': 'auditNotLinked',
  'missing-before': 'auditMissingBefore',
  'not-chained': 'auditNotChained',
} as const;

/** Prints whether the chain of the audit log is unbroken; exit 1 where it is not. */
export async function runAuditVerify({ lang, head }: AuditVerifyOptions): Promise<number> {
  let verdict: AuditVerdict | undefined;
  await onData(async (db) => {
    verdict = await verifyAuditLog(db, head);
  });
  if (!verdict) throw new Error('the audit log was not read');
  for (const line of linesOf(verdict, lang)) process.stdout.write(`${line}\n`);
  return verdict.state === 'unbroken' ? exitCodes.ok : exitCodes.notMet;
}

function linesOf(verdict: AuditVerdict, lang: Language): string[] {
  if (verdict.state === 'head-missing') return [say(lang, 'auditHeadMissing')];
  if (verdict.state === 'broken') {
    const { id, at, reason } = verdict;
    return [say(lang, 'auditBroken', { id: String(id), at, why: say(lang, reasons[reason]) })];
  }
  const { rows, head } = verdict;
  const lines = [say(lang, 'auditUnbroken', { rows: String(rows) })];
  return head === null ? lines : [...lines, say(lang, 'auditHead', { head })];
}
