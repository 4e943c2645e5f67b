import { env } from 'node:process';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { admits } from '../aws/event-patterns.ts';
import { guardDutyFinding } from '../aws/finding-events.ts';

vi.setConfig({ testTimeout: 3_600_000 });

const seed = Number(env.IPPO_TEST_SEED);
const runs = {
  numRuns: Number(env.IPPO_TEST_RUNS ?? 1000),
  ...(Number.isInteger(seed) && { seed }),
};
const finding = guardDutyFinding({
  account: '111122223333',
  partition: 'aws',
  region: 'ap-northeast-1',
});

const word = fc.constantFrom(
  'aws.guardduty',
  'aws.ec2',
  'GuardDuty Finding',
  'aws.*',
  '',
  '111122223333',
);
const matcher = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 1, arbitrary: fc.constantFrom(null, 5, true) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('prefix', 'suffix', 'wildcard', 'equals-ignore-case', 'anything-but'),
        word,
      )
      .map(([operator, operand]) => ({ [operator]: operand })),
  },
  { weight: 1, arbitrary: fc.boolean().map((exists) => ({ exists })) },
);
const fields = fc.dictionary(
  fc.constantFrom('source', 'detail-type', 'account', 'region', 'novel'),
  fc.array(matcher, { maxLength: 3 }),
  { minKeys: 1, maxKeys: 3 },
);
const pattern: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fields,
  fc
    .tuple(fields, fc.array(fields, { minLength: 1, maxLength: 2 }))
    .map(([own, or]) => ({ ...own, $or: or })),
);

test('a matcher that nobody knows leaves the answer as it was or makes it untold, never the other answer', () => {
  fc.assert(
    fc.property(pattern, fc.nat(), (whole, where) => {
      const matchers = JSON.stringify(whole, (_key, value: unknown) => value);
      let at = 0;
      const damaged = JSON.stringify(whole, (_key, value: unknown) =>
        Array.isArray(value)
          ? value.map((one: unknown) =>
              isMatcher(one) && at++ === where % 6 ? { novel: 'x' } : one,
            )
          : value,
      );

      const before = admits(matchers, finding);
      const after = admits(damaged, finding);

      expect([before, null]).toContain(after);
    }),
    runs,
  );
});

test('any JSON, and any text, is told true, false or not at all', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json({ maxDepth: 5, stringUnit: 'binary' }),
    fc
      .tuple(
        fc.constantFrom('source', 'detail-type', '$or', '__proto__', 'detail'),
        fc.json({ maxDepth: 3 }),
      )
      .map(([field, json]) => `{"${field}":${json}}`),
  );

  fc.assert(
    fc.property(texts, (text) => {
      expect([true, false, null]).toContain(admits(text, finding));
    }),
    runs,
  );
});

/** A pattern inside `$or` is none. */
function isMatcher(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.keys(value).every((key) =>
    /^(prefix|suffix|wildcard|equals-ignore-case|anything-but|exists)$/.test(key),
  );
}
