import { expect, it } from 'vitest';
import { detector, finding } from '../../../simulator/build-parts.ts';
import type { Fault } from '../../../simulator/world.ts';
import type { SimulatedFinding } from '../../../simulator/world-parts.ts';
import { id, now, ofType, read, readValues } from '../../read.test-support.ts';

const list = 'guardduty:ListFindings';
const get = 'guardduty:GetFindings';

function world(findings: readonly SimulatedFinding[]) {
  return { detectors: { 'us-east-1': [detector(id, 'us-east-1', { findings })] } };
}

function several(count: number): SimulatedFinding[] {
  return Array.from({ length: count }, (_, at) =>
    finding(id, now, { name: `many-${at}`, severity: 8, hoursAgo: 1 }),
  );
}

async function readFindings(findings: readonly SimulatedFinding[], faults: Fault[] = []) {
  const evidence = await read({ world: world(findings), faults });
  const [reading] = ofType(evidence, 'guardduty.findings');
  return { reading, calls: reading?.calls.map((at) => evidence.calls[at]?.operation) };
}

it('asks for 7.0 and more, not archived, and nothing further where there is none', async () => {
  const kept = finding(id, now, { name: 'kept', severity: 7, hoursAgo: 2 });
  const left = [
    finding(id, now, { name: 'low', severity: 6.9, hoursAgo: 2 }),
    finding(id, now, { name: 'old', severity: 9.5, hoursAgo: 2, archived: true }),
  ];

  const { reading, calls } = await readFindings([kept, ...left]);
  const empty = await readFindings(left);

  expect(reading).toMatchObject({
    resource: detector(id, 'us-east-1').id,
    value: [
      {
        Id: kept.id,
        AccountId: id,
        Severity: 7,
        Type: 'UnauthorizedAccess:IAMUser/MaliciousIPCaller',
        CreatedAt: '2026-11-16T01:00:00.000Z',
        Archived: false,
        Sample: false,
      },
    ],
  });
  expect(calls).toEqual([list, get]);
  expect(empty).toMatchObject({ reading: { value: [] }, calls: [list] });
});

it.each([
  ['{"sample":true}', true],
  ['{"sample":false,"unusual":{}}', false],
  ['{"unusual":{}}', false],
  [undefined, false],
  ['{"sample":"true"}', null],
  ['{"sample":', null],
  ['7', null],
])('tells a sample by the flag in a JSON text: %s', async (info, Sample) => {
  const one = finding(id, now, { name: 'x', severity: 8, hoursAgo: 1, ...(info && { info }) });

  const { reading } = await readFindings([one]);

  expect(reading).toMatchObject({ value: [{ Sample }] });
});

it('reads every page, 50 at a time', async () => {
  const { reading, calls } = await readFindings(several(120));

  expect(reading?.readable && reading.value).toHaveLength(120);
  expect(calls).toEqual([list, get, list, get, list, get]);
});

it('stops at 1,000 and keeps them', async () => {
  const { reading, calls } = await readFindings(several(1001));

  expect(reading).toMatchObject({ readable: false, reason: 'capped', action: list });
  expect(!reading?.readable && reading?.partial).toHaveLength(1000);
  expect(calls).toHaveLength(40);
});

it('is whole with exactly 1,000', async () => {
  const { reading } = await readFindings(several(1000));

  expect(reading?.readable && reading.value).toHaveLength(1000);
});

it('is malformed when a listed finding is not among the details', async () => {
  const { reading } = await readFindings(several(2), [
    { operation: get, act: 'answer', output: { findings: [] } },
  ]);

  expect(reading).toMatchObject({
    readable: false,
    reason: 'malformed',
    detail: 'finding missing',
  });
});

it.each([list, get])('is refused with %s, never empty', async (operation) => {
  const { reading } = await readFindings(several(1), [{ operation, act: 'deny' }]);

  expect(reading).toMatchObject({ readable: false, reason: 'denied', action: operation });
});

it('names the administrator, or that there is none', async () => {
  const administrator = '444455556666';
  const detectors = {
    'us-east-1': [detector(id, 'us-east-1', { administrator })],
    'ap-northeast-1': [detector(id, 'ap-northeast-1')],
  };

  const values = await readValues('guardduty.administrator', { world: { detectors } });

  expect(values).toEqual([null, { AccountId: administrator }]);
});

it('does not take an administrator without an account for none', async () => {
  const output = { administrator: { relationshipStatus: 'Enabled' } };
  const faults = [
    { operation: 'guardduty:GetAdministratorAccount', act: 'answer' as const, output },
  ];

  expect(await readValues('guardduty.administrator', { faults })).toEqual([
    'malformed',
    'malformed',
  ]);
});

it.each([
  'guardduty.findings',
  'guardduty.administrator',
  'events.rules',
  'securityhub.hub',
] as const)('%s is not asked where there is no detector', async (type) => {
  expect(await readValues(type, { world: { detectors: {} } })).toEqual([]);
});
