import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { canonicalJson, sha256Hex } from '@ippo/checks';
import type { ScanReport } from '@ippo/contracts';
import { readPack } from '@ippo/pack';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { demoPack, newKeyPair, signedAnew } from '../testing/packs.ts';
import { runRecompute } from './recompute-command.ts';

const key = newKeyPair();

let folder: string;
let pack: Uint8Array;
let said: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ippo-recompute-'));
  pack = await demoPack(key);
});
beforeEach(() => {
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function recompute(content: Uint8Array, lang: 'en' | 'ja' = 'en'): Promise<number> {
  const file = path.join(folder, 'a.zip');
  writeFileSync(file, content);
  return runRecompute(file, { lang });
}

/** The pack with its report judged otherwise, in both files that tell it, and signed anew. */
function judgedOtherwise(change: (report: ScanReport) => void): Uint8Array {
  return signedAnew(pack, key, (name, text) => {
    if (name !== 'scan-report.json' && name !== 'report.json') return text;
    const report = JSON.parse(text) as ScanReport;
    change(report);
    return name === 'report.json' ? JSON.stringify(report) : canonicalJson(report);
  });
}

function firstCheck({ checks }: ScanReport): ScanReport['checks'][number] {
  const [check] = checks;
  if (!check) throw new Error('a report without checks');
  return check;
}

describe('ippo recompute', () => {
  test('finds the same report, byte for byte', async () => {
    const stored = readPack(pack).find(({ name }) => name === 'scan-report.json');

    const status = await recompute(pack);

    expect(status).toBe(0);
    const digest = sha256Hex(Buffer.from(stored?.bytes ?? []).toString());
    expect(said).toContain(`the same report, byte for byte (${digest})`);
  });

  test('says that a verdict is not what this catalogue gives, and which', async () => {
    const forged = judgedOtherwise((report) => {
      firstCheck(report).outcome = 'fail';
      report.score.value = 99;
    });

    const status = await recompute(forged);

    expect(status).toBe(1);
    expect(said).toContain('This is not what this catalogue gives for this evidence.');
    expect(said).toMatch(/ {2}[a-z-]+: Fail → Pass/);
    expect(said).toContain('  report: score');
  });

  test('says so too where the evidence was exchanged', async () => {
    const forged = signedAnew(pack, key, (name, text) =>
      name === 'evidence.json' ? text.replace('"attempts":1', '"attempts":2') : text,
    );

    const status = await recompute(forged);

    expect(status).toBe(1);
    expect(said).toContain('  report: evidenceDigest');
  });

  test('says so where report.json tells a reader something else', async () => {
    const forged = signedAnew(pack, key, (name, text) =>
      name === 'report.json' ? text.replace('"outcome":"pass"', '"outcome":"fail"') : text,
    );

    const status = await recompute(forged, 'ja');

    expect(status).toBe(1);
    expect(said).toContain('report.json の内容が scan-report.json と異なります：checks');
  });

  test('lists what differs where another catalogue judged it, and blames nobody', async () => {
    const older = judgedOtherwise((report) => {
      report.engine.catalogueDigest = 'ab'.repeat(32);
      firstCheck(report).outcome = 'unknown';
      firstCheck({ ...report, checks: report.checks.slice(1) }).id = 'older-check';
    });

    const status = await recompute(older);

    expect(status).toBe(5);
    expect(said).toContain('the pack is as it was signed. 3 checks differ.');
    expect(said).toContain(`Catalogue of the pack: ${'ab'.repeat(32)}`);
    expect(said).toMatch(/ {2}[a-z-]+: Unknown → /);
    expect(said).toContain('  older-check: only in the pack');
    expect(said).toMatch(/ {2}[a-z-]+: only here/);
    expect(said.toLowerCase()).not.toMatch(/tamper|forge|not what/);
  });

  test.each([
    ['is redacted', { redacted: true }, 'It is redacted'],
    ['has no inputs', { inputs: false }, 'It holds no inputs.json'],
  ])('cannot judge a pack that %s', async (_, options, sentence) => {
    const status = await recompute(await demoPack(key, options));

    expect(status).toBe(6);
    expect(said).toContain(sentence);
  });

  test('does not judge what is not verified', async () => {
    const changed = Uint8Array.from(pack);
    changed[400] = (changed[400] ?? 0) ^ 1;

    const status = await recompute(changed);

    expect(status).toBe(1);
    expect(said).not.toContain('judged');
  });

  test.each([
    ['nests a million lists', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
    ['is no JSON', '{'],
    ['is another thing', '{"format":1}'],
    ['is nothing', ''],
  ])('tells that evidence cannot be read that %s', async (_, text) => {
    const odd = signedAnew(pack, key, (name, before) => (name === 'evidence.json' ? text : before));

    const status = await recompute(odd);

    expect(status).toBe(1);
    expect(said).toContain('This Ippo cannot read its evidence.json');
  });

  test('does not blame a pack of a later version that it cannot read', async () => {
    const later = signedAnew(pack, key, (name, text) =>
      name === 'scan-report.json'
        ? text.replace(/"catalogueDigest":"[0-9a-f]+"/, `"catalogueDigest":"${'cd'.repeat(32)}"`)
        : name === 'evidence.json'
          ? text.replace('"format":1', '"format":2')
          : text,
    );

    const status = await recompute(later);

    expect(status).toBe(6);
    expect(said).toContain('This Ippo cannot read its evidence.json');
  });
});
