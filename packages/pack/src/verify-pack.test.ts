import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readZip } from './read-zip.ts';
import { files, packOf, signerOf } from './testing/packs.ts';
import { verifyPack } from './verify-pack.ts';
import { writeZip } from './write-zip.ts';
import { digestOf, writeSums } from './sums.ts';
import { fingerprintOf, textBytes } from './public-key.ts';
import type { PackFile } from './pack-file.ts';

const pack = packOf();

function codes(bytes: Uint8Array, trusted?: string[]): string[] {
  const verdict = verifyPack(bytes, trusted && { trusted });
  expect(verdict.verified).toBe(verdict.faults.length === 0);
  return verdict.faults.map(({ code, file }) => (file === null ? code : `${code} ${file}`));
}

/** The pack with one of its files replaced, left out (null) or added. */
function changed(name: string, bytes: Uint8Array | null): Uint8Array {
  const others = readZip(pack).filter((file) => file.name !== name);
  return writeZip(bytes === null ? others : [...others, { name, bytes }]);
}

/** Signed anew by somebody who may write any list. */
function signedBy(key: number, listed: readonly PackFile[], sums: Uint8Array): Uint8Array {
  const signer = signerOf(key);
  return writeZip([
    ...listed,
    { name: 'public-key.pem', bytes: textBytes(signer.publicKey) },
    { name: 'SHA256SUMS', bytes: sums },
    { name: 'SHA256SUMS.sig', bytes: signer.sign(sums) },
  ]);
}

describe('a pack as it was signed', () => {
  it('is verified, with each file and the fingerprint of its key', () => {
    const verdict = verifyPack(pack);

    expect(verdict.verified).toBe(true);
    expect(verdict.files.map(({ name, state, size }) => [name, state, size])).toEqual([
      ...[
        ['VERIFY.txt', 'intact', 7],
        ['empty.txt', 'intact', 0],
      ],
      ...[
        ['evidence.json', 'intact', 3000],
        ['public-key.pem', 'intact', 113],
      ],
      ['report.json', 'intact', 3200],
    ]);
    expect(verdict.key).toEqual({
      fingerprint: fingerprintOf(signerOf(1).publicKey),
      trusted: null,
    });
  });

  it('is verified by a key that is trusted, as PEM or by its fingerprint, old ones among others', () => {
    const own = signerOf(1).publicKey;
    const other = signerOf(2).publicKey;

    expect(codes(pack, [other, own])).toEqual([]);
    expect(codes(pack, [fingerprintOf(own)?.toUpperCase() ?? ''])).toEqual([]);
    expect(codes(pack, [other])).toEqual(['key-not-trusted public-key.pem']);
    expect(codes(pack, [])).toEqual(['key-not-trusted public-key.pem']);
    expect(codes(pack, ['', 'nonsense'])).toEqual(['key-not-trusted public-key.pem']);
  });
});

