import { expect, it } from 'vitest';
import { errorName, reasonOf, sameErrorName } from './reading-reasons.ts';

/** An error as the SDK throws it: every AWS error has a `$fault`. */
function awsError(name: string, message = '') {
  return Object.assign(new Error(message), { name, $fault: 'client' });
}

it.each([
  ['AccessDenied', 'denied'],
  ['AccessDeniedException', 'denied'],
  ['UnauthorizedOperation', 'denied'],
  ['AuthorizationErrorException', 'denied'],
  ['AccountNotManagementOrDelegatedAdministratorException', 'needs-management-account'],
  ['ExpiredToken', 'bad-credentials'],
  ['ExpiredTokenException', 'bad-credentials'],
  ['SignatureDoesNotMatch', 'bad-credentials'],
  ['InvalidClientTokenId', 'bad-credentials'],
  ['UnrecognizedClientException', 'bad-credentials'],
  ['AuthFailure', 'bad-credentials'],
  ['OptInRequired', 'bad-credentials'],
  ['Throttling', 'throttled'],
  ['ThrottlingException', 'throttled'],
  ['TooManyRequestsException', 'throttled'],
  ['RequestLimitExceeded', 'throttled'],
  ['SubscriptionRequiredException', 'not-activated'],
  ['InternalFailure', 'unexpected'],
  ['LimitExceededException', 'unexpected'],
  ['NobodyKnowsThis', 'unexpected'],
])('classes %s as %s', (name, reason) => {
  const failure = { operation: 'config:X', error: awsError(name), status: 400, broken: false };

  expect(reasonOf(failure)).toBe(reason);
});

it.each([
  ['AccessDenied', 'x with an explicit deny in a service control policy', 'scp-denied'],
  ['UnauthorizedOperation', 'x with an Explicit Deny in a Service Control Policy.', 'scp-denied'],
  ['AccessDenied', 'x with an explicit deny in an identity-based policy', 'denied'],
  ['BadRequestException', 'caller is not the management account', 'needs-management-account'],
  ['BadRequestException', 'the input is wrong', 'unexpected'],
])('reads the message of %s: %s', (name, message, reason) => {
  const error = awsError(name, message);

  expect(reasonOf({ operation: 'x:Y', error, status: 400, broken: false })).toBe(reason);
});

it('takes the limit of credential reports for throttling, and no other', () => {
  const error = awsError('LimitExceeded');
  const operation = 'iam:GenerateCredentialReport';

  expect(reasonOf({ operation, error, status: 409, broken: false })).toBe('throttled');
});

it.each([
  [Object.assign(new Error(), { code: 'ENOTFOUND' }), 'network'],
  [Object.assign(new Error(), { code: 'ECONNRESET', name: 'TimeoutError' }), 'network'],
  [Object.assign(new Error(), { code: 'CERT_HAS_EXPIRED' }), 'network'],
  [Object.assign(new Error(), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), 'network'],
  [Object.assign(new Error(), { name: 'TimeoutError' }), 'timed-out'],
  [Object.assign(new Error(), { name: 'CredentialsProviderError' }), 'bad-credentials'],
  [Object.assign(new Error(), { name: 'UndeclaredRequest' }), 'unexpected'],
])('classes %o without an answer as %s', (error, reason) => {
  expect(reasonOf({ operation: 'x:Y', error, status: undefined, broken: false })).toBe(reason);
});

it('calls an answer malformed that is broken or that the SDK could not parse', () => {
  const parse = { operation: 'x:Y', error: new SyntaxError('<'), status: 200, broken: false };
  const html = { operation: 'x:Y', error: awsError('InternalFailure'), status: 500, broken: true };

  expect([reasonOf(parse), reasonOf(html)]).toEqual(['malformed', 'malformed']);
});

it('takes HTTP 429 for throttling whatever its name', () => {
  const failure = { operation: 'x:Y', error: awsError('Odd'), status: 429, broken: false };

  expect(reasonOf(failure)).toBe('throttled');
});

it('names AWS errors by name and network errors by code', () => {
  const network = Object.assign(new Error(), { code: 'ECONNRESET', name: 'TimeoutError' });

  expect([errorName(awsError('Throttling')), errorName(network)]).toEqual([
    'Throttling',
    'ECONNRESET',
  ]);
});

it('compares names with and without their suffix', () => {
  expect(sameErrorName('NoSuchEntityException', 'NoSuchEntity')).toBe(true);
  expect(sameErrorName('NoSuchEntity', 'NoSuchBucket')).toBe(false);
});
