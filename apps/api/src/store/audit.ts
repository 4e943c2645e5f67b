import type { Database } from './database.ts';
import { auditLog } from './schema/scans.ts';

/** One thing that was done; `actor` is a user id, or null for this install and for strangers. */
export type AuditEntry = {
  at: Date;
  actor: string | null;
  action:
    | 'owner.created'
    | 'user.created'
    | 'setup.refused'
    | 'session.started'
    | 'session.refused'
    | 'session.ended'
    | 'scan.started'
    | 'scan.cancelled'
    | 'scan.ended'
    | 'attestation.given';
  subject?: string;
  detail?: Record<string, string>;
};

/** Adds a row to the audit log; pass the transaction of the write that it records. */
export async function recordInAuditLog(db: Database, entry: AuditEntry): Promise<void> {
  await db.insert(auditLog).values({ subject: null, detail: {}, ...entry });
}

/** Every row of the audit log, oldest first. */
export async function readAuditLog(db: Database) {
  return db.select().from(auditLog).orderBy(auditLog.id);
}
