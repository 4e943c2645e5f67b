import { describe, expect, test } from 'vitest';
import { bestOf, isServiceLinked, ownRecorders, recordingGroup } from './config-recorders.ts';
import { fail, pass, unknown } from '../verdict.ts';

describe('a recorder belongs to a service', () => {
  test('by its principal, or by the name that services give', () => {
    expect(isServiceLinked({ name: 'mine', servicePrincipal: 'x.amazonaws.com' })).toBe(true);
    expect(isServiceLinked({ name: 'AWSConfigurationRecorderForX_1' })).toBe(true);
    expect(isServiceLinked({ name: 'mine' })).toBe(false);
    expect(isServiceLinked({ name: 'not AWSConfigurationRecorderFor' })).toBe(false);
  });

  test('and is none of the account’s own, which stand by name', () => {
    const listed = ['b', 'AWSConfigurationRecorderForX_1', 'c', 'a'].map((name) => ({ name }));

    expect(ownRecorders(listed).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(ownRecorders(listed.toReversed()).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });
});

describe('of several recorders', () => {
  test('the best speaks, and among equals the first', () => {
    const verdicts = {
      bad: fail('bad', {}),
      unclear: unknown('unclear', {}),
      good: pass('good', {}),
      better: pass('better', {}),
    };
    const best = (...names: (keyof typeof verdicts)[]) =>
      bestOf(
        names.map((name) => ({ name })),
        ({ name }) => verdicts[names.find((one) => one === name) ?? 'bad'],
      ).code;

    expect(best('bad', 'unclear', 'good', 'better')).toBe('good');
    expect(best('better', 'good')).toBe('better');
    expect(best('bad', 'unclear')).toBe('unclear');
    expect(best('bad')).toBe('bad');
  });

  test('none at all is a defect of the check that asks, not a verdict', () => {
    expect(() => bestOf([], () => pass('good', {}))).toThrow('a region with a recorder has none');
  });
});

describe('what a recorder was told to record', () => {
  const types = ['AWS::EC2::Instance'];

  test.each([
    ['no group', undefined, null],
    [
      'all by the strategy',
      { recordingStrategy: { useOnly: 'all_supported_resource_types' } },
      'all',
    ],
    ['all by the flag alone', { allSupported: true }, 'all'],
    [
      'a list by the strategy',
      { recordingStrategy: { useOnly: 'INCLUSION_BY_RESOURCE_TYPES' }, resourceTypes: types },
      'only',
    ],
    ['a list by the flag alone', { allSupported: false, resourceTypes: types }, 'only'],
    [
      'all but a list',
      {
        recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
        exclusionByResourceTypes: { resourceTypes: types },
      },
      'all-but',
    ],
    [
      'all but a list that AWS left out',
      { recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' } },
      null,
    ],
    [
      'a strategy that nobody knows',
      { allSupported: true, recordingStrategy: { useOnly: 'SOME' } },
      null,
    ],
    ['a strategy without its name', { allSupported: true, recordingStrategy: {} }, 'all'],
    ['nothing at all', {}, null],
  ])('%s', (_sentence, group, expected) => {
    const told = recordingGroup({ name: 'default', ...(group && { recordingGroup: group }) });

    expect(told && told.kind).toBe(expected);
  });
});
