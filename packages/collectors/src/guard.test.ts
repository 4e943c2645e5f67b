import { HttpRequest } from '@smithy/protocol-http';
import { expect, it, vi } from 'vitest';
import { simulatedSession } from '../simulator/simulator.ts';
import { credentialRoutes } from './credential-operations.ts';
import { operationOnWire } from './guard.ts';
import { operations } from './operations.ts';
import { smallWorld } from './read.test-support.ts';
import type { Service } from './sdk.ts';

function open() {
  const onRequest = vi.fn();
  return { onRequest, session: simulatedSession(smallWorld(), { onRequest }) };
}

it.each([
  ['iam:CreateUser', { UserName: 'x' }],
  ['iam:ListUsers', {}],
  ['cloudtrail:StopLogging', { Name: 'x' }],
  ['config:StopConfigurationRecorder', { ConfigurationRecorderName: 'x' }],
  ['guardduty:DeleteDetector', { DetectorId: 'x' }],
  ['guardduty:CreateDetector', { Enable: true }],
  ['ec2:RunInstances', { ImageId: 'x', MinCount: 1, MaxCount: 1 }],
  ['account:DisableRegion', { RegionName: 'x' }],
  ['organizations:LeaveOrganization', {}],
  ['sts:AssumeRole', { RoleArn: 'arn:aws:iam::111122223333:role/x', RoleSessionName: 'x' }],
] as const)('refuses %s before it leaves', async (operation, input) => {
  const { onRequest, session } = open();
  const client = await session.client(operation.split(':')[0] as Service, 'us-east-1');
  const command = await session.command(operation, input);

  const sending = client.send(command, { abortSignal: new AbortController().signal });

  await expect(sending).rejects.toMatchObject({ name: 'UndeclaredRequest' });
  expect(onRequest).not.toHaveBeenCalled();
});

it('lets a declared operation through', async () => {
  const { onRequest, session } = open();
  const client = await session.client('guardduty', 'us-east-1');
  const command = await session.command('guardduty:ListDetectors', {});

  await client.send(command, { abortSignal: new AbortController().signal });

  expect(onRequest).toHaveBeenCalledExactlyOnceWith('guardduty:ListDetectors', 'us-east-1');
});

const signed = (service: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=AKIAX/20261116/us-east-1/${service}/aws4_request, Signature=0`,
});
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const request = (parts: ConstructorParameters<typeof HttpRequest>[0]) =>
  new HttpRequest({ protocol: 'https:', method: 'POST', path: '/', ...parts });
const detectors = { operation: 'guardduty:ListDetectors', method: 'GET', path: '/detector' };
const permit = { routes: [...credentialRoutes, detectors], endpoints: new Set(['127.0.0.1:4566']) };

it.each([
  [
    'two actions in one form',
    {
      hostname: 'iam.amazonaws.com',
      headers: form,
      body: 'Action=GetAccountSummary&Action=CreateUser',
    },
  ],
  [
    'an action in the query string',
    {
      hostname: 'iam.amazonaws.com',
      headers: form,
      query: { Action: 'CreateUser' },
      body: 'Action=GetAccountSummary',
    },
  ],
  [
    'a target beside a form',
    {
      hostname: 'iam.amazonaws.com',
      headers: { ...form, 'x-amz-target': 'X.GetAccountSummary' },
      body: 'Action=CreateUser',
    },
  ],
  [
    'a target on a service that goes by its path',
    {
      method: 'DELETE',
      hostname: 'guardduty.us-east-1.amazonaws.com',
      path: '/detector/x',
      headers: { 'x-amz-target': 'GuardDuty.ListDetectors' },
    },
  ],
  [
    'an action beside a target',
    {
      hostname: 'cloudtrail.us-east-1.amazonaws.com',
      query: { Action: 'StopLogging' },
      headers: { 'x-amz-target': 'CloudTrail_20131101.DescribeTrails' },
    },
  ],
])('does not take %s for a declared operation', (_name, parts) => {
  const operation = operationOnWire(request(parts), permit);

  expect(operations).not.toContain(operation);
});

it.each([
  ['a host that is not AWS', { hostname: 'iam.example.com', headers: signed('iam') }],
  ['a look-alike host', { hostname: 'iam.amazonaws.com.example.com', headers: signed('iam') }],
  ['plain http', { protocol: 'http:', hostname: 'iam.amazonaws.com', headers: signed('iam') }],
  [
    'another service than it was signed for',
    { hostname: 'iam.amazonaws.com', headers: signed('s3') },
  ],
  ['an unsigned call to an endpoint', { hostname: '127.0.0.1', port: 4566, headers: {} }],
])('refuses %s', (_name, parts) => {
  expect(() => operationOnWire(request(parts), permit)).toThrow('may be sent');
});

it.each([
  [
    'sts:AssumeRole',
    {
      hostname: 'sts.eu-west-1.amazonaws.com',
      headers: { ...form, ...signed('sts') },
      body: 'Action=AssumeRole&Version=2011-06-15',
    },
  ],
  [
    'sts:AssumeRoleWithWebIdentity',
    {
      hostname: '127.0.0.1',
      port: 4566,
      headers: form,
      body: 'Action=AssumeRoleWithWebIdentity&Version=2011-06-15',
    },
  ],
  [
    'sso:GetRoleCredentials',
    {
      method: 'GET',
      hostname: 'portal.sso.eu-west-1.amazonaws.com',
      path: '/federation/credentials',
      headers: {},
    },
  ],
  [
    'sso-oauth:CreateToken',
    { hostname: 'oidc.eu-west-1.amazonaws.com', path: '/token', headers: {} },
  ],
  [
    'signin:CreateOAuth2Token',
    { hostname: 'eu-west-1.signin.aws.amazon.com', path: '/v1/token', headers: {} },
  ],
  [
    'iam:GetAccountSummary',
    {
      hostname: 'iam-fips.amazonaws.com',
      headers: { ...form, ...signed('iam') },
      body: 'Action=GetAccountSummary',
    },
  ],
])('knows %s on the wire', (operation, parts) => {
  expect(operationOnWire(request(parts), permit)).toBe(operation);
});
