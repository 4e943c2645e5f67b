import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fingerprintOf, readPack } from '@ippo/pack';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAssessment } from '../assessment/build-assessment.ts';
import { redact } from '../assessment/redact.ts';
import { reportFileName } from '../assessment/report-file-name.ts';
import pack from '../formats/pack.ts';
import { contextIn, gathered } from '../testing/assessments.ts';
import { packSourceOf } from '../testing/pack-sources.ts';

const demo = gathered('acme-demo');
const whole = buildAssessment(demo);
const source = packSourceOf(demo);
/** All that the page of instructions asks for. */
const programs = ['unzip', 'sha256sum', 'openssl'];

let folder: string;
let bin: string;
let bytes: Uint8Array;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ippo-printed-'));
  bin = path.join(folder, 'bin');
  mkdirSync(bin);
  for (const name of programs)
    symlinkSync(
      execFileSync('sh', ['-c', `command -v ${name}`])
        .toString()
        .trim(),
      path.join(bin, name),
    );
  bytes = await made(whole);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function made(assessment: typeof whole): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const context = { ...contextIn('en'), pack: source };
  for await (const part of pack.renderReport(assessment, context)) parts.push(part);
  return Buffer.concat(parts);
}

/** The indented lines of each page of instructions, English first. */
function printedLines(pack: Uint8Array): string[][] {
  const page = readPack(pack).find(({ name }) => name === 'VERIFY.txt');
  return Buffer.from(page?.bytes ?? [])
    .toString()
    .split('-'.repeat(72))
    .map((text) => text.split('\n').filter((line) => line.startsWith('    ')));
}

/** Runs lines with a plain shell in an empty folder that holds the pack alone; all that they said. */
function run(lines: readonly string[], prepare: (place: string) => void) {
  const place = mkdtempSync(path.join(folder, 'place-'));
  prepare(place);
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', lines.join('\n')], {
    cwd: place,
    env: { PATH: bin, LC_ALL: 'C' },
  });
  rmSync(place, { recursive: true });
  return { status, said: `${stdout.toString()}${stderr.toString()}` };
}

/** A number that is the same in every run: below `end`, drawn by its place (Numerical Recipes, 7.1). */
function drawn(place: number, end: number): number {
  return Math.floor(((((place + 1) * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32) * end);
}

describe('the lines that are printed for whoever has no Ippo', () => {
  it.each([
    ['English', 0, false],
    ['Japanese', 1, false],
    ['English, of a redacted pack', 0, true],
    ['Japanese, of a redacted pack', 1, true],
  ])('find nothing wrong with a pack: %s', async (_, page, redacted) => {
    const assessment = redacted ? redact(whole, () => 'masked') : whole;
    const given = redacted ? await made(assessment) : bytes;
    const lines = printedLines(given)[page] ?? [];
    const name = reportFileName(assessment, { extension: 'pack.zip' }, 'en');

    const { status, said } = run(['set -eu', ...lines], (place) =>
      writeFileSync(path.join(place, name), given),
    );

    expect(lines).toHaveLength(5);
    expect(status).toBe(0);
    const listed = readPack(given).filter(({ name: file }) => !file.startsWith('SHA256SUMS'));
    expect(said.split('\n').filter((line) => line.endsWith(': OK'))).toHaveLength(listed.length);
    expect(said).toContain('Signature Verified Successfully');
    expect(said).toContain(fingerprintOf(source.key.public));
  });

  it('name the file in which one byte was changed, wherever that is', () => {
    const lines = (printedLines(bytes)[0] ?? []).slice(1);
    const opened = path.join(folder, 'opened');
    mkdirSync(opened);
    for (const { name, bytes: file } of readPack(bytes))
      writeFileSync(path.join(opened, name), file);
    const files = readPack(bytes).filter(({ name }) => !name.startsWith('SHA256SUMS'));

    for (let place = 0; place < 20; place += 1) {
      const file = files[place % files.length];
      if (!file) throw new Error('a pack without files');
      const { said } = run(lines, (at) => {
        cpSync(opened, path.join(at, 'pack'), { recursive: true });
        const changed = Uint8Array.from(file.bytes);
        const which = drawn(place, changed.length);
        changed[which] = (changed[which] ?? 0) ^ (1 + drawn(place + 100, 255));
        writeFileSync(path.join(at, 'pack', file.name), changed);
      });

      expect(said).toContain(`${file.name}: FAILED`);
    }
  });

  it('find a change of the zip, of the list and of the signature', () => {
    const lines = printedLines(bytes)[0] ?? [];
    const name = reportFileName(whole, { extension: 'pack.zip' }, 'en');

    for (let place = 0; place < 8; place += 1) {
      const file = readPack(bytes)[place];
      if (!file) throw new Error('a pack without files');
      const changed = Uint8Array.from(bytes);
      const at = file.bytes.byteOffset - bytes.byteOffset + drawn(place, file.bytes.length);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const { said } = run(lines, (folderOfIt) =>
        writeFileSync(path.join(folderOfIt, name), changed),
      );

      expect(said, file.name).toMatch(/FAILED|Signature Verification Failure/);
      expect(said).toContain('bad CRC');
    }
  });
});
