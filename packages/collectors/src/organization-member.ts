import type { EvidenceReading } from '@ippo/contracts';

/** Whether an account is proven to be a member of somebody's organization, and not its management account. */
export function isMember(
  organization: EvidenceReading<'organizations.organization'> | undefined,
  account: string,
): boolean {
  const management = organization?.readable ? organization.value?.MasterAccountId : undefined;
  return management !== undefined && management !== account;
}
