import { dashed } from '@ippo/contracts';
import type { Writing } from './writing.ts';

/** The organization as it was named, else the id that AWS answered; null where neither is known. */
export function organizationOf({ assessment }: Writing): string | null {
  const { organization, checks } = assessment;
  if (organization !== null) return organization;
  const ids = checks.flatMap(({ reason }) => reason.params['organization'] ?? []);
  return ids.find((id): id is string => typeof id === 'string') ?? null;
}

/** `acme-production (1111-2222-3333)`, or the number and that nobody named it. */
export function accountOf({ assessment, say }: Writing): string {
  const { account, accountName } = assessment;
  if (accountName !== null) return `${accountName} (${dashed(account)})`;
  return `${dashed(account)}${say({ en: ' (not named)', ja: '（名称未登録）' })}`;
}
