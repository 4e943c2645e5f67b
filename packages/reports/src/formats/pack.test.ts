import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  assessmentSchema,
  evidenceSchema,
  scanReportSchema,
  type AssessedScan,
  type Language,
} from '@ippo/contracts';
import { fingerprintOf, readPack, verifyPack } from '@ippo/pack';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildAssessment } from '../assessment/build-assessment.ts';
import { redact } from '../assessment/redact.ts';
import type { PackSource } from '../pack-source.ts';
import { contextIn, gathered } from '../testing/assessments.ts';
import { packSourceOf } from '../testing/pack-sources.ts';
import pack from './pack.ts';

const demo = gathered('acme-demo');
const whole = buildAssessment(demo);

async function made(
  assessment = whole,
  given: Partial<PackSource> = {},
  language: Language = 'en',
): Promise<Uint8Array> {
  const context = { ...contextIn(language), pack: { ...packSourceOf(demo), ...given } };
  const parts: Uint8Array[] = [];
  for await (const part of pack.renderReport(assessment, context)) parts.push(part);
  return Buffer.concat(parts);
}

function textsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(
    readPack(bytes).map(({ name, bytes: file }) => [name, Buffer.from(file).toString()]),
  );
}

function sha256(text: string | undefined): string {
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex');
}

describe('an evidence pack', () => {
  let bytes: Uint8Array;
  let texts: Map<string, string>;
  beforeAll(async () => {
    bytes = await made();
    texts = textsOf(bytes);
  });

  it('holds the report for a reader and for a program, its evidence, its inputs and how to check it', () => {
    expect([...texts.keys()]).toEqual([
      ...['SHA256SUMS', 'SHA256SUMS.sig', 'VERIFY.txt', 'corroboration.csv', 'corroboration.txt'],
      ...['evidence.json', 'inputs.json', 'public-key.pem', 'report.json', 'report.pdf'],
      ...['scan-report.json', 'scans.json'],
    ]);
    expect(texts.get('report.pdf')?.slice(0, 5)).toBe('%PDF-');
    expect(evidenceSchema.safeParse(JSON.parse(texts.get('evidence.json') ?? '')).success).toBe(
      true,
    );
    expect(
      scanReportSchema.safeParse(JSON.parse(texts.get('scan-report.json') ?? '')).success,
    ).toBe(true);
    expect(JSON.parse(texts.get('scans.json') ?? '')).toEqual({
      format: 'ippo-scans-1',
      scans: whole.scans,
    });
  });

  it('lets every link of its scans be worked out again from scans.json alone', () => {
    const told = JSON.parse(texts.get('scans.json') ?? '') as { scans: AssessedScan[] };

    const links = told.scans.map(({ id, chain, status, problem, ...scan }) => {
      const { previousLink, evidenceDigest, finishedAt } = scan;
      const linked = { chain, evidenceDigest, finishedAt, previousLink, problem, scan: id, status };
      return sha256(JSON.stringify(linked));
    });

    expect(links.length).toBeGreaterThan(2);
    expect(links).toEqual(told.scans.map(({ link }) => link));
    expect(links.slice(0, -1)).toEqual(told.scans.slice(1).map(({ previousLink }) => previousLink));
  });

  it.runIf(existsSync('/usr/bin/jq'))('prints lines for a shell that work out every link', () => {
    const lines = (texts.get('VERIFY.txt') ?? '').split('\n');
    const first = lines.findIndex((line) => line.startsWith('   jq '));
    const folder = mkdtempSync(path.join(tmpdir(), 'ippo-links-'));
    writeFileSync(path.join(folder, 'scans.json'), texts.get('scans.json') ?? '');

    const said = execFileSync('/bin/sh', ['-c', lines.slice(first, first + 2).join('\n')], {
      cwd: folder,
    });

    rmSync(folder, { recursive: true });
    expect(said.toString().trim().split('\n')).toEqual(
      whole.scans.map(({ link }) => `${link ?? ''}  -`),
    );
  });

  it('claims no answer that it does not hold', () => {
    const page = texts.get('VERIFY.txt') ?? '';

    expect(page).toContain('evidence.json is an extract');
    expect(page).toContain('evidence.json は判定に用いた値の抜粋で、応答本文は含みません');
  });

  it('is verified by the key of the install', () => {
    const key = packSourceOf(demo).key.public;

    const verdict = verifyPack(bytes, { trusted: [key] });

    expect(verdict.faults).toEqual([]);
    expect(verdict.key).toEqual({ fingerprint: fingerprintOf(key), trusted: true });
  });

  it('tells digests that sha256sum prints of its files', () => {
    expect(sha256(texts.get('scan-report.json'))).toBe(whole.reportDigest);
    expect(sha256(texts.get('evidence.json'))).toBe(whole.evidenceDigest);
    expect(texts.get('VERIFY.txt')).toContain(`Report digest    ${whole.reportDigest}`);
    expect(texts.get('VERIFY.txt')).toContain(`証拠のダイジェスト  ${whole.evidenceDigest}`);
  });

  it('is the same, byte for byte, where it is made again', async () => {
    expect(sha256(Buffer.from(await made()).toString('hex'))).toBe(
      sha256(Buffer.from(bytes).toString('hex')),
    );
  });

  it('says in both languages that its account is made up, the reader’s own first', async () => {
    const english = texts.get('VERIFY.txt') ?? '';
    const japanese = textsOf(await made(whole, {}, 'ja')).get('VERIFY.txt') ?? '';

    for (const page of [english, japanese]) {
      expect(page).toContain('It proves nothing about any AWS account.');
      expect(page).toContain('実在の AWS アカウントについては何も証明しません。');
      expect(page).toContain(`There are ${texts.size} files`);
      expect(page).toContain(`sha256sum has to print ${texts.size - 2} lines`);
    }
    expect(english.startsWith('EVIDENCE PACK')).toBe(true);
    expect(japanese.startsWith('証拠パック')).toBe(true);
  });

  it('names the pack before it', async () => {
    const previous = { fileName: 'ippo-older.pack.zip', sha256: 'ab'.repeat(32) };

    const files = textsOf(await made(whole, { previous }));

    expect(files.get('previous-pack.sha256')).toBe(`${'ab'.repeat(32)}  ippo-older.pack.zip\n`);
    expect(files.get('VERIFY.txt')).toContain('ippo-older.pack.zip');
  });

  it('says that it cannot be recomputed where evidence or inputs are gone', async () => {
    const pruned = textsOf(await made(whole, { evidence: null, inputs: null }));
    const older = textsOf(await made(whole, { inputs: null }));

    expect([...pruned.keys()]).not.toContain('evidence.json');
    expect([...pruned.keys()]).not.toContain('corroboration.csv');
    expect(pruned.get('VERIFY.txt')).toContain('It cannot be recomputed: retention took');
    expect([...older.keys()]).toContain('evidence.json');
    expect([...older.keys()]).not.toContain('inputs.json');
    expect(older.get('VERIFY.txt')).toContain('did not note everything');
  });

  it('is not made without a key, nor signed by one that is not the public key’s', async () => {
    const { key } = packSourceOf(demo);
    const other = { private: key.private, public: key.public.replace('MCow', 'MCox') };

    await expect(made(whole, { key: other })).rejects.toThrow();
    const without = pack.renderReport(whole, contextIn('en'));
    await expect(without.next()).rejects.toThrow('a pack needs');
  });
});

