import { expect, it } from 'vitest';
import { isLoopback, serviceOfHost } from './aws-hosts.ts';

it.each([
  ['iam.amazonaws.com', 'iam'],
  ['iam.us-gov.amazonaws.com', 'iam'],
  ['account.cn-northwest-1.amazonaws.com.cn', 'account'],
  ['config-fips.us-east-1.amazonaws.com', 'config'],
  ['guardduty.eu-west-1.api.aws', 'guardduty'],
  ['portal.sso.eu-west-1.amazonaws.com', 'sso'],
  ['portal.sso-fips.us-east-1.amazonaws.com', 'sso'],
  ['oidc-fips.us-east-1.amazonaws.com', 'sso-oauth'],
  ['eu-west-1.signin.aws.amazon.com', 'signin'],
  ['eu-west-1.oauth.signin.aws', 'signin'],
  ['iam.amazonaws.com.example.com', undefined],
  ['amazonaws.com', undefined],
  ['iam.amazonaws.co', undefined],
])('takes %s for %s', (host, service) => {
  expect(serviceOfHost(host)).toBe(service);
});

it.each([
  ['localhost', true],
  ['moto.localhost', true],
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['[::1]', true],
  ['127.0.0.1.example.com', false],
  ['localhost.example.com', false],
  ['0.0.0.0', false],
  ['10.0.0.1', false],
])('says whether %s is this machine: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
