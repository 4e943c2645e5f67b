import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { fuzzRuns } from './testing/fuzz-runs.ts';
import { trustOf } from './trust-policy.ts';

vi.setConfig({ testTimeout: 3_600_000 });

const one = <T>(item: fc.Arbitrary<T>) => fc.oneof(item, fc.array(item, { maxLength: 3 }));
const name = fc.constantFrom(
  '*',
  '444455556666',
  'arn:aws:iam::444455556666:root',
  '\u202E🚀',
  '__proto__',
);
const statement = fc.record(
  {
    Effect: fc.constantFrom('Allow', 'Deny', 'ALLOW', 'Perhaps'),
    Action: one(fc.constantFrom('sts:AssumeRole', 'sts:*', '*')),
    Principal: fc.oneof(
      fc.constant('*'),
      fc.record({ AWS: one(name) }),
      fc.record({ Service: one(name) }),
    ),
    Condition: fc.jsonValue({ maxDepth: 2 }),
  },
  { requiredKeys: ['Effect', 'Action', 'Principal'] },
);
const document = fc.record({ Version: fc.constant('2012-10-17'), Statement: one(statement) });
const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }),
  fc.constantFrom(5, null, [], {}, [null], [[]], JSON.parse('{"__proto__":{"AWS":"*"}}')),
);

function encoded(policy: unknown): string {
  return encodeURIComponent((JSON.stringify(policy) ?? '').toWellFormed());
}

it('every statement of a policy is kept, in order, with everybody it names', () => {
  fc.assert(
    fc.property(document, (policy) => {
      const trust = trustOf(encoded(policy));

      const statements = [policy.Statement].flat();
      expect(trust?.map(({ Effect }) => Effect)).toEqual(statements.map(({ Effect }) => Effect));
      expect(trust?.map(({ AWS }) => AWS)).toEqual(
        statements.map(({ Principal }) =>
          Principal === '*' ? ['*'] : 'AWS' in Principal ? [Principal.AWS].flat() : [],
        ),
      );
    }),
    fuzzRuns(500),
  );
});

it('any text is statements of texts, or cannot be parsed, and never an error', () => {
  const broken = document.chain((policy) =>
    fc
      .tuple(fc.constantFrom('Statement', 'Effect', 'Action', 'Principal', 'AWS'), junk)
      .map(([key, value]) =>
        encoded(
          JSON.parse(JSON.stringify(policy), (at: string, own: unknown) =>
            at === key ? value : own,
          ),
        ),
      ),
  );
  const texts = fc.oneof(
    broken,
    junk.map(encoded),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('%', '%E0%A4%A', '', 'null', undefined),
  );

  fc.assert(
    fc.property(texts, (text) => {
      const trust = trustOf(text);

      if (trust === null) return;
      for (const { Effect, Action, AWS } of trust) {
        expect(['string', 'undefined']).toContain(typeof Effect);
        expect([...Action, ...AWS].every((entry) => typeof entry === 'string')).toBe(true);
      }
    }),
    fuzzRuns(500),
  );
});

it('a statement that cannot be read makes the whole policy unreadable, and drops no one', () => {
  const unreadable = fc.constantFrom<unknown>(
    5,
    null,
    'Allow',
    [],
    [[]],
    { Action: 5 },
    { Principal: 5 },
    { Principal: { AWS: [5] } },
    { Effect: {} },
  );

  fc.assert(
    fc.property(fc.array(statement, { maxLength: 3 }), unreadable, fc.nat(3), (good, bad, at) => {
      const Statement = (good as unknown[]).toSpliced(at, 0, bad);

      const trust = trustOf(encoded({ Statement }));

      expect(trust).toBeNull();
    }),
    fuzzRuns(500),
  );
});
