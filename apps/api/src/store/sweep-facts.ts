import { sql } from 'drizzle-orm/sql';
import type { Database } from './database.ts';

/** Any fixed number, of facts alone: it only has to be the same in every process. */
const factsLock = 5_470_003;

/**
 * Lets no sweep begin before a transaction ends that counts on stored facts; call it before looking which
 * of them are there.
 */
export async function holdFacts(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${factsLock})`);
}

/**
 * Drops every fact that no evidence and no report names any more, directly or through another fact. Waits for
 * whoever is keeping facts. Whatever looks like a digest counts as a name: too much may stay, never too little.
 */
export async function sweepFacts(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${factsLock})`);
  await tx.execute(sql`
    with recursive named (digest) as (
      select manifest from evidence
      union
      select manifest from reports where manifest is not null
      union
      select scope from reports where scope is not null
      union
      select found.digest[1]
      from named
      join facts on facts.digest = named.digest
      cross join lateral regexp_matches(facts.body, '[0-9a-f]{64}', 'g') as found (digest)
    )
    delete from facts where not exists (select from named where named.digest = facts.digest)
  `);
}
