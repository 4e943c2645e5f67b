const day = 24 * 60 * 60 * 1000;

/** Names that IAM allows and careless readers break on: `[\w+=,.@-]+` (IAM API, `CreateUser`). */
const awkwardNames = ['=cmd', 'sato,hanako', '+1-555-0100', '@admin', '-dash', 'a.b@example.com'];

/** Users of an account: people with a password and MFA, machines with one fresh access key. */
export function users(account: string, now: Date, count = 50): Record<string, string>[] {
  const plain = Array.from({ length: count - awkwardNames.length }, (_, at) =>
    at % 5 === 0 ? `ci-deploy-${at}` : `user-${String(at).padStart(2, '0')}`,
  );
  return [...awkwardNames, ...plain].map((user) => userRow(account, now, user));
}

function userRow(account: string, now: Date, user: string): Record<string, string> {
  const base = {
    user,
    arn: `arn:aws:iam::${account}:user/${user}`,
    user_creation_time: stamp(now, 420),
    access_key_2_active: 'false',
    cert_1_active: 'false',
    cert_2_active: 'false',
  };
  if (user.startsWith('ci-'))
    return {
      ...base,
      password_enabled: 'false',
      mfa_active: 'false',
      access_key_1_active: 'true',
      access_key_1_last_rotated: stamp(now, 30),
      access_key_1_last_used_date: stamp(now, 0.2),
      access_key_1_last_used_region: 'us-east-1',
      access_key_1_last_used_service: 's3',
    };
  return {
    ...base,
    password_enabled: 'true',
    password_last_used: stamp(now, 1),
    password_last_changed: stamp(now, 60),
    mfa_active: 'true',
    access_key_1_active: 'false',
  };
}

/** Root's row: a password, MFA, no key. */
export function rootRow(account: string, now: Date, usedDaysAgo: number): Record<string, string> {
  return {
    user: '<root_account>',
    arn: `arn:aws:iam::${account}:root`,
    user_creation_time: stamp(now, 1500),
    password_enabled: 'true',
    password_last_used: stamp(now, usedDaysAgo),
    password_last_changed: stamp(now, 700),
    mfa_active: 'true',
    access_key_1_active: 'false',
    access_key_2_active: 'false',
    cert_1_active: 'false',
    cert_2_active: 'false',
  };
}

/** An instant as the report writes it: `2026-11-16T02:14:05+00:00`. */
export function stamp(now: Date, daysAgo: number): string {
  return new Date(now.getTime() - daysAgo * day).toISOString().replace(/\.\d+Z$/, '+00:00');
}