describe('a redacted pack', () => {
  const masked = redact(whole, (text) => `masked-${sha256(text).slice(0, 8)}`);

  it('holds the masked report and digests, no evidence, and nothing that was masked', async () => {
    const previous = { fileName: 'ippo-acme-production.pack.zip', sha256: 'ab'.repeat(32) };
    const texts = textsOf(await made(masked, { previous }));

    expect([...texts.keys()]).toEqual([
      ...['SHA256SUMS', 'SHA256SUMS.sig', 'VERIFY.txt', 'previous-pack.sha256', 'public-key.pem'],
      ...['report.json', 'report.pdf', 'scans.json'],
    ]);
    const all = [...texts.entries()]
      .filter(([name]) => name !== 'report.pdf')
      .map(([, text]) => text)
      .join('\n');
    for (const name of [
      whole.account,
      '1111-2222-3333',
      'acme-production',
      whole.caller,
      'Aiko Tanaka',
    ])
      expect(all).not.toContain(name);
    for (const { findings } of whole.checks)
      for (const { resource } of findings)
        if (resource?.startsWith('arn:')) expect(all).not.toContain(resource);
    expect(texts.get('VERIFY.txt')).toContain(
      'It cannot be recomputed: there is no evidence in it.',
    );
    expect(texts.get('VERIFY.txt')).toContain('証拠を含まないため、再計算はできません。');
    expect(texts.get('VERIFY.txt')).toContain(whole.evidenceDigest);
    expect(texts.get('VERIFY.txt')).toContain('Here the links are masked');
    expect(texts.get('VERIFY.txt')).toContain('リンクはアカウント ID を含む内容のダイジェスト');
    expect(texts.get('VERIFY.txt')).not.toContain('jq -cS');
    expect(assessmentSchema.safeParse(masked).success).toBe(true);
  });
});
