/** What an account has besides trails, recorders and credentials, as plain data in AWS's own field names. */
export type SimulatedParts = {
  buckets: readonly SimulatedBucket[];
  /** Of the account; `null`: none is set. */
  publicAccessBlock: PublicAccessBlock | null;
  samlProviders: readonly string[];
  oidcProviders: readonly string[];
  roles: readonly SimulatedRole[];
  /** Users whose devices differ from what their row of the credential report says. */
  mfaSerials: Readonly<Record<string, readonly string[]>>;
  channels: ByRegion<readonly SimulatedChannel[]>;
  /** Days, where a retention is configured. */
  retention: ByRegion<number>;
  rules: ByRegion<readonly SimulatedRule[]>;
  /** ARNs of product subscriptions, where Security Hub is enabled. */
  hubs: ByRegion<readonly string[]>;
};

type ByRegion<Value> = Readonly<Record<string, Value>>;

/** S3 `PublicAccessBlockConfiguration`. */
export type PublicAccessBlock = Readonly<
  Record<
    'BlockPublicAcls' | 'IgnorePublicAcls' | 'BlockPublicPolicy' | 'RestrictPublicBuckets',
    boolean
  >
>;

export type SimulatedBucket = {
  name: string;
  /** The account that the bucket belongs to. */
  owner: string;
  region: string;
  publicAccessBlock: PublicAccessBlock | null;
  /** `null`: the bucket has no policy. */
  policyIsPublic: boolean | null;
  /** `ObjectOwnership`; `null`: no ownership controls. */
  ownership: string | null;
  /** Grants to groups, besides the owner's own. */
  grants: readonly { URI: string; Permission: string }[];
};

export type SimulatedRole = {
  arn: string;
  path: string;
  /** The trust policy as it was written: a document, or a text that is none. */
  trust: unknown;
};

export type SimulatedChannel = {
  name: string;
  bucket: string;
  /** `configHistoryDeliveryInfo` and its siblings. */
  history?: Readonly<Record<string, string | Date>>;
  snapshot?: Readonly<Record<string, string | Date>>;
  stream?: Readonly<Record<string, string | Date>>;
};

export type SimulatedDetector = {
  id: string;
  status: string;
  /** `Status` of each feature by name; without them the answer has none. */
  features?: Readonly<Record<string, string>>;
  findings?: readonly SimulatedFinding[];
  /** The account that administers this one. */
  administrator?: string;
};

export type SimulatedFinding = {
  id: string;
  account: string;
  severity: number;
  createdAt: Date;
  archived?: boolean;
  /** `service.additionalInfo.value`: a JSON text. */
  info?: string;
};

export type SimulatedRule = {
  name: string;
  state: string;
  /** Without one it runs on a schedule. */
  pattern?: string;
  managedBy?: string;
  targets: readonly string[];
};
