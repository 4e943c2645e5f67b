import { expect, it } from 'vitest';
import { findingsRule } from '../../../simulator/build-parts.ts';
import type { SimulatedRule } from '../../../simulator/world-parts.ts';
import { id, ofType, read, readValues, type ReadOptions } from '../../read.test-support.ts';

const region = 'us-east-1';

function rule(name: string, pattern?: object): SimulatedRule {
  const text = pattern && { pattern: JSON.stringify(pattern) };
  return { name, state: 'ENABLED', targets: [`arn:aws:sns:${region}:${id}:x`], ...text };
}

function withRules(...rules: SimulatedRule[]): ReadOptions {
  return { world: { more: { rules: { [region]: rules } } } };
}

it('lists the rules of the default bus that have a pattern', async () => {
  const managed = { ...rule('managed', { source: ['aws.s3'] }), managedBy: 'x.amazonaws.com' };

  const values = await readValues('events.rules', withRules(rule('hourly'), managed));

  expect(values).toEqual([
    [],
    [
      {
        Name: 'managed',
        Arn: `arn:aws:events:${region}:${id}:rule/managed`,
        State: 'ENABLED',
        EventPattern: '{"source":["aws.s3"]}',
        ManagedBy: 'x.amazonaws.com',
      },
    ],
  ]);
});

it('reads every page of a long list', async () => {
  const rules = Array.from({ length: 230 }, (_, at) => rule(`r-${at}`, { source: ['aws.s3'] }));

  const values = await readValues('events.rules', withRules(...rules));

  expect(values[1]).toHaveLength(230);
});

it.each([
  ['names GuardDuty', { source: ['aws.guardduty'] }, true],
  ['has no source', { 'detail-type': ['x'] }, true],
  ['has a source that is no plain name', { source: [{ prefix: 'aws.' }] }, true],
  ['is about others only', { source: ['aws.s3', 'aws.ec2'] }, false],
])('asks for the targets of a rule that %s: %j', async (_name, pattern, asked) => {
  const values = await readValues('events.rule-targets', withRules(rule('one', pattern)));

  expect(values).toEqual(asked ? [[{ Id: 'target-0', Arn: `arn:aws:sns:${region}:${id}:x` }]] : []);
});

it('asks about 20 rules of a region, and caps the others without a call', async () => {
  const rules = Array.from({ length: 23 }, (_, at) => rule(`r-${at}`, { account: [id] }));

  const evidence = await read(withRules(...rules));

  const readings = ofType(evidence, 'events.rule-targets');
  const capped = readings.filter((one) => !one.readable && one.reason === 'capped');
  expect([readings.length, capped.length]).toEqual([23, 3]);
  expect(capped.every(({ calls }) => calls.length === 0)).toBe(true);
});

it('asks about the rules that could be read before a later page was refused', async () => {
  const rules = Array.from({ length: 150 }, (_, at) => rule(`r-${at}`, { source: ['aws.s3'] }));
  const first = findingsRule(id, region);

  const evidence = await read({
    ...withRules(first, ...rules),
    limits: { readingBytes: 22_000 },
  });

  expect(ofType(evidence, 'events.rules')[1]).toMatchObject({ reason: 'too-large' });
  expect(ofType(evidence, 'events.rule-targets')).toMatchObject([
    { resource: `arn:aws:events:${region}:${id}:rule/guardduty-findings`, readable: true },
  ]);
});

it.each([
  ['events.rules', 'events:ListRules'],
  ['events.rule-targets', 'events:ListTargetsByRule'],
] as const)('%s is denied or malformed, never empty', async (type, operation) => {
  const options = withRules(findingsRule(id, region));
  const denied = await readValues(type, {
    ...options,
    faults: [{ operation, region, act: 'deny' }],
  });
  const faults = [{ operation, region, act: 'answer' as const, output: {} }];

  const spoiled = await readValues(type, { ...options, faults });

  expect([denied.at(-1), spoiled.at(-1)]).toEqual(['denied', 'malformed']);
});
