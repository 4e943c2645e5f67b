import type { AuditAction, AuditRow, Source } from '@ippo/contracts';
import { and, eq, gte, inArray, like, lte, or, sql } from 'drizzle-orm/sql';
import { toAuditRow } from './audit-search.ts';
import type { Database } from './database.ts';
import { auditLog } from './schema/audit.ts';
import { exceptions } from './schema/exceptions.ts';
import { scans } from './schema/scans.ts';

/** Whose entries, and which of them. */
type Asked = {
  chain: string;
  account: string;
  source: Source['kind'];
  /** Scans whose own entries are told. */
  scanIds: readonly string[];
  /** Exports are told from here on; risks, answers and limits always. */
  since: Date;
  until: Date;
};

const limits = ['thresholds.set', 'exceptions.rules-set'] satisfies AuditAction[];

/**
 * Entries of the audit log about one account's scans, accepted risks, answers, limits, closed Regions and exports,
 * oldest first. An auditor of the account may read them; none tells of sign-ins, addresses or other accounts.
 */
export async function readAccountTrail(db: Database, asked: Asked): Promise<AuditRow[]> {
  const { chain, account, source, scanIds, since, until } = asked;
  const { action, subject, detail } = auditLog;
  const ofChain = db.select({ id: scans.id }).from(scans).where(eq(scans.chain, chain));
  const risks = db
    .select({ id: exceptions.id })
    .from(exceptions)
    .where(eq(exceptions.chain, chain));
  const rows = await db
    .select()
    .from(auditLog)
    .where(
      and(
        lte(auditLog.at, until),
        or(
          inArray(action, limits),
          and(like(action, 'scan.%'), inArray(subject, [...scanIds])),
          and(eq(action, 'attestation.given'), inArray(subject, ofChain)),
          and(like(action, 'exception.%'), inArray(subject, risks)),
          and(
            like(action, 'region.%'),
            sql`${detail} ->> 'account' = ${account}`,
            sql`${detail} ->> 'source' = ${source}`,
          ),
          and(
            gte(auditLog.at, since),
            inArray(action, ['report.made', 'table.exported'] satisfies AuditAction[]),
            sql`${detail} ->> 'accounts' = ${account}`,
            sql`${detail} ->> 'source' = ${source}`,
          ),
        ),
      ),
    )
    .orderBy(auditLog.id);
  return rows.map(toAuditRow);
}
