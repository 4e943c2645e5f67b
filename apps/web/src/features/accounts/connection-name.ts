import { dashed, type Connection } from '@ippo/contracts';
import type { Write } from '../../i18n/text.tsx';

/** What a page calls a connection. */
export function connectionName({ name, kind, account }: Connection, t: Write): string {
  if (name !== null) return name;
  if (kind === 'role') return account === null ? t('accounts.role') : dashed(account);
  return t(`accounts.${kind}`);
}
