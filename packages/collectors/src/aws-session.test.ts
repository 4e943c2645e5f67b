import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { awsAccess, openAwsSession } from './aws-session.ts';
import { collectEvidence } from './collect-evidence.ts';
import { serveAccount, type HttpAccount } from './http-account.test-support.ts';
import { identify } from './identify.ts';
import { id, ofType, smallWorld } from './read.test-support.ts';

const folder = mkdtempSync(join(tmpdir(), 'ippo-aws-'));
let account: HttpAccount;

/** The SDK keeps what it has read of a file, so each test has files of its own. */
function useConfig(text: string) {
  const file = join(folder, `config-${Math.random()}`);
  writeFileSync(file, text);
  vi.stubEnv('AWS_CONFIG_FILE', file);
}

function useKeys() {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
}

beforeEach(async () => {
  account = await serveAccount(smallWorld());
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'none'));
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'none'));
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_ENDPOINT_URL', account.url);
});

afterEach(() => {
  account.close();
  vi.unstubAllEnvs();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('reads an account over a real socket, and says that it was an endpoint', async () => {
  useKeys();
  const session = await openAwsSession();

  const evidence = await collectEvidence(session);

  session.close();
  expect(evidence.source).toEqual({ kind: 'endpoint', url: account.url });
  expect(evidence.account).toBe(id);
  expect(evidence.readings.filter(({ readable }) => !readable)).toEqual([]);
  expect(account.requests).toContain('guardduty:GetDetector');
});

it('sends one service elsewhere when only its endpoint is set', async () => {
  useKeys();
  const other = await serveAccount(smallWorld({ detectors: {} }));
  vi.stubEnv('AWS_ENDPOINT_URL_GUARDDUTY', other.url);
  const session = await openAwsSession();

  const evidence = await collectEvidence(session);

  session.close();
  other.close();
  expect(new Set(other.requests)).toEqual(new Set(['guardduty:ListDetectors']));
  expect(ofType(evidence, 'guardduty.detectors')).toMatchObject([{ value: [] }, { value: [] }]);
});

it('assumes the role of a profile through the same guarded handler', async () => {
  useConfig(`
[profile base]
aws_access_key_id = AKIABASE
aws_secret_access_key = secret

[profile reader]
role_arn = arn:aws:iam::111122223333:role/ippo-readonly
source_profile = base
region = ap-northeast-1
`);
  const session = await openAwsSession({ profile: 'reader' });

  const identity = await identify(session);

  session.close();
  expect(session.startRegion).toBe('ap-northeast-1');
  expect(identity).toMatchObject({ account: id, partition: 'aws' });
  expect(account.requests).toEqual(['sts:AssumeRole', 'sts:GetCallerIdentity']);
});

it('reads a role over a real socket, with the endpoint of STS too', async () => {
  useKeys();
  const sts = await serveAccount(smallWorld());
  vi.stubEnv('AWS_ENDPOINT_URL_STS', sts.url);
  const role = { roleArn: `arn:aws:iam::${id}:role/ippo-readonly`, externalId: 'ippo-1' };
  const session = await awsAccess().role(role);

  const evidence = await collectEvidence(session);

  session.close();
  sts.close();
  expect(sts.requests).toEqual(['sts:AssumeRole', 'sts:GetCallerIdentity']);
  expect(evidence.readings.filter(({ readable }) => !readable)).toEqual([]);
  expect(evidence.source.kind).toBe('endpoint');
});

it.each(['machine', 'base', 'role'] as const)(
  'refuses an endpoint of STS on another machine for %s too',
  async (way) => {
    vi.stubEnv('AWS_ENDPOINT_URL_STS', 'https://sts.example.com');

    const opening = awsAccess()[way]({ roleArn: 'arn', externalId: 'ippo-1' });

    await expect(opening).rejects.toMatchObject({ code: 'setting-invalid' });
  },
);

it('says that there are no credentials when the chain has none', async () => {
  const session = await openAwsSession();

  await expect(identify(session)).rejects.toMatchObject({ code: 'no-credentials' });
  expect(account.requests).toEqual([]);
});

it('says that AWS cannot be reached when nothing listens', async () => {
  useKeys();
  account.close();
  const session = await openAwsSession();

  await expect(identify(session)).rejects.toMatchObject({ code: 'aws-unreachable' });
});

it('takes the start region of the environment, else us-east-1', async () => {
  const plain = await openAwsSession();
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  const set = await openAwsSession();

  expect([plain.startRegion, set.startRegion]).toEqual(['us-east-1', 'eu-west-1']);
});

it('refuses an endpoint on another machine unless it is allowed by name', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL_IAM', 'http://moto.internal:5000');

  await expect(openAwsSession()).rejects.toMatchObject({ code: 'setting-invalid' });
  const session = await openAwsSession({ allowedEndpoints: ['moto.internal'] });
  expect(session.source.kind).toBe('endpoint');
});

it('refuses an endpoint that is no URL', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL', 'localhost');

  await expect(openAwsSession()).rejects.toMatchObject({ code: 'setting-invalid' });
});

it('reads AWS itself when no endpoint is set', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL', '');

  const session = await openAwsSession();

  expect(session.source).toEqual({ kind: 'aws' });
  expect(session.operations).toContain('sts:AssumeRole');
});
