import {
  GLOBAL,
  type Evidence,
  type EvidenceId,
  type EvidenceReading,
  type EvidenceValue,
  type ReadingReason,
} from '@ippo/contracts';

/** When every reading of a test was made, unless it says otherwise (UTC). */
export const NOW = '2026-11-16T00:03:00Z';
export const ACCOUNT = '111122223333';
export const MANAGEMENT = '999988887777';

/** The regions of a test account, sorted; `af-south-1` is on its list as not enabled. */
export const enabledRegions = ['ap-northeast-1', 'eu-west-1', 'us-east-1'] as const;
export const notEnabledRegion = 'af-south-1';

/** Where and when a reading was made; a bare string is a region. */
export type Spot = string | { region?: string; resource?: string; at?: string };

/** A reading that AWS answered. */
export function answered<Id extends EvidenceId>(
  type: Id,
  value: EvidenceValue<Id>,
  spot: Spot = {},
): EvidenceReading<Id> {
  return { ...placed(type, spot), readable: true, value };
}

/** A reading that AWS refused. */
export function refused<Id extends EvidenceId>(
  type: Id,
  reason: ReadingReason,
  spot: Spot = {},
): EvidenceReading<Id> {
  const [service, thing] = type.split('.');
  const action = `${service}:Read-${thing}`;
  return { ...placed(type, spot), readable: false, reason, action };
}

/** A list whose later page was refused: what the pages before it held. */
export function partly<Id extends EvidenceId>(
  type: Id,
  partial: EvidenceValue<Id>,
  spot: Spot = {},
): EvidenceReading<Id> {
  const reading = refused(type, 'throttled', spot);
  return reading.readable ? reading : { ...reading, partial };
}

function placed<Id extends EvidenceId>(type: Id, spot: Spot) {
  const {
    region = GLOBAL,
    resource,
    at = NOW,
  } = typeof spot === 'string' ? { region: spot } : spot;
  return { type, region, ...(resource === undefined ? {} : { resource }), at, calls: [] };
}

/** The same readings in each of the three enabled regions. */
export function everywhere(
  inRegion: (region: string) => EvidenceReading | readonly EvidenceReading[],
): EvidenceReading[] {
  return enabledRegions.flatMap(inRegion);
}

/** Evidence with an identity, a region list and the readings given; a later reading replaces an earlier one. */
export function evidence(...given: (EvidenceReading | readonly EvidenceReading[])[]): Evidence {
  return evidenceOf([...basis(), ...given.flat()]);
}

/** Evidence of another partition or account. */
export function evidenceIn(
  about: Partial<Pick<Evidence, 'account' | 'partition' | 'finishedAt' | 'source'>>,
  ...given: (EvidenceReading | readonly EvidenceReading[])[]
): Evidence {
  return { ...evidenceOf([...basis(about.partition), ...given.flat()]), ...about };
}

function basis(partition = 'aws'): EvidenceReading[] {
  return [
    answered('sts.caller-identity', {
      Account: ACCOUNT,
      Arn: `arn:${partition}:sts::${ACCOUNT}:assumed-role/ippo-read/session`,
    }),
    regionsListed(
      Object.fromEntries([
        ...enabledRegions.map((name) => [name, 'ENABLED_BY_DEFAULT']),
        [notEnabledRegion, 'DISABLED'],
      ]),
    ),
  ];
}

/** The account's own region list, by name. */
export function regionsListed(states: Readonly<Record<string, string>>): EvidenceReading {
  return answered(
    'account.regions',
    Object.entries(states).map(([RegionName, RegionOptStatus]) => ({
      RegionName,
      RegionOptStatus,
    })),
  );
}

/** Puts readings into a document, each with a call of its own, so that references are real. */
export function evidenceOf(readings: readonly EvidenceReading[]): Evidence {
  const byPlace = new Map(
    readings.map((reading) => [`${reading.type} ${reading.region} ${reading.resource}`, reading]),
  );
  const kept = [...byPlace.values()];
  return {
    format: 1,
    source: { kind: 'simulated', world: 'test' },
    account: ACCOUNT,
    partition: 'aws',
    caller: `arn:aws:sts::${ACCOUNT}:assumed-role/ippo-read/session`,
    startRegion: 'ap-northeast-1',
    startedAt: secondsAgo(60),
    finishedAt: NOW,
    ended: 'complete',
    clockSkewSeconds: 0,
    operations: [],
    readings: kept.map((reading, position) => ({ ...reading, calls: [position] })),
    calls: kept.map((reading, position) => ({
      operation: reading.type,
      region: reading.region,
      parameters: {},
      at: reading.at,
      requestId: `request-${position}`,
      digest: null,
      outcome: reading.readable ? 'answered' : reading.reason,
      attempts: 1,
      milliseconds: 1,
    })),
  };
}

/** The instant so many seconds before `NOW`; negative lies in the future. */
export function secondsAgo(seconds: number): string {
  return new Date(Date.parse(NOW) - seconds * 1000).toISOString();
}

export function hoursAgo(hours: number): string {
  return secondsAgo(hours * 3600);
}

export function daysAgo(days: number): string {
  return hoursAgo(days * 24);
}
