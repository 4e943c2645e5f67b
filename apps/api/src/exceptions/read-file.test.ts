import { exceptionLineSentence, exceptionLineCodes, newExceptionSchema } from '@ippo/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoredException } from '../store/exceptions.ts';
import { readExceptionFile } from './read-file.ts';
import { writeExceptionFile } from './write-file.ts';

const entry = [
  '  - check: ct-enabled',
  '    account: 012345678901',
  '    regions: [eu-west-1, global]',
  '    resource: all',
  '    reason: The VPN replaces this in December.',
  '    owner: infra-admin',
  '    lastDay: 2026-12-22',
  '    zone: Asia/Tokyo',
];
const head = ['format: ippo-exceptions-1', 'source: aws', 'exceptions:'];

function file(...changed: string[]): string {
  return [...head, ...changed].join('\n');
}

/** Codes with their lines. */
function wrong(text: string): string[] {
  return readExceptionFile(text).errors.map(({ line, code, params }) =>
    [line, code, params['key']].filter((part) => part !== undefined).join(' '),
  );
}

describe('a file of accepted risks', () => {
  test('is read with every value as text: an account keeps its leading zero', () => {
    const { entries, errors, source } = readExceptionFile(file(...entry));

    expect(errors).toEqual([]);
    expect(source).toBe('aws');
    expect(entries).toEqual([
      {
        line: 4,
        asked: {
          check: 'ct-enabled',
          account: '012345678901',
          regions: ['eu-west-1', 'global'],
          resource: null,
          reason: 'The VPN replaces this in December.',
          owner: 'infra-admin',
          lastDay: '2026-12-22',
          zone: 'Asia/Tokyo',
        },
      },
    ]);
  });

  test('says of each line what is wrong with it', () => {
    const without = (key: string) => entry.filter((line) => !line.includes(`${key}:`));
    const replaced = (key: string, value: string) =>
      entry.map((line) => (line.includes(`${key}:`) ? line.replace(/: .*/, `: ${value}`) : line));

    expect(wrong(file(...entry, '    approved: yes'))).toEqual(['4 unknown-key approved']);
    expect(wrong(file(...without('owner')))).toEqual(['4 key-missing owner']);
    expect(wrong(file(...without('regions')))).toEqual(['4 key-missing regions']);
    expect(wrong(file(...replaced('reason', 'short')))).toEqual(['8 value-wrong reason']);
    expect(wrong(file(...replaced('account', '123')))).toEqual(['5 value-wrong account']);
    expect(wrong(file(...replaced('account', 'all')))).toEqual(['5 value-wrong account']);
    expect(wrong(file(...replaced('lastDay', '2026-02-30')))).toEqual(['10 value-wrong lastDay']);
    expect(wrong(file(...replaced('regions', '[nowhere]')))).toEqual(['6 value-wrong regions']);
    expect(wrong(file(...replaced('regions', '')))).toEqual(['6 value-wrong regions']);
    expect(wrong(file(...replaced('resource', '"*"'), ...entry))).toEqual([]);
    expect(wrong(file(...entry, '    owner: somebody'))).toEqual(['12 key-twice']);
    expect(wrong(file(...entry, ...entry))).toEqual(['12 entry-twice']);
    expect(wrong(head.slice(0, 2).join('\n'))).toEqual(['1 key-missing exceptions']);
    expect(wrong('format: ippo-exceptions-2\nsource: aws\nexceptions: []')).toEqual([
      '1 value-wrong format',
    ]);
    expect(wrong('')).toEqual(['1 value-wrong exceptions']);
    expect(wrong('- a\n- b')).toEqual(['1 value-wrong exceptions']);
  });

  test.each([
    ['a bomb of anchors', `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n${file(...entry)}`],
    [
      'an alias in a list of accepted risks',
      file(...entry.with(5, '    owner: &o x'), '    zone2: *o'),
    ],
    ['a tag', file(...entry.with(5, '    owner: !!js/function x'))],
    ['an alias to nowhere', file('  - *nobody')],
    ['lists in lists by the thousand', '['.repeat(100_000)],
    [
      'maps in maps by the thousand',
      Array.from({ length: 5_000 }, (_, n) => `${' '.repeat(n % 40)}a:`).join('\n'),
    ],
    ['two documents', `${file(...entry)}\n---\n${file(...entry)}`],
    ['more bytes than it may have', `# ${'x'.repeat(262_144)}`],
    ['control characters', `format: "\u0000"\n\u0007: [`],
    ['a merge key', file(...entry, '    <<: {owner: x}')],
    ['a prototype', file(...entry, '    __proto__: {owner: x}')],
  ])('refuses %s soon, and takes nothing', (_, text) => {
    const began = performance.now();

    const { entries, errors } = readExceptionFile(text);

    expect(entries).toEqual([]);
    expect(errors.length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test('of more than 500 entries is refused', () => {
    const many = Array.from({ length: 501 }, (_, n) =>
      [
        '  - {check: a, account: 111122223333, regions: all, resource: all, ',
        `owner: o, reason: number ${n} of many, lastDay: 2026-12-22, zone: UTC}`,
      ].join(''),
    );

    expect(wrong(file(...many))).toEqual(['1 too-many-entries']);
    expect(readExceptionFile(file(...many.slice(1))).entries).toHaveLength(500);
  });

  test('has a sentence in both languages for every code', () => {
    for (const code of Object.keys(exceptionLineCodes) as (keyof typeof exceptionLineCodes)[])
      for (const language of ['en', 'ja'] as const)
        expect(
          exceptionLineSentence({ code, params: { key: 'lastDay' } }, language).length,
        ).toBeGreaterThan(8);
    expect(exceptionLineSentence({ code: 'value-wrong', params: { key: 'account' } }, 'ja')).toBe(
      '「account」の値が正しくありません。形式：12 桁の数字',
    );
  });
});

describe('what was written', () => {
  const text = (from: number, to: number) =>
    fc.string({ unit: 'binary', minLength: from, maxLength: to }).map((one) => one.toWellFormed());
  const arbitrary = fc
    .record({
      check: fc.constantFrom('ct-enabled', 'true', 'null', '0123', '1e3'),
      account: fc.stringMatching(/^\d{12}$/),
      regions: fc.option(
        fc.uniqueArray(fc.constantFrom('global', 'eu-west-1', 'ap-northeast-3'), { minLength: 1 }),
      ),
      resource: fc.option(fc.oneof(fc.constant('arn:aws:s3:::b'), text(1, 60))),
      reason: fc.oneof(fc.constant('複数行の\n理由です: # "yes"\n\n- と記号'), text(10, 200)),
      owner: fc.constantFrom('infra-admin', '田中 愛子', 'yes', '1_000', "O'Brien: #1"),
      lastDay: fc.constantFrom('2026-12-22', '2028-02-29'),
      zone: fc.constantFrom('Asia/Tokyo', 'UTC'),
    })
    .map((one) => newExceptionSchema.safeParse(one))
    .filter(({ success }) => success)
    .map(({ data }) => data as NonNullable<typeof data>);

  test('is read back as it was, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(arbitrary, { maxLength: 6, selector: JSON.stringify }),
        (asked) => {
          const written = writeExceptionFile('aws', asked as unknown as StoredException[]);
          const read = readExceptionFile(written);

          expect(read.errors).toEqual([]);
          expect(read.entries.map((one) => JSON.stringify(one.asked)).toSorted()).toEqual(
            asked
              .map((one) => JSON.stringify(newExceptionSchema.parse(one)))
              .map(reordered)
              .toSorted(),
          );
          expect(
            writeExceptionFile('aws', asked.toReversed() as unknown as StoredException[]),
          ).toBe(written);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function reordered(json: string): string {
  const { reason, owner, lastDay, zone, account, check, regions, resource } = JSON.parse(
    json,
  ) as Record<string, unknown>;
  return JSON.stringify({ account, check, reason, owner, lastDay, zone, regions, resource });
}
