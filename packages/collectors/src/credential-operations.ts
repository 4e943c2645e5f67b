import type { Route } from './guard.ts';

/**
 * What the SDK's default chain may send to turn a profile into temporary credentials (AWS SDKs and Tools
 * Reference Guide, *Standardized credential providers*). None of them touches a resource of the account.
 */
export const credentialRoutes: readonly Route[] = [
  { operation: 'sso:GetRoleCredentials', method: 'GET', path: '/federation/credentials' },
  { operation: 'sso-oauth:CreateToken', method: 'POST', path: '/token' },
  { operation: 'signin:CreateOAuth2Token', method: 'POST', path: '/v1/token' },
];

export const credentialOperations: readonly string[] = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithWebIdentity',
  ...credentialRoutes.map(({ operation }) => operation),
];
