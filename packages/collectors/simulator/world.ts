import type { SimulatedDetector, SimulatedParts } from './world-parts.ts';

/** One account at one moment, as plain data in AWS's own field names. */
export type World = {
  name: string;
  account: string;
  /** ARN of who asks. */
  caller: string;
  startRegion: string;
  /** `RegionOptStatus` by region (Account Management API, `ListRegions`). */
  regions: Readonly<Record<string, string>>;
  /** `null`: the account is in no organization. */
  organization: Organization | null;
  /** `SummaryMap` of IAM `GetAccountSummary`. */
  summary: Readonly<Record<string, number>>;
  /** Rows of the credential report, root's first; a column left out is `N/A`. */
  credentials: readonly Readonly<Record<string, string>>[];
  trails: readonly SimulatedTrail[];
  stores: readonly SimulatedStore[];
  recorders: Readonly<Record<string, readonly SimulatedRecorder[]>>;
  detectors: Readonly<Record<string, readonly SimulatedDetector[]>>;
  /** What else this account has; by region where a region has its own. */
  more: SimulatedParts;
  faults: readonly Fault[];
};

export type Organization = {
  id: string;
  managementAccount: string;
  featureSet: string;
  /** Whether this account may list accounts, roots and units. */
  mayList: boolean;
  accounts: readonly { id: string; name: string; email: string; state: string }[];
  units: readonly { id: string; name: string }[];
};

export type SimulatedTrail = {
  arn: string;
  name: string;
  home: string;
  multiRegion: boolean;
  organization: boolean;
  validation: boolean;
  bucket: string;
  /** `GetTrailStatus` in the home region. */
  status: Readonly<Record<string, string | boolean | Date>>;
  /** `GetEventSelectors`; without them the trail records all management events. */
  selectors?: {
    EventSelectors?: readonly Readonly<Record<string, unknown>>[];
    AdvancedEventSelectors?: readonly Readonly<Record<string, unknown>>[];
  };
};

export type SimulatedStore = {
  arn: string;
  name: string;
  region: string;
  status: string;
  multiRegion: boolean;
  organization: boolean;
  retentionDays: number;
  selectors: readonly Readonly<Record<string, unknown>>[];
};

export type SimulatedRecorder = {
  name: string;
  servicePrincipal?: string;
  recording: boolean;
  lastStatus: string;
  lastStartTime?: Date;
  lastStopTime?: Date;
  lastErrorCode?: string;
  lastErrorMessage?: string;
  /** `recordingGroup` and `recordingMode`; without them the answer has none. */
  group?: Readonly<Record<string, unknown>>;
  mode?: Readonly<Record<string, unknown>>;
};

/** What goes wrong, and where; without an operation or a region it goes wrong everywhere. */
export type Fault = {
  /** `service` or `service:Operation`. */
  operation?: string;
  /** The region that the request was signed for. */
  region?: string;
  /** Only the first so many matching requests. */
  times?: number;
} & Mishap;

export type Mishap =
  | { act: 'refuse'; error: string; message?: string; status?: number }
  | { act: 'deny' | 'scp-deny' | 'throttle' | 'truncate' | 'hang' | 'hang-up' }
  | { act: 'html'; status: number }
  | { act: 'delay'; milliseconds: number }
  | { act: 'body'; bytes: number }
  /** Another answer than the service's own: what it is made of replaces the output's fields. */
  | { act: 'answer'; output: Readonly<Record<string, unknown>> }
  /** The service's own answer, in its wire names, changed before it is written. */
  | { act: 'change'; change(output: Record<string, unknown>): Record<string, unknown> }
  /** The service's own answer as text, changed after it is written. */
  | { act: 'rewrite'; rewrite(body: string): string };
