import { account, everywhere } from '../build-world.ts';
import { rootRow, stamp, users } from '../people.ts';
import type { World } from '../world.ts';

/** Standalone, and every check that can fail fails. */
export default function wideOpen(now: Date): World {
  const id = '111122223333';
  const root = {
    ...rootRow(id, now, 1),
    mfa_active: 'false',
    access_key_1_active: 'true',
    access_key_1_last_rotated: stamp(now, 900),
    access_key_1_last_used_date: stamp(now, 1),
    access_key_1_last_used_region: 'us-east-1',
    access_key_1_last_used_service: 'ec2',
    cert_1_active: 'true',
    cert_1_last_rotated: stamp(now, 1200),
  };
  return account({
    now,
    name: 'wide-open',
    account: id,
    organization: null,
    summary: {
      Users: 50,
      UsersQuota: 5000,
      AccountMFAEnabled: 0,
      AccountAccessKeysPresent: 1,
      AccountPasswordPresent: 1,
      AccountSigningCertificatesPresent: 1,
    },
    credentials: [root, ...users(id, now, { lacksMfa: () => true })],
    trails: [],
    recorders: everywhere(() => []),
    detectors: everywhere(() => []),
    more: { publicAccessBlock: null, channels: {}, rules: {} },
  });
}
