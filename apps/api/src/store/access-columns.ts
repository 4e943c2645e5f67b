import type { Access } from '@ippo/contracts';

/** An access as the tables keep it. */
export function columnsOf(access: Access) {
  return {
    role: access.role,
    accounts: access.role === 'auditor' ? access.accounts : null,
    accessUntil: access.until === null ? null : new Date(access.until),
  };
}

/** An access as an audit entry tells it. */
export function accessDetail(columns: ReturnType<typeof columnsOf>): Record<string, string> {
  const { role, accounts, accessUntil } = columns;
  return {
    role,
    ...(accounts && { accounts: accounts.join(' ') }),
    ...(accessUntil && { until: accessUntil.toISOString() }),
  };
}
