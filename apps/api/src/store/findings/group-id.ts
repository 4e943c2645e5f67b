import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm/sql';
import { findingSpans } from '../schema/findings.ts';

/** What a selection calls the group of a finding: equal findings of one chain share it. */
export function groupIdOf({ chain, alike }: { chain: string; alike: string }): string {
  return `g${createHash('sha256').update(`${chain} ${alike}`).digest('hex').slice(0, 24)}`;
}

/** The same of a row of `finding_spans`. */
export const groupId = sql<string>`'g' || left(encode(sha256(convert_to(${findingSpans.chain} || ' ' || ${findingSpans.alike}, 'UTF8')), 'hex'), 24)`;
