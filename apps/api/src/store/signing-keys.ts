import { DomainError, type SigningKey } from '@ippo/contracts';
import { desc, eq, isNull, sql } from 'drizzle-orm/sql';
import { recordInAuditLog } from './audit.ts';
import type { Database } from './database.ts';
import { signingKeys } from './schema/signing-keys.ts';

/** A public key by its fingerprint. */
export type PublicKey = Pick<SigningKey, 'fingerprint' | 'publicKey'>;

/** Any fixed number, of these keys alone: it only has to be the same in every process. */
const keysLock = 5_470_004;

/** Every public key that packs were ever signed with, the one in use first, then the newest. */
export async function listSigningKeys(db: Database): Promise<SigningKey[]> {
  const rows = await db
    .select()
    .from(signingKeys)
    .orderBy(sql`${signingKeys.retiredAt} is not null`, desc(signingKeys.since));
  return rows.map(({ since, retiredAt, ...rest }) => ({
    ...rest,
    since: since.toISOString(),
    retiredAt: retiredAt?.toISOString() ?? null,
  }));
}

/** The key that packs are signed with now; null before the first. */
export async function readKeyInUse(db: Database): Promise<PublicKey | null> {
  const [row] = await db
    .select({ fingerprint: signingKeys.fingerprint, publicKey: signingKeys.publicKey })
    .from(signingKeys)
    .where(isNull(signingKeys.retiredAt));
  return row ?? null;
}

/**
 * Takes a key into use where none is, and says so in the audit log; the one in use then, which another
 * process may have been quicker with. `make` is called under a lock that all processes share.
 */
export async function takeFirstKey(
  db: Database,
  make: () => Promise<PublicKey>,
  at: Date,
): Promise<PublicKey> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${keysLock})`);
    const inUse = await readKeyInUse(tx);
    if (inUse) return inUse;
    const key = await make();
    await tx.insert(signingKeys).values({ ...key, since: at });
    await recordInAuditLog(tx, {
      ...{ at, actor: null, action: 'signing-key.made', subject: key.fingerprint },
    });
    return key;
  });
}

/**
 * Retires the key in use for another one, and says so in the audit log; the one before, or null. Throws
 * DomainError `signing-key-used-before`: an old key stays old.
 */
export async function replaceKey(
  db: Database,
  key: PublicKey,
  at: Date,
): Promise<PublicKey | null> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${keysLock})`);
    const { fingerprint } = key;
    const known = await tx
      .select()
      .from(signingKeys)
      .where(eq(signingKeys.fingerprint, fingerprint));
    if (known.length > 0) throw new DomainError('signing-key-used-before', { fingerprint });
    const before = await readKeyInUse(tx);
    await tx.update(signingKeys).set({ retiredAt: at }).where(isNull(signingKeys.retiredAt));
    await tx.insert(signingKeys).values({ ...key, since: at });
    await recordInAuditLog(tx, {
      ...{ at, actor: null, action: 'signing-key.rotated', subject: fingerprint },
      detail: before ? { before: before.fingerprint } : {},
    });
    return before;
  });
}
