import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { longestPack, mostBytes } from './pack-file.ts';
import { readZip } from './read-zip.ts';
import { digestOf } from './sums.ts';
import { files, packOf } from './testing/packs.ts';
import { writeZip } from './write-zip.ts';

const two = [
  { name: 'a.txt', bytes: Buffer.from('first') },
  { name: 'b.txt', bytes: Buffer.from('second') },
];
const zip = writeZip(two);
const endAt = zip.length - 22;
const directory = new DataView(zip.buffer).getUint32(endAt + 16, true);

function problemOf(bytes: Uint8Array): string {
  try {
    readZip(bytes);
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The zip of `two` with numbers (little-endian, by their place) put over its own. */
function patched(...changes: readonly [at: number, bits: 16 | 32, value: number][]): Uint8Array {
  const bytes = Uint8Array.from(zip);
  const view = new DataView(bytes.buffer);
  for (const [at, bits, value] of changes)
    if (bits === 16) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  return bytes;
}

/** The zip of `two`, every `a.txt` and `b.txt` in it called otherwise, by as many letters. */
function renamed(first: string, second: string): Uint8Array {
  const text = Buffer.from(zip).toString('latin1');
  const other = text.replaceAll('a.txt', first).replaceAll('b.txt', second);
  return Buffer.from(other, 'latin1');
}

function otherZip(contents: Zippable, options: Parameters<typeof zipSync>[1] = {}): Uint8Array {
  return zipSync(contents, { level: 0, mtime: new Date(1980, 0, 1), ...options });
}

describe('a canonical zip', () => {
  it('is read as it was written, without a copy', () => {
    const read = readZip(zip);

    expect(read.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ...[
        ['a.txt', 'first'],
        ['b.txt', 'second'],
      ],
    ]);
    expect(read.every(({ bytes }) => bytes.buffer === zip.buffer)).toBe(true);
  });

  it('is the same whatever the order of its files, and sorted by code point', () => {
    const names = ['b.txt', 'B.json', 'a-1.txt', 'a1.txt', 'a.txt', 'SHA256SUMS'];
    const contents = names.map((name) => ({ name, bytes: Buffer.from(name) }));

    const one = writeZip(contents);

    expect(writeZip(contents.toReversed())).toEqual(one);
    expect(readZip(one).map(({ name }) => name)).toEqual([
      ...['B.json', 'SHA256SUMS', 'a-1.txt', 'a.txt', 'a1.txt', 'b.txt'],
    ]);
  });

  it('is what another writer of zips makes of them', () => {
    const contents = Object.fromEntries(two.map(({ name, bytes }) => [name, bytes]));

    expect(zip).toEqual(otherZip(contents));
  });

  it('is opened by Info-ZIP, which finds no fault with it', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ippo-pack-'));
    const file = path.join(folder, 'a.zip');
    try {
      writeFileSync(file, packOf());
      const said = execFileSync('unzip', ['-t', file]).toString();

      expect(said).toContain('No errors detected');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has one digest, for ever', () => {
    expect(digestOf(packOf(files))).toBe(
      '26004dd44273c4e85e6b91b9e75944b5ece8b464c86922b574f4c79368da8a3e',
    );
  });
});

describe('a zip that is none of ours', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['a text', Buffer.from('{"format":"ippo-assessment-1"}'), 'not-a-zip'],
    ['the end alone', zip.subarray(endAt + 1), 'not-a-zip'],
    ['a byte before it', Buffer.concat([Buffer.from('x'), zip]), 'zip-extra-bytes'],
    ['a program before it', Buffer.concat([Buffer.alloc(9000, 1), zip]), 'zip-extra-bytes'],
    ['a byte behind it', Buffer.concat([zip, Buffer.from('x')]), 'zip-extra-bytes'],
    ['another zip behind it', Buffer.concat([zip, zip]), 'zip-extra-bytes'],
    [
      'a comment',
      otherZip({ 'a.txt': [Buffer.from('x'), { comment: 'hi' }] }),
      'zip-extra-bytes: a.txt',
    ],
    [
      'an extra field',
      otherZip({ 'a.txt': [Buffer.from('x'), { extra: { 7: Buffer.from('hi') } }] }),
      'zip-extra-bytes: a.txt',
    ],
    [
      'a compressed file',
      otherZip({ 'a.txt': [Buffer.alloc(999), { level: 9 }] }),
      'zip-compressed: a.txt',
    ],
    ['an encrypted file', patched([directory + 8, 16, 1]), 'zip-encrypted: a.txt'],
    ['a strongly encrypted file', patched([directory + 8, 16, 0x41]), 'zip-encrypted: a.txt'],
    ['several disks', patched([endAt + 4, 16, 1]), 'zip-multi-disk'],
    ['a directory on another disk', patched([endAt + 6, 16, 1]), 'zip-multi-disk'],
    ['files on another disk', patched([endAt + 8, 16, 1]), 'zip-multi-disk'],
    ['a file on another disk', patched([directory + 34, 16, 1]), 'zip-multi-disk: a.txt'],
    ['a count of zip64', patched([endAt + 8, 16, 0xffff], [endAt + 10, 16, 0xffff]), 'zip-64'],
    ['a directory of zip64', patched([endAt + 16, 32, 0xffffffff]), 'zip-64'],
    ['a size of zip64', patched([directory + 24, 32, 0xffffffff]), 'zip-64: a.txt'],
    ['a locator of zip64', patched([endAt - 20, 32, 0x07064b50]), 'zip-64'],
    ['more files than there are', patched([endAt + 8, 16, 3], [endAt + 10, 16, 3]), 'zip-damaged'],
    [
      'fewer files than there are',
      patched([endAt + 8, 16, 1], [endAt + 10, 16, 1]),
      'zip-extra-bytes',
    ],
    ['60,000 files', patched([endAt + 8, 16, 60_000], [endAt + 10, 16, 60_000]), 'too-many-files'],
    ['a directory beyond the end', patched([endAt + 16, 32, zip.length]), 'zip-damaged'],
    [
      'a file beyond the end',
      patched([directory + 20, 32, 4e9], [directory + 24, 32, 4e9]),
      'zip-damaged: a.txt',
    ],
    ['a file of two sizes', patched([directory + 24, 32, 4]), 'zip-damaged: a.txt'],
    ['a header of another size', patched([18, 32, 4], [22, 32, 4]), 'zip-damaged: a.txt'],
    ['a header of another name', patched([30, 16, 0x6262]), 'zip-damaged: a.txt'],
    ['a header with a name of another length', patched([26, 16, 4]), 'zip-damaged: a.txt'],
    ['a header with an extra field', patched([28, 16, 4]), 'zip-damaged: a.txt'],
    ['a header of another time', patched([10, 16, 7]), 'zip-damaged: a.txt'],
    ['a header that is none', patched([0, 32, 7]), 'zip-damaged: a.txt'],
    ['two entries for one place', patched([directory + 51 + 42, 32, 0]), 'zip-damaged: b.txt'],
    ['a gap between files', patched([directory + 51 + 42, 32, 41]), 'zip-extra-bytes: b.txt'],
    ['an entry that is none', patched([directory, 32, 7]), 'zip-damaged'],
    ['a name longer than the file', patched([directory + 28, 16, 60_000]), 'zip-damaged'],
    ['a comment at its end', patched([endAt + 20, 16, 5]), 'zip-damaged'],
  ])('%s: it is refused', (_, bytes, problem) => {
    expect(problemOf(bytes)).toBe(problem);
  });

  it.each([
    ...['../ax', '/a.tx', '\\a.tx', 'c:a.t', 'a/../', '.a.tx', '-rfvv', 'a.tx ', 'a.tx.', 'a..tx'],
    ...['a/b.t', 'a\0.tx', 'a\n.tx', 'a;.tx', "a'.tx", 'a*.tx', '~a.tx', '12345', 'aux.t', 'NUL.t'],
    ...['a\xe9.tx', '\xff\xfe.tx', '     ', '%2e%2'],
  ])('a file called %j: it is refused, and never shown as it is', (name) => {
    expect(problemOf(renamed(name, 'b.txt'))).toBe(
      `name-odd: ${name.replace(/[^\x20-\x7e]/g, '?')}`,
    );
  });

  it.each([
    ['one name twice', 'b.txt', 'b.txt', 'name-twice: b.txt'],
    ['names that are one on Windows and macOS', 'B.txt', 'b.txt', 'name-twice: b.txt'],
  ])('%s: it is refused', (_, first, second, problem) => {
    expect(problemOf(renamed(first, second))).toBe(problem);
  });

  it('is a bomb: a megabyte that would unfold to a gigabyte is refused at once', () => {
    const bomb = otherZip({ 'report.json': [Buffer.alloc(100_000_000), { level: 9 }] });
    const began = performance.now();

    const problem = problemOf(bomb);

    expect(problem).toBe('zip-compressed: report.json');
    expect(performance.now() - began).toBeLessThan(100);
  });

  it('is larger than any pack: it is refused before it is looked at', () => {
    expect(problemOf(new Uint8Array(longestPack + 1))).toBe('too-large');
  });
});

describe('what cannot become a pack', () => {
  it.each([
    ['a path', [{ name: '../a.txt', bytes: Buffer.alloc(1) }], 'name-odd'],
    ['two of one name', [...two, { name: 'A.TXT', bytes: Buffer.alloc(1) }], 'name-twice'],
    ['too much', [{ name: 'a', bytes: new Uint8Array(mostBytes + 1) }], 'too-large'],
    [
      'too many',
      Array.from({ length: 65 }, (_, at) => ({ name: `a${at}`, bytes: Buffer.alloc(1) })),
      'too-many-files',
    ],
  ])('%s: nothing is written', (_, given, code) => {
    expect(() => writeZip(given)).toThrow(expect.objectContaining({ code }));
  });
});
