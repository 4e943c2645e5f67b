import fc from 'fast-check';
import { isItem, spotsIn, withSpot } from './wire-spots.ts';

/** Makes another answer of one; what comes out is anything that a wire may carry. */
export type Change = (output: Record<string, unknown>) => Record<string, unknown>;

const hostile: readonly unknown[] = [
  undefined,
  null,
  0,
  -1,
  1e308,
  true,
  false,
  '',
  'ZZZ',
  'true',
  '2026-99-99T99:99:99Z',
  '__proto__',
  'constructor',
  '\u202Egnp.exe\u2066',
  '👩‍👩‍👧‍👦'.repeat(300),
  'x'.repeat(100_000),
  '%E0%A4%A',
  '{"Statement":[{"Effect":"Allow","Action":5,"Principal":[]}]}',
  [],
  {},
  [null],
  [[[[]]]],
  Array.from({ length: 500 }, () => 'ZZZ'),
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  JSON.parse('{"toString":5,"length":3,"then":"x"}'),
];

const value = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...hostile) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }) },
);

/** One to four places of an answer changed: left out, of another type, hostile, or listed twice. */
export const arbitraryChange: fc.Arbitrary<Change> = fc
  .array(fc.record({ where: fc.nat(), value, twice: fc.nat(9) }), { minLength: 1, maxLength: 4 })
  .map(
    (changes) => (output) =>
      changes.reduce((answer, { where, value: other, twice }) => {
        const spots = spotsIn(answer);
        const spot = spots[where % (spots.length || 1)];
        if (!spot) return { ...answer, Novel: other };
        if (twice === 0 && Array.isArray(spot.value))
          return withSpot(answer, spot.path, [...spot.value, ...spot.value]);
        const none = isItem(spot) && other === undefined ? null : other;
        return withSpot(answer, spot.path, none);
      }, output),
  );
