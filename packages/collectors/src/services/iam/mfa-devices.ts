import { GLOBAL, type CredentialRow } from '@ippo/contracts';
import { defineCollector } from '../../define-collector.ts';
import { allPages, markerOf } from '../../pages.ts';

/** So many users are asked about; each beyond them gets a `capped` reading. */
const limit = 50;

export default defineCollector({
  evidence: 'iam.mfa-devices',
  operations: ['iam:ListMFADevices'],
  tier: 'first-steps',
  after: 'iam.credential-report',
  masked: { SerialNumber: 'hidden' },
  targets(parents) {
    const report = parents.get(GLOBAL);
    const users = report?.readable ? usersWithoutMfa(report.value.rows) : [];
    return users.map((resource, at) => ({
      region: GLOBAL,
      resource,
      ...(at >= limit && { capped: true as const }),
    }));
  },
  collect: (ask, { resource: UserName }) =>
    allPages(
      (Marker) => ask('iam:ListMFADevices', { UserName, Marker }),
      (page) => page.MFADevices,
      markerOf,
    ),
});

/** Console users that the report shows without MFA: the oldest first, then by name. */
function usersWithoutMfa(rows: readonly CredentialRow[]): string[] {
  return rows
    .filter(({ user, password_enabled, mfa_active }) => {
      const console = password_enabled?.toLowerCase() === 'true';
      return console && mfa_active?.toLowerCase() === 'false' && user !== '<root_account>';
    })
    .map(({ user, user_creation_time }) => ({ user, since: instantOf(user_creation_time) }))
    .toSorted((a, b) => a.since - b.since || 0 || (a.user < b.user ? -1 : 1))
    .map(({ user }) => user);
}

/** A date that cannot be read counts as the latest. */
function instantOf(text: string | undefined): number {
  const at = Date.parse(text ?? '');
  return Number.isFinite(at) ? at : Number.MAX_SAFE_INTEGER;
}
