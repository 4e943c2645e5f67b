import type { ReadingReason } from '@ippo/contracts';

/** Error names without their `Exception` suffix, by reason (checks.md 0.2; IAM User Guide, *Common errors*). */
const names: Partial<Record<ReadingReason, readonly string[]>> = {
  denied: ['AccessDenied', 'UnauthorizedOperation', 'AuthorizationError'],
  'needs-management-account': ['AccountNotManagementOrDelegatedAdministrator'],
  'bad-credentials': [
    'ExpiredToken',
    'SignatureDoesNotMatch',
    'InvalidClientTokenId',
    'UnrecognizedClient',
    'AuthFailure',
    'OptInRequired',
    'InvalidSignature',
    'IncompleteSignature',
    'MissingAuthenticationToken',
    'RequestExpired',
    'InvalidToken',
    'CredentialsProviderError',
    'TokenProviderError',
    'InvalidAccessKeyId',
    'RequestTimeTooSkewed',
  ],
  throttled: [
    'Throttling',
    'Throttled',
    'ThrottledException',
    'TooManyRequests',
    'RequestLimitExceeded',
    'RequestThrottled',
    'SlowDown',
    'BandwidthLimitExceeded',
    'PriorRequestNotComplete',
  ],
  'not-activated': ['SubscriptionRequired'],
};
const reasonByName = new Map(
  Object.entries(names).flatMap(([reason, list]) =>
    list.map((name) => [name, reason as ReadingReason] as const),
  ),
);

/** What is known of a call that brought no usable answer. */
export type Failure = {
  operation: string;
  error: unknown;
  /** HTTP status, where anything answered at all. */
  status: number | undefined;
  /** Whether the answer was cut off or no AWS answer (an HTML page). */
  broken: boolean;
};

/** The name of an error as AWS writes it, or the network's code. */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown';
  return isServiceError(error) ? error.name : (networkCode(error) ?? error.name);
}

/** The code of a system or TLS error (Node.js, *Errors*), whatever name the SDK gave it. */
function networkCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code) ? code : undefined;
}

/** Whether two error names are the same, with or without their `Exception` suffix. */
export function sameErrorName(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function bare(name: string): string {
  return name.replace(/Exception$/, '');
}

/** The one place where errors are classed. An error name never says anything about a region. */
export function reasonOf({ operation, error, status, broken }: Failure): ReadingReason {
  const name = errorName(error);
  const message = error instanceof Error ? error.message : '';
  if (name === 'TooLarge') return 'too-large';
  if (broken) return 'malformed';
  if (status === undefined) return withoutAnswer(error, name);
  if (!isServiceError(error)) return 'malformed';
  if (bare(name) === 'LimitExceeded' && operation === 'iam:GenerateCredentialReport')
    return 'throttled';
  if (bare(name) === 'BadRequest' && /management account|delegated administrator/i.test(message))
    return 'needs-management-account';
  const reason = reasonByName.get(bare(name)) ?? reasonByStatus(operation, status);
  const byPolicy = /explicit deny in a service control policy/i.test(message);
  return reason === 'denied' && byPolicy ? 'scp-denied' : reason;
}

/** S3 refuses with 403 under several names (S3 API, *Error responses*). */
function reasonByStatus(operation: string, status: number): ReadingReason {
  if (status === 429) return 'throttled';
  return status === 403 && /^s3(control)?:/.test(operation) ? 'denied' : 'unexpected';
}

function withoutAnswer(error: unknown, name: string): ReadingReason {
  if (networkCode(error)) return 'network';
  if (name === 'TimeoutError') return 'timed-out';
  return reasonByName.get(bare(name)) ?? 'unexpected';
}

/** Every modelled and unmodelled AWS error carries `$fault` (Smithy, `ServiceException`). */
function isServiceError(error: unknown): boolean {
  return error instanceof Error && '$fault' in error;
}
