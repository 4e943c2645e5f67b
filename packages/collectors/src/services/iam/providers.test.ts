import { expect, it } from 'vitest';
import { id, readValues, readValuesWhen } from '../../read.test-support.ts';

const saml = `arn:aws:iam::${id}:saml-provider/idp`;
const oidc = `arn:aws:iam::${id}:oidc-provider/token.actions.githubusercontent.com`;

it.each([
  ['iam.saml-providers', { samlProviders: [saml] }, saml],
  ['iam.oidc-providers', { oidcProviders: [oidc] }, oidc],
] as const)('%s are listed by ARN', async (type, more, Arn) => {
  expect(await readValues(type, { world: { more } })).toEqual([[{ Arn }]]);
});

it.each(['iam.saml-providers', 'iam.oidc-providers'] as const)(
  '%s are an empty list where there is none',
  async (type) => {
    expect(await readValues(type)).toEqual([[]]);
  },
);

it.each([
  ['iam.saml-providers', 'iam:ListSAMLProviders'],
  ['iam.oidc-providers', 'iam:ListOpenIDConnectProviders'],
] as const)('%s are denied or malformed, never empty', async (type, operation) => {
  const output = {};

  expect(await readValuesWhen(type, operation, { act: 'deny' })).toEqual(['denied']);
  expect(await readValuesWhen(type, operation, { act: 'answer', output })).toEqual(['malformed']);
});
