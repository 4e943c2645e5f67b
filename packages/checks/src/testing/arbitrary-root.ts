import type { CredentialRow, EvidenceReading } from '@ippo/contracts';
import fc from 'fast-check';
import { report, rootRow } from './aws-literals.ts';
import { answered, hoursAgo, secondsAgo } from './evidence.ts';
import { often } from './often.ts';

const day = 24 * 3600;
const LONG_AGO = '2020-01-01T00:00:00+00:00';
const uses = often(
  'N/A',
  'no_information',
  'not_supported',
  'gibberish',
  ...[1, 30 * day - 1, 30 * day, 30 * day + 1, 400 * day, -day].map((seconds) =>
    secondsAgo(seconds),
  ),
);

/** When a report was made: for this scan, earlier, too early, or ahead of the clock. */
const reportTimes = {
  live: [secondsAgo(30), secondsAgo(15 * 60), secondsAgo(-300)],
  older: [
    secondsAgo(15 * 60 + 1),
    hoursAgo(4),
    hoursAgo(23),
    secondsAgo(day + 1),
    secondsAgo(-301),
  ],
};

/** What root holds at one moment. A deleted key leaves its date in the report, as a deactivated one does. */
const root = fc.record({
  password: fc.boolean(),
  legacyPassword: fc.constantFrom(false, false, true),
  mfa: fc.boolean(),
  keys: fc.tuple(
    ...[1, 2].map(() => fc.constantFrom('never', 'never', 'active', 'inactive', 'deleted')),
  ),
  certificate: fc.constantFrom(false, false, true),
  uses: fc.tuple(uses, uses, uses),
  capitals: fc.boolean(),
});
type Root = typeof root extends fc.Arbitrary<infer T> ? T : never;

/** The report's root row, with or without some columns. */
function rowOf(held: Root, missing: readonly string[]): CredentialRow {
  const say = (yes: boolean) => (held.capitals ? String(yes).toUpperCase() : String(yes));
  const [first = 'never', second = 'never'] = held.keys;
  const row = rootRow({
    password_enabled: held.legacyPassword ? 'not_supported' : say(held.password),
    mfa_active: say(held.mfa),
    password_last_used: held.uses[0],
    access_key_1_active: say(first === 'active'),
    access_key_1_last_rotated: first === 'never' ? 'N/A' : LONG_AGO,
    access_key_1_last_used_date: held.uses[1],
    access_key_2_active: say(second === 'active'),
    access_key_2_last_rotated: second === 'never' ? 'N/A' : LONG_AGO,
    access_key_2_last_used_date: held.uses[2],
    cert_1_active: say(held.certificate),
  });
  const kept = Object.entries(row).filter(([column]) => !missing.includes(column));
  return { user: row.user, ...Object.fromEntries(kept) };
}

const columns = ['mfa_active', 'password_enabled', 'access_key_1_active', 'cert_2_active'];
const counts = [
  'AccountMFAEnabled',
  'AccountPasswordPresent',
  'AccountAccessKeysPresent',
  'AccountSigningCertificatesPresent',
];

/**
 * A summary and a report of one root user. A live report agrees with the summary; an older one may show
 * another state. A legacy `not_supported` stands for a password that exists.
 */
export const arbitraryRoot: fc.Arbitrary<EvidenceReading[]> = fc
  .record({
    now: root,
    before: root,
    live: fc.boolean(),
    time: fc.nat(4),
    rows: fc.constantFrom(1, 1, 1, 1, 1, 1, 0, 2),
    misshapen: fc.constantFrom(false, false, false, false, true),
    withoutColumns: fc.subarray(columns, { maxLength: 1 }),
    withoutCounts: fc.subarray(counts, { maxLength: 1 }),
    whole: fc.boolean(),
  })
  .map((drawn) => {
    const held = { ...drawn.now, password: drawn.now.password || drawn.now.legacyPassword };
    const present = held.keys.filter((key) => key === 'active' || key === 'inactive').length;
    const summary: Readonly<Record<string, number>> = {
      AccountMFAEnabled: Number(held.mfa),
      AccountPasswordPresent: Number(held.password),
      AccountAccessKeysPresent: present,
      AccountSigningCertificatesPresent: Number(held.certificate),
    };
    const missing = drawn.whole ? [] : drawn.withoutCounts;
    const times = drawn.live ? reportTimes.live : reportTimes.older;
    const row = rowOf(drawn.live ? held : drawn.before, drawn.whole ? [] : drawn.withoutColumns);
    return [
      answered(
        'iam.account-summary',
        Object.fromEntries(Object.entries(summary).filter(([name]) => !missing.includes(name))),
      ),
      report(
        Array.from({ length: drawn.rows }, () => row),
        times[drawn.time % times.length] ?? secondsAgo(30),
        drawn.misshapen && !drawn.whole ? ['<root_account>'] : [],
      ),
    ];
  });
