import type { Attestation, GivenAnswer } from '@ippo/contracts';

/** An answer as the API shows it: about which account follows from the scan that was named. */
export function asGiven({ account: _account, ...answer }: Attestation, now: Date): GivenAnswer {
  return { ...answer, expired: Date.parse(answer.until) < now.getTime() };
}
