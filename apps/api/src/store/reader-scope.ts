import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { inArray, sql, type SQL } from 'drizzle-orm/sql';

/** Which AWS accounts a reader may see: every one, or those named by their 12 digits. */
export type ReaderScope = { accounts: 'all' | readonly string[] };

/** For what this install itself does. */
export const everyAccount: ReaderScope = { accounts: 'all' };

/** The condition that a row's account is within the scope; a row without an account never is. */
export function within({ accounts }: ReaderScope, column: AnyPgColumn): SQL | undefined {
  if (accounts === 'all') return undefined;
  return accounts.length === 0 ? sql`false` : inArray(column, [...accounts]);
}

/** Whether an account is within the scope. */
export function sees({ accounts }: ReaderScope, account: string | null): boolean {
  return accounts === 'all' || (account !== null && accounts.includes(account));
}