describe('a changed pack', () => {
  it('is found by any of 1,000 random changes of one byte', () => {
    const change = fc.record({
      at: fc.nat(pack.length - 1),
      by: fc.integer({ min: 1, max: 255 }),
    });

    fc.assert(
      fc.property(change, ({ at, by }) => {
        const bytes = Uint8Array.from(pack);
        bytes[at] = (bytes[at] ?? 0) ^ by;
        return !verifyPack(bytes).verified;
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  it('is found wherever it is cut off, and whatever is put before or behind it', () => {
    const cut = fc.nat(pack.length - 1);
    const more = fc.uint8Array({ minLength: 1, maxLength: 60 });

    fc.assert(
      fc.property(cut, more, (length, added) => {
        const packs = [
          pack.subarray(0, length),
          pack.subarray(pack.length - length),
          Buffer.concat([pack, added]),
          Buffer.concat([added, pack]),
          Buffer.concat([pack.subarray(0, length), added, pack.subarray(length)]),
        ];
        return packs.every((bytes) => !verifyPack(bytes).verified);
      }),
      { numRuns: 200, seed: 20261122 },
    );
  });

  it('never makes it throw, even where many bytes are changed', () => {
    const splice = fc.array(fc.tuple(fc.nat(pack.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 40,
    });

    fc.assert(
      fc.property(splice, (changes) => {
        const bytes = Uint8Array.from(pack);
        for (const [at, byte] of changes) bytes[at] = byte;
        const same = bytes.every((byte, at) => byte === pack[at]);
        return verifyPack(bytes).verified === same;
      }),
      { numRuns: 1000, seed: 20261122 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => !verifyPack(bytes).verified),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  it('names the file that was altered, taken out or added', () => {
    expect(codes(changed('report.json', Buffer.from('{}')))).toEqual(['file-altered report.json']);
    expect(codes(changed('report.json', null))).toEqual(['file-missing report.json']);
    expect(codes(changed('more.txt', Buffer.from('x')))).toEqual(['file-not-listed more.txt']);
  });

  it('tells two contents that were swapped', () => {
    const kept = readZip(pack).map(({ name, bytes }) => {
      const other = { 'report.json': 'VERIFY.txt', 'VERIFY.txt': 'report.json' }[name];
      const given = other && readZip(pack).find((file) => file.name === other);
      return { name, bytes: given ? given.bytes : bytes };
    });

    const found = codes(writeZip(kept));

    expect(found).toEqual(['file-altered VERIFY.txt', 'file-altered report.json']);
  });
});

describe('the list of digests', () => {
  const own = signerOf(1).publicKey;
  const listed = [...files, { name: 'public-key.pem', bytes: textBytes(own) }];
  const digests = new Map(listed.map(({ name, bytes }) => [name, digestOf(bytes)]));
  const right = Buffer.from(writeSums(digests)).toString();

  it('is signed anew with lines too few or too many: the files are named', () => {
    const fewer = writeSums(new Map([...digests].filter(([name]) => name !== 'evidence.json')));
    const more = writeSums(new Map([...digests, ['ghost.txt', 'a'.repeat(64)]]));

    expect(codes(signedBy(1, files, fewer))).toEqual(['file-not-listed evidence.json']);
    expect(codes(signedBy(1, files, more))).toEqual(['file-missing ghost.txt']);
  });

  it.each([
    ['ends lines as Windows does', right.replaceAll('\n', '\r\n')],
    ['has a byte order mark', `\uFEFF${right}`],
    ['is not sorted', right.split('\n').toReversed().slice(1).join('\n') + '\n'],
    ['names a file twice', right + (right.split('\n')[0] ?? '') + '\n'],
    ['lacks its last line feed', right.slice(0, -1)],
    ['has an empty line', `${right}\n`],
    ['has a comment', `# all is well\n${right}`],
    ['marks files as binary', right.replaceAll('  ', ' *')],
    ['has digests in capitals', right.toUpperCase()],
    ['names a path', right.replace('report.json', '../report.json')],
    ['is empty', ''],
    ['names itself', `${right}${'a'.repeat(64)}  SHA256SUMS\n`],
    ['is longer than any list of ours', right.padEnd(20_000, '\n')],
  ])('that %s is none of ours, though it is signed', (_, sums) => {
    const found = codes(signedBy(1, files, Buffer.from(sums)));

    expect(found).toEqual(['sums-malformed SHA256SUMS']);
  });

  it('is missing', () => {
    expect(codes(changed('SHA256SUMS', null))).toEqual([
      ...['sums-missing SHA256SUMS', 'signature-wrong SHA256SUMS.sig'],
    ]);
  });
});

describe('the signature', () => {
  it('is missing, cut off, or another list’s', () => {
    expect(codes(changed('SHA256SUMS.sig', null))).toEqual(['signature-missing SHA256SUMS.sig']);
    expect(codes(changed('SHA256SUMS.sig', new Uint8Array(63)))).toEqual([
      'signature-malformed SHA256SUMS.sig',
    ]);
    expect(codes(changed('SHA256SUMS.sig', signerOf(1).sign(Buffer.from('else'))))).toEqual([
      'signature-wrong SHA256SUMS.sig',
    ]);
  });

  it('by another key shows: the key in the pack is not the one that is trusted', () => {
    const forged = packOf(files, 2);

    expect(codes(forged)).toEqual([]);
    expect(codes(forged, [signerOf(1).publicKey])).toEqual(['key-not-trusted public-key.pem']);
  });

  it('does not stand beside a key that was put in place of the first', () => {
    const other = textBytes(signerOf(2).publicKey);

    expect(codes(changed('public-key.pem', other))).toEqual([
      ...['file-altered public-key.pem', 'signature-wrong SHA256SUMS.sig'],
    ]);
    expect(codes(changed('public-key.pem', null))).toEqual([
      ...['file-missing public-key.pem', 'key-missing public-key.pem'],
    ]);
    expect(codes(changed('public-key.pem', Buffer.from('-----BEGIN')))).toEqual([
      ...['file-altered public-key.pem', 'key-unreadable public-key.pem'],
    ]);
  });
});
