import { stamp } from '../../simulator/people.ts';
import { trail } from '../../simulator/build-world.ts';

/** When everything in these accounts takes place. */
export const now = new Date('2026-11-16T03:00:00.000Z');

export const id = '111122223333';
export const management = '444455556666';
export const home = 'us-east-1';
export const other = 'ap-northeast-1';
export const regions = {
  [other]: 'ENABLED_BY_DEFAULT',
  [home]: 'ENABLED_BY_DEFAULT',
  'me-south-1': 'DISABLED',
};

/** A person's row of the credential report: a password, MFA, no key. */
export function user(name: string, cells: Record<string, string> = {}): Record<string, string> {
  return {
    user: name,
    arn: `arn:aws:iam::${id}:user/${name}`,
    user_creation_time: stamp(now, 300),
    password_enabled: 'true',
    password_last_used: stamp(now, 2),
    password_last_changed: stamp(now, 40),
    mfa_active: 'true',
    access_key_1_active: 'false',
    access_key_2_active: 'false',
    cert_1_active: 'false',
    cert_2_active: 'false',
    ...cells,
  };
}

export const logTrail = trail(id, now, { name: 'log', home });
