import { store } from './build-world.ts';
import { AccountState, OrganizationFeatureSet } from '@aws-sdk/client-organizations';
import { EventDataStoreStatus } from '@aws-sdk/client-cloudtrail';
import { DeliveryStatus, RecorderStatus, RecordingScope } from '@aws-sdk/client-config-service';
import { RegionOptStatus } from '@aws-sdk/client-account';
import { DetectorStatus, FindingPublishingFrequency } from '@aws-sdk/client-guardduty';
import { ReportFormatType, ReportStateType } from '@aws-sdk/client-iam';
import { beforeAll, expect, it } from 'vitest';
import { collectEvidence } from '../src/collect-evidence.ts';
import { operations } from '../src/operations.ts';
import { id, now, read, smallWorld } from '../src/read.test-support.ts';
import type { AwsSession, SdkClient } from '../src/session.ts';
import { againstModel } from './model-check.test-support.ts';
import { simulatedSession, worldNames } from './simulator.ts';

type Answer = [operation: string, output: Record<string, unknown>];

/** Every answer that the worlds give, by operation, each once. */
async function collectAnswers(): Promise<Answer[]> {
  const answers = new Map<string, Answer>();
  const onAnswer = (...answer: Answer) => answers.set(JSON.stringify(answer), answer);
  const onRequest = (operation: string) => sent.add(operation);
  const limits = { silentRegionMs: 800, attempts: 1 };
  await Promise.all(
    worldNames.map((world) =>
      collectEvidence(simulatedSession(world, { now, limits, onAnswer, onRequest })),
    ),
  );
  const stores = [store(id, { name: 'lake', region: 'us-east-1' })];
  const faults = [{ operation: 'account', act: 'deny' as const }];
  const more = { hubs: { 'us-east-1': ['arn:aws:securityhub:us-east-1::product/aws/guardduty'] } };
  await read({ world: { stores, more }, faults, onAnswer, onRequest });
  return [...answers.values()];
}

let answers: Answer[] = [];
/** Every operation that reached the accounts. */
const sent = new Set<string>();

beforeAll(async () => {
  answers = await collectAnswers();
});

it('is sent what the policy allows, and nothing of the policy is sent nowhere', () => {
  expect([...sent].toSorted()).toEqual(operations);
});

/** Required by the model, left out by AWS where nobody administers the account (`GetAdministratorAccount`). */
const leftOut = 'guardduty:GetAdministratorAccount.administrator is required';

it('answers with the names, types and required fields of the SDK models', async () => {
  const problems = await Promise.all(
    answers.map(([operation, output]) => againstModel(operation, output)),
  );
  expect(new Set(answers.map(([operation]) => operation)).size).toBe(operations.length);
  expect([...new Set(problems.flat())]).toEqual([leftOut]);
});

it('would notice a missing, an unknown and a mistyped field', async () => {
  const problems = await againstModel('guardduty:GetDetector', { status: 1, odd: true });

  expect(problems).toEqual([
    'guardduty:GetDetector.serviceRole is required',
    'guardduty:GetDetector.status is number',
    'guardduty:GetDetector.odd is unknown',
  ]);
});

/** What AWS sends although its model says otherwise: Config writes its states in capitals. */
const offModel = ['SUCCESS', 'FAILURE'];

it('answers with enum values of the SDK models, exceptions listed', async () => {
  const enums: Record<string, Record<string, string>> = {
    RegionOptStatus,
    FeatureSet: OrganizationFeatureSet,
    lastStatus: { ...RecorderStatus, ...DeliveryStatus },
    recordingScope: RecordingScope,
    status: DetectorStatus,
    findingPublishingFrequency: FindingPublishingFrequency,
    ReportFormat: ReportFormatType,
  };
  const found = answers.flatMap(([, output]) => fields(output));
  const strange = found.filter(
    ([name, value]) => enums[name] && !Object.values(enums[name]).includes(value),
  );
  expect(new Set(strange.map(([, value]) => value))).toEqual(new Set(offModel));
  const values = (operation: string, field: string) =>
    answers
      .filter(([name]) => name === operation)
      .flatMap(([, output]) => fields(output))
      .filter(([name]) => name === field)
      .map(([, value]) => value);
  expect(Object.values(AccountState)).toEqual(
    expect.arrayContaining(values('organizations:ListAccounts', 'State')),
  );
  expect(Object.values(ReportStateType)).toEqual(
    expect.arrayContaining(values('iam:GenerateCredentialReport', 'State')),
  );
  expect(Object.values(EventDataStoreStatus)).toEqual(
    expect.arrayContaining(values('cloudtrail:GetEventDataStore', 'Status')),
  );
});

function fields(value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.flatMap(fields);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return Object.entries(value).flatMap(([name, field]): [string, string][] =>
    typeof field === 'string' ? [[name, field]] : fields(field),
  );
}

/** Every single value below an answer, as text; the SDK's own metadata left out. */
function leaves(value: unknown): string[] {
  if (value === undefined) return [];
  if (value instanceof Date) return [JSON.stringify(value)];
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('base64')];
  if (value instanceof Map) return [...value].flatMap(([, entry]) => leaves(entry));
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value)];
  return Object.entries(value).flatMap(([name, field]) =>
    name === '$metadata' ? [] : leaves(field),
  );
}

it('answers so that every value it sets comes out of the SDK', async () => {
  const sent: string[] = [];
  const arrived: string[] = [];
  const account = simulatedSession('spotless', {
    now,
    onAnswer: (_operation, output) => sent.push(...leaves(output)),
  });
  const session: AwsSession = {
    ...account,
    async client(...place) {
      const client = await account.client(...place);
      const send: SdkClient['send'] = async (...command) => {
        const output = await client.send(...command);
        arrived.push(...leaves(output));
        return output;
      };
      return { send, destroy: () => {} };
    },
  };

  await collectEvidence(session);

  expect(arrived.length).toBeGreaterThan(500);
  expect(arrived.toSorted()).toEqual(sent.toSorted());
});

it('throws on an operation that no collector sends', async () => {
  const session = simulatedSession(smallWorld(), { now, alsoPermit: ['iam:ListUsers'] });
  const client = await session.client('iam', 'us-east-1');
  const command = await session.command('iam:ListUsers', {});

  const sending = client.send(command, { abortSignal: new AbortController().signal });

  await expect(sending).rejects.toThrow('does not know iam:ListUsers');
});

it('refuses a world that nobody made, and names those that exist', () => {
  expect(() => simulatedSession('atlantis')).toThrow('Known: acme-demo, central-root');
});

it.each(worldNames)('gives %s 17 enabled and 17 not-enabled regions', async (world) => {
  const session = simulatedSession(world, { now, limits: { silentRegionMs: 800, attempts: 1 } });

  const evidence = await collectEvidence(session, { regions: [] });

  const list = evidence.readings.find(({ type }) => type === 'account.regions');
  const states = list?.readable ? list.value : [];
  expect(states).toHaveLength(34);
  expect(JSON.stringify(states).match(/ENABLED_BY_DEFAULT/g)).toHaveLength(17);
});

it('takes as long as it is told to', async () => {
  const started = performance.now();

  await read({ latencyMs: 30 });

  expect(performance.now() - started).toBeGreaterThan(5 * 30);
});
