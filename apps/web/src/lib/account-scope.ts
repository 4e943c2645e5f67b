import { useSearchParams } from 'react-router';

/** What the address says instead of an account to mean every one. */
const every = 'all';

/** The account that the address names, 12 digits; null where it names none, or all of them. */
export function useAccountScope(): string | null {
  const account = useSearchParams()[0].get('account');
  return account === every ? null : account;
}

/** Whether the address asks for all accounts side by side. */
export function useAllAccounts(): boolean {
  return useSearchParams()[0].get('account') === every;
}

/** The overview of all accounts. */
export const allAccountsPath = `/?account=${every}`;
