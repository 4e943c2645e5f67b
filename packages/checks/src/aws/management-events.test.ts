import { describe, expect, test } from 'vitest';
import { advanced } from '../testing/aws-literals.ts';
import { narrows, saysHow, selectsWriteManagementEvents } from './management-events.ts';

type Field = [field: string, operator: string, ...values: string[]];

const management: Field = ['eventCategory', 'Equals', 'Management'];

function keepsWrites(...fields: Field[]) {
  return selectsWriteManagementEvents(advanced(...fields));
}

describe('advanced selectors keep write events', () => {
  test.each([
    ['of management events', [management], true],
    ['in another case', [['EVENTCATEGORY', 'Equals', 'management']], true],
    ['beside another category', [['eventCategory', 'Equals', 'Data', 'Management']], true],
    ['of data events', [['eventCategory', 'Equals', 'Data']], false],
    ['of a field that reads like the category', [['eventName', 'Equals', 'Management']], false],
    ['of every category but one', [['eventCategory', 'NotEquals', 'Data']], false],
    ['of a readOnly that reads like it', [['readOnly', 'Equals', 'management', 'false']], false],
    ['with two fields of category', [management, ['eventCategory', 'Equals', 'Data']], true],
    ['that are writes', [management, ['readOnly', 'Equals', 'False']], true],
    ['that are not reads', [management, ['readOnly', 'NotEquals', 'true']], true],
    ['that are reads', [management, ['readOnly', 'Equals', 'true']], false],
    ['that are not writes', [management, ['readOnly', 'NotEquals', 'false']], false],
    ['that are reads and writes', [management, ['readOnly', 'Equals', 'true', 'false']], true],
    ['that begin somehow', [management, ['readOnly', 'StartsWith', 'f']], false],
    ['but some sources', [management, ['eventSource', 'NotEquals', 'kms.amazonaws.com']], true],
    ['but sources that begin so', [management, ['eventSource', 'NotStartsWith', 'kms']], true],
    ['but sources that end so', [management, ['eventSource', 'NotEndsWith', 'com']], true],
    ['of one source', [management, ['eventSource', 'Equals', 'kms.amazonaws.com']], false],
    ['but some names', [management, ['eventName', 'NotEquals', 'GetObject']], false],
  ] satisfies [string, Field[], boolean][])('%s', (_sentence, fields, expected) => {
    expect(keepsWrites(...fields)).toBe(expected);
  });

  test('a list of fields that AWS left out cannot be told', () => {
    expect(selectsWriteManagementEvents({ AdvancedEventSelectors: [{}] })).toBeNull();
  });

  test('one field that does not say how it compares leaves the selector untold', () => {
    const FieldSelectors = [
      { Field: 'eventCategory', Equals: ['Management'] },
      { Field: 'readOnly' },
    ];

    expect(
      selectsWriteManagementEvents({ AdvancedEventSelectors: [{ FieldSelectors }] }),
    ).toBeNull();
  });
});

describe('basic selectors keep write events', () => {
  test.each([
    [{ IncludeManagementEvents: true, ReadWriteType: 'All' }, true],
    [{ IncludeManagementEvents: true, ReadWriteType: 'WRITEONLY' }, true],
    [{ IncludeManagementEvents: true, ReadWriteType: 'ReadOnly' }, false],
    [{ IncludeManagementEvents: false, ReadWriteType: 'All' }, false],
    [{ IncludeManagementEvents: true, ReadWriteType: 'Some' }, null],
    [{ IncludeManagementEvents: true }, null],
    [{ ReadWriteType: 'All' }, null],
  ])('%j: %s', (selector, expected) => {
    expect(selectsWriteManagementEvents({ EventSelectors: [selector] })).toBe(expected);
  });

  test('of several the best counts, and what cannot be told before what keeps none', () => {
    const [keeps, none, untold] = [
      { IncludeManagementEvents: true, ReadWriteType: 'All' },
      { IncludeManagementEvents: false },
      {},
    ];
    const of = (...EventSelectors: object[]) => selectsWriteManagementEvents({ EventSelectors });

    expect(of(none, untold, keeps)).toBe(true);
    expect(of(none, untold)).toBeNull();
    expect(of(none)).toBe(false);
    expect(of()).toBeNull();
  });
});

describe('the operators of a field', () => {
  test('narrow it unless allowed, and only where they hold a value', () => {
    expect(narrows({ Field: 'x', Equals: ['a'] }, 'Equals')).toBe(false);
    expect(narrows({ Field: 'x', Equals: ['a'], EndsWith: ['b'] }, 'Equals')).toBe(true);
    expect(narrows({ Field: 'x', Equals: ['a'], EndsWith: [] }, 'Equals')).toBe(false);
  });

  test('say how it is compared where one holds a value', () => {
    expect(saysHow({ Field: 'x', NotEndsWith: ['a'] })).toBe(true);
    expect(saysHow({ Field: 'x', Equals: [] })).toBe(false);
    expect(saysHow({ Field: 'x' })).toBe(false);
  });
});
