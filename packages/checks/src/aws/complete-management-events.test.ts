import { describe, expect, test } from 'vitest';
import { advanced } from '../testing/aws-literals.ts';
import { completeness } from './complete-management-events.ts';

type Field = [field: string, operator: string, ...values: string[]];

const management: Field = ['eventCategory', 'Equals', 'Management'];

/** Advanced selectors of management events, narrowed by these fields: all of one selector. */
function narrowedBy(...fields: Field[]) {
  return completeness(advanced(management, ...fields));
}

const all = { all: true, onlyUsualGap: true };
const part = { all: false, onlyUsualGap: false };

describe('advanced selectors', () => {
  test('of management events keep all of them, beside another category too', () => {
    expect(narrowedBy()).toEqual(all);
    expect(completeness(advanced(['eventCategory', 'Equals', 'Data', 'Management']))).toEqual(all);
  });

  test('are told by the category, not by a value that reads like one', () => {
    expect(completeness(advanced(['eventName', 'Equals', 'Management']))).toEqual(part);
    expect(completeness(advanced(['eventCategory', 'Equals', 'Data']))).toEqual(part);
  });

  test('of no category keep nothing, whatever else they say', () => {
    expect(completeness(advanced(['readOnly', 'Equals', 'true', 'false']))).toEqual(part);
  });

  test('of which one field does not say how it compares cannot be told', () => {
    const [selector] = advanced(management).AdvancedEventSelectors ?? [];
    const FieldSelectors = [...(selector?.FieldSelectors ?? []), { Field: 'readOnly' }];

    expect(completeness({ AdvancedEventSelectors: [{ FieldSelectors }] })).toEqual({
      all: null,
      onlyUsualGap: false,
    });
  });

  test.each([
    ['Equals', ['true'], part],
    ['Equals', ['false'], part],
    ['Equals', ['True', 'FALSE'], all],
    ['NotEquals', ['true'], part],
    ['NotEquals', ['FALSE'], part],
    ['NotEquals', ['True', 'false'], part],
    ['StartsWith', ['t'], part],
    ['NotStartsWith', ['t'], part],
  ] as const)('with readOnly %s %j', (operator, values, expected) => {
    expect(narrowedBy(['readOnly', operator, ...values])).toEqual(expected);
  });

  test.each([
    ['reads and writes', ['Equals', 'true'], ['Equals', 'false'], all],
    ['not writes and not reads', ['NotEquals', 'false'], ['NotEquals', 'true'], all],
    ['writes twice', ['Equals', 'false'], ['NotEquals', 'true'], part],
  ] as const)('of two selectors the union counts: %s', (_sentence, first, second, expected) => {
    const selectors = [first, second].flatMap(
      ([operator, value]) =>
        advanced(management, ['readOnly', operator, value]).AdvancedEventSelectors ?? [],
    );

    expect(completeness({ AdvancedEventSelectors: selectors })).toEqual(expected);
  });

  test('that leave out KMS or RDS Data by source leave the usual gap, by another field not', () => {
    const usual = { all: false, onlyUsualGap: true };

    expect(narrowedBy(['eventSource', 'NotEquals', 'KMS.amazonaws.com'])).toEqual(usual);
    expect(
      narrowedBy(['EventSource', 'NotEquals', 'kms.amazonaws.com', 'rdsdata.amazonaws.com']),
    ).toEqual(usual);
    expect(
      narrowedBy(['eventSource', 'NotEquals', 'kms.amazonaws.com', 'sts.amazonaws.com']),
    ).toEqual(part);
    expect(narrowedBy(['eventSource', 'Equals', 'kms.amazonaws.com'])).toEqual(part);
    expect(narrowedBy(['eventName', 'NotEquals', 'kms.amazonaws.com'])).toEqual(part);
  });

  test('with two gaps have the worse one', () => {
    expect(
      narrowedBy(
        ['eventSource', 'NotEquals', 'kms.amazonaws.com'],
        ['eventName', 'NotEquals', 'GetObject'],
      ),
    ).toEqual(part);
  });
});

describe('basic selectors', () => {
  const kept = { IncludeManagementEvents: true, ReadWriteType: 'All' };

  test.each([
    ['all', [kept], all],
    [
      'reads, and writes',
      ['ReadOnly', 'writeonly'].map((type) => ({ ...kept, ReadWriteType: type })),
      all,
    ],
    ['reads', [{ ...kept, ReadWriteType: 'ReadOnly' }], part],
    ['none', [{ ...kept, IncludeManagementEvents: false }], part],
    ['none, of an unknown kind', [{ IncludeManagementEvents: false }], part],
    [
      'all but KMS',
      [{ ...kept, ExcludeManagementEventSources: ['kms.amazonaws.com'] }],
      { all: false, onlyUsualGap: true },
    ],
    [
      'all, with an empty list of exclusions',
      [{ ...kept, ExcludeManagementEventSources: [] }],
      all,
    ],
    ['an unknown kind', [{ ...kept, ReadWriteType: 'Some' }], { all: null, onlyUsualGap: false }],
    [
      'a kind that is left out',
      [{ IncludeManagementEvents: true }],
      { all: null, onlyUsualGap: false },
    ],
    ['nothing said', [{ ReadWriteType: 'All' }], { all: null, onlyUsualGap: false }],
    ['nothing said beside all', [{}, kept], all],
  ])('keep %s', (_sentence, EventSelectors, expected) => {
    expect(completeness({ EventSelectors })).toEqual(expected);
  });

  test('none at all cannot be told', () => {
    const untold = { all: null, onlyUsualGap: false };

    expect(completeness({})).toEqual(untold);
    expect(completeness({ EventSelectors: [], AdvancedEventSelectors: [] })).toEqual(untold);
    expect(completeness({ AdvancedEventSelectors: [{}] })).toEqual(untold);
  });

  test('and advanced ones complete each other', () => {
    const reads = { ...kept, ReadWriteType: 'ReadOnly' };
    const writes = advanced(management, ['readOnly', 'Equals', 'false']);

    expect(completeness({ EventSelectors: [reads], ...writes })).toEqual(all);
  });
});
