import type { AdvancedSelector } from '@ippo/contracts';
import { expect, test } from 'vitest';
import { completeness } from '../aws/complete-management-events.ts';
import { selectsWriteManagementEvents } from '../aws/management-events.ts';

const management = { Field: 'eventCategory', Equals: ['Management'] };

// Found by damaging answers: CloudTrail sends at least one operator with each field, never none.
test.each<[string, AdvancedSelector]>([
  ['the category', { FieldSelectors: [{ Field: 'eventCategory' }] }],
  ['read or write', { FieldSelectors: [management, { Field: 'readOnly' }] }],
  ['the source', { FieldSelectors: [management, { Field: 'eventSource', NotEquals: [] }] }],
])(
  'what is left of a selector that does not say how it compares %s tells nothing',
  (_field, selector) => {
    const selectors = { AdvancedEventSelectors: [selector] };

    expect(completeness(selectors)).toEqual({ all: null, onlyUsualGap: false });
    expect(selectsWriteManagementEvents(selectors)).toBeNull();
  },
);

test('beside it, a selector that keeps everything is still enough', () => {
  const selectors = {
    AdvancedEventSelectors: [
      { FieldSelectors: [management] },
      { FieldSelectors: [{ Field: 'readOnly' }] },
    ],
  };

  expect(completeness(selectors).all).toBe(true);
  expect(selectsWriteManagementEvents(selectors)).toBe(true);
});
