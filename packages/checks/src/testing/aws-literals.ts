import type {
  CredentialRow,
  EvidenceReading,
  EvidenceValue,
  Trail,
  TrailStatus,
} from '@ippo/contracts';
import { ACCOUNT, answered, enabledRegions, hoursAgo, NOW, secondsAgo } from './evidence.ts';

type Summary = EvidenceValue<'iam.account-summary'>;
type Selectors = EvidenceValue<'cloudtrail.event-selectors'>;

/** A live summary of a root user with a password, MFA and no key, with changes. */
export function summary(changes: Partial<Summary> = {}): EvidenceReading {
  return answered('iam.account-summary', {
    AccountMFAEnabled: 1,
    AccountAccessKeysPresent: 0,
    AccountPasswordPresent: 1,
    AccountSigningCertificatesPresent: 0,
    ...changes,
  });
}

/** The same summary without some counts. */
export function summaryWithout(
  missing: readonly (keyof Summary)[],
  changes: Partial<Summary> = {},
): EvidenceReading {
  const full = { AccountMFAEnabled: 1, AccountAccessKeysPresent: 0, AccountPasswordPresent: 1 };
  const counts = { ...full, AccountSigningCertificatesPresent: 0, ...changes };
  return answered(
    'iam.account-summary',
    Object.fromEntries(
      Object.entries(counts).filter(([name]) => !missing.some((gone) => gone === name)),
    ),
  );
}

/** The report's root row: a password never used, MFA, no keys, no certificates; with changes. */
export function rootRow(changes: Partial<CredentialRow> = {}): CredentialRow {
  return {
    user: '<root_account>',
    arn: `arn:aws:iam::${ACCOUNT}:root`,
    password_enabled: 'true',
    password_last_used: 'no_information',
    mfa_active: 'true',
    access_key_1_active: 'false',
    access_key_1_last_rotated: 'N/A',
    access_key_1_last_used_date: 'N/A',
    access_key_2_active: 'false',
    access_key_2_last_rotated: 'N/A',
    access_key_2_last_used_date: 'N/A',
    cert_1_active: 'false',
    cert_2_active: 'false',
    ...changes,
  };
}

/** A credential report, made one minute before it was read unless it says otherwise. */
export function report(
  rows: readonly CredentialRow[],
  GeneratedTime: string = secondsAgo(60),
  misshapen: string[] = [],
): EvidenceReading {
  return answered('iam.credential-report', { GeneratedTime, rows: [...rows], misshapen });
}

/** A report too old to stand in for a live answer, but not stale. */
export function olderReport(changes: Partial<CredentialRow> = {}): EvidenceReading {
  return report([rootRow(changes)], hoursAgo(4));
}

/** A report made for this scan. */
export function liveReport(changes: Partial<CredentialRow> = {}): EvidenceReading {
  return report([rootRow(changes)]);
}

/** A multi-region trail at home in Tokyo without custom selectors, with changes. */
export function trail(Name: string, changes: Partial<Trail> & { account?: string } = {}): Trail {
  const { account = ACCOUNT, ...fields } = changes;
  const home = fields.HomeRegion ?? 'ap-northeast-1';
  return {
    TrailARN: `arn:aws:cloudtrail:${home}:${account}:trail/${Name}`,
    Name,
    HomeRegion: home,
    IsMultiRegionTrail: true,
    IsOrganizationTrail: false,
    HasCustomEventSelectors: false,
    LogFileValidationEnabled: true,
    ...fields,
  };
}

/** What each region lists: a multi-region or organization trail everywhere, another only at home. */
export function trailLists(...trails: readonly Trail[]): EvidenceReading[] {
  return enabledRegions.map((region) =>
    answered(
      'cloudtrail.trails',
      trails.filter((one) => one.IsMultiRegionTrail === true || one.HomeRegion === region),
      region,
    ),
  );
}

/** The status of a trail: logging for a month, delivered ten minutes ago, with changes. */
export function statusOf(one: Trail, changes: Partial<TrailStatus> = {}): EvidenceReading {
  return bareStatus(one, {
    IsLogging: true,
    LatestDeliveryTime: secondsAgo(600),
    LatestDigestDeliveryTime: secondsAgo(1800),
    StartLoggingTime: hoursAgo(24 * 30),
    ...changes,
  });
}

/** A status with exactly these fields. */
export function bareStatus(one: Trail, fields: TrailStatus): EvidenceReading {
  return answered('cloudtrail.trail-status', fields, {
    region: one.HomeRegion ?? 'ap-northeast-1',
    resource: one.TrailARN,
    at: NOW,
  });
}

/** A trail's custom selectors. */
export function selectorsOf(one: Trail, selectors: Selectors): EvidenceReading {
  return answered('cloudtrail.event-selectors', selectors, {
    region: one.HomeRegion ?? 'ap-northeast-1',
    resource: one.TrailARN,
  });
}

/** Advanced selectors as the console makes them: each field with one operator. */
export function advanced(
  ...fields: readonly [field: string, operator: string, ...values: string[]][]
): Selectors {
  const FieldSelectors = fields.map(([Field, operator, ...values]) => ({
    Field,
    [operator]: values,
  }));
  return { AdvancedEventSelectors: [{ Name: 'Management events selector', FieldSelectors }] };
}

/** No Lake store in any enabled region. */
export function noStores(): EvidenceReading[] {
  return enabledRegions.map((region) => answered('cloudtrail.event-data-stores', [], region));
}

/** A Lake store that its own region lists, enabled for all regions and a year, with changes. */
export function lakeStore(
  home: string,
  changes: Partial<EvidenceValue<'cloudtrail.event-data-store'>> = {},
): EvidenceReading[] {
  const EventDataStoreArn = `arn:aws:cloudtrail:${home}:${ACCOUNT}:eventdatastore/store-1`;
  return [
    answered('cloudtrail.event-data-stores', [{ EventDataStoreArn }], home),
    answered(
      'cloudtrail.event-data-store',
      {
        Status: 'ENABLED',
        MultiRegionEnabled: true,
        RetentionPeriod: 366,
        ...advanced(['eventCategory', 'Equals', 'Management']),
        ...changes,
      },
      { region: home, resource: EventDataStoreArn },
    ),
  ];
}

/** Names as an attacker or a careless person chooses them: nothing in the engine may trip over them. */
export const hostileNames = [
  'a,b',
  '"quoted" \'twice\'',
  '<script>alert(1)</script>',
  "=cmd|' /C calc'!A0",
  '\u202Egnp.exe',
  '𠮷野家 🦶',
  '{trail} {{account}} $&',
  '__proto__',
] as const;
