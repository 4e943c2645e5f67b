import type { CredentialRow, EvidenceReading, EvidenceValue } from '@ippo/contracts';
import fc from 'fast-check';
import { hostileNames, rootRow } from './aws-literals.ts';
import { ACCOUNT, answered, MANAGEMENT, NOW, refused } from './evidence.ts';
import { few, often } from './often.ts';

type Report = EvidenceValue<'iam.credential-report'>;

/** One IAM user now, and what an older report may say of it. */
const user = fc.record({
  name: fc.constantFrom('hanako', 'taro', 'ci', ...hostileNames),
  password: often('true', 'TRUE', 'false', 'not_supported'),
  devices: fc.constantFrom(0, 1, 1, 2),
  mfaThen: fc.boolean(),
  marker: fc.constantFrom(false, false, false, false, true),
  capped: fc.constantFrom(false, false, false, true),
});
type User = typeof user extends fc.Arbitrary<infer T> ? T : never;

/**
 * Users in a report: a live one agrees with their devices, an older one need not. The collector asks for the
 * devices of console users whose row shows none, up to its cap.
 */
export function withUsers(readings: readonly EvidenceReading[]): fc.Arbitrary<EvidenceReading[]> {
  const some = fc.uniqueArray(user, { selector: ({ name }) => name, maxLength: 3 });
  const users = fc.oneof(some, fc.constant<User[]>([]));
  const misshapen = fc.constantFrom<string[]>([], [], [], ['lost, in commas']);
  return fc.tuple(users, misshapen).map(([drawn, lost]) =>
    readings.flatMap((reading) => {
      if (reading.type !== 'iam.credential-report' || !reading.readable) return [reading];
      const report = reading.value as Report;
      const age = Date.parse(NOW) - Date.parse(report.GeneratedTime);
      const live = age <= 15 * 60_000 && age >= -5 * 60_000;
      const rows = drawn.map((one) => rowOf(one, live));
      const value = {
        ...report,
        rows: [...report.rows, ...rows],
        misshapen: [...report.misshapen, ...lost],
      };
      return [
        answered('iam.credential-report', value),
        ...drawn.flatMap((one, at) => followUp(one, rows[at])),
      ];
    }),
  );
}

function rowOf({ name, password, devices, mfaThen, marker }: User, live: boolean): CredentialRow {
  const mfa = live ? devices > 0 : mfaThen;
  return {
    ...rootRow(),
    user: name,
    arn: `arn:aws:iam::${ACCOUNT}:user/${name}`,
    password_enabled: password,
    mfa_active: marker ? 'N/A' : String(mfa),
  };
}

function followUp({ devices, capped }: User, row: CredentialRow | undefined): EvidenceReading[] {
  const asked = row?.password_enabled?.toLowerCase() === 'true' && row.mfa_active === 'false';
  if (!asked) return [];
  if (capped) return [refused('iam.mfa-devices', 'capped', { resource: row.user })];
  const value = Array.from({ length: devices }, () => ({}));
  return [answered('iam.mfa-devices', value, { resource: row.user })];
}

const principal = fc.constantFrom(
  MANAGEMENT,
  `arn:aws:iam::${MANAGEMENT}:root`,
  '3'.repeat(12),
  '3'.repeat(12),
  `arn:aws:iam::${ACCOUNT}:root`,
  '464622532012',
  '*',
);
const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
  Action: fc.constantFrom<string[]>(
    ['sts:AssumeRole'],
    ['sts:*'],
    ['sts:TagSession', 'sts:Assume*'],
    [],
  ),
  AWS: fc.array(principal, { maxLength: 1 }),
});
const role = fc.record({
  Path: fc.constantFrom('/', '/', '/', '/', '/aws-reserved/sso.amazonaws.com/'),
  Trust: fc.oneof(
    { weight: 6, arbitrary: few(statement) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
});

/** Providers and roles, besides users. */
export const arbitraryFederation: fc.Arbitrary<EvidenceReading[]> = fc
  .record({
    saml: fc.constantFrom(
      [],
      [],
      [],
      [],
      [],
      [],
      [{ Arn: `arn:aws:iam::${ACCOUNT}:saml-provider/idp` }],
    ),
    oidc: often([], [{ Arn: `arn:aws:iam::${ACCOUNT}:oidc-provider/ci` }]),
    roles: fc.array(role, { maxLength: 2 }),
  })
  .map(({ saml, oidc, roles }) => [
    answered('iam.saml-providers', [...saml]),
    answered('iam.oidc-providers', [...oidc]),
    answered(
      'iam.roles',
      roles.map((one, at) => ({
        Arn: `arn:aws:iam::${ACCOUNT}:role${one.Path}role-${at}`,
        ...one,
      })),
    ),
  ]);
