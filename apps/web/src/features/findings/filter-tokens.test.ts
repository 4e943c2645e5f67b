import { expect, test } from 'vitest';
import { fromTokens, toTokens } from './filter-tokens.ts';
import { readQuery } from './finding-query.ts';

test('a filter survives the component that shows it', () => {
  const query = readQuery(
    new URLSearchParams(
      'outcome=!pass&severity=high,low&resource=trail&since=2026-11-16&exception=none',
    ),
  );

  expect(fromTokens(toTokens(query))).toEqual(query);
});

test('two tokens of one property let both values through, and free text is part of a resource', () => {
  const query = fromTokens([
    { propertyKey: 'severity', operator: '=', value: ['high'] },
    { propertyKey: 'severity', operator: '=', value: ['critical'] },
    { operator: ':', value: 'acme' },
  ]);

  expect(query).toEqual({
    tokens: { severity: { not: false, any: ['high', 'critical'] } },
    resource: 'acme',
  });
});

test('an empty token narrows nothing', () => {
  expect(fromTokens([{ propertyKey: 'severity', operator: '=', value: [] }])).toEqual({
    tokens: {},
  });
});
