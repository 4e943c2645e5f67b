import { execFileSync } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { assessmentSchema, type Assessment } from '@ippo/contracts';
import { readPack } from '@ippo/pack';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ReportFormat } from '../define-report-format.ts';
import { reportFormats } from '../formats.gen.ts';
import { contextIn, emptyAssessment, gathered } from '../testing/assessments.ts';
import { packSourceOf } from '../testing/pack-sources.ts';
import { buildAssessment } from './build-assessment.ts';
import { redact } from './redact.ts';

const pdftotext = '/usr/bin/pdftotext';
const every: readonly ReportFormat[] = reportFormats;
const formats = every.filter(({ renderReport }) => renderReport);
const source = gathered('acme-demo');
const demo = withRefusal(buildAssessment(source));
const masked = redact(demo, mask);

describe('the digests of a redacted report', () => {
  it.each(formats.map(({ id }) => id))(
    'tell nothing to whoever digests what AWS says about a guessed account: %s',
    async (id) => {
      const guesses = guessesOf(demo);

      const text = await textOf(id, masked);

      expect(guesses.size).toBeGreaterThan(50);
      for (const guess of guesses) expect(text.includes(guess), guess).toBe(false);
    },
  );

  it.runIf(existsSync(pdftotext))('are masked in what a reader of the PDF sees', async () => {
    const bytes = (await bytesOf('pdf', masked)) ?? Buffer.alloc(0);

    const text = execFileSync(pdftotext, ['-raw', '-', '-'], { input: bytes })
      .toString()
      .replaceAll(/[\s\u00AD\u200B\u2060]+/g, '');

    expect(text).toContain(masked.evidenceDigest);
    for (const guess of guessesOf(demo)) expect(text.includes(guess), guess).toBe(false);
  });

  it('have the same mask where they are the same, and are seen to be masks', () => {
    const refs = (of: Assessment) =>
      [...of.checks.flatMap(({ findings }) => findings), ...of.populations].flatMap((one) =>
        'evidence' in one ? one.evidence : one.calls,
      );
    const before = refs(demo).map(({ digest }) => digest);

    const after = refs(masked).map(({ digest }) => digest);

    expect(new Set(after).size).toBe(new Set(before).size);
    for (const digest of after) if (digest !== null) expect(digest).toMatch(/^[\da-f]{52}0{12}$/);
    expect(masked.scans.at(-1)?.previousLink).toBe(masked.scans.at(-2)?.link);
    expect(masked.auditTrail.at(-1)?.previousHash).toBe(masked.auditTrail.at(-2)?.hash);
    expect(() => assessmentSchema.parse(masked)).not.toThrow();
  });

  it('stay for the assessed evidence and report, unless AWS was hardly asked', () => {
    const empty = emptyAssessment();
    const [first, , assessed] = masked.scans;

    expect(masked.evidenceDigest).toBe(demo.evidenceDigest);
    expect(assessed?.reportDigest).toBe(demo.reportDigest);
    expect(first?.evidenceDigest).not.toBe(demo.scans[0]?.evidenceDigest);
    expect(redact(empty, mask).evidenceDigest).not.toBe(empty.evidenceDigest);
    expect(redact(empty, mask).reportDigest).not.toBe(empty.reportDigest);
  });
});

describe('what names nothing in a redacted report', () => {
  it('stays readable: names of protection plans, and form, language, size and period of a file', () => {
    const [row] = demo.auditTrail;
    if (!row) throw new Error('the demo account has a trail');
    const period = { from: '2026-11-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' };
    const open = { format: 'pdf', language: 'ja', bytes: '123456', ...period };
    const renamed = { from: 'Aiko Tanaka', to: 'Aiko Mori', file: 'ippo-acme.pdf' };
    const auditTrail = [
      { ...row, detail: open },
      { ...row, detail: renamed },
    ];

    const told = redact({ ...demo, auditTrail }, mask);

    expect(told.auditTrail[0]?.detail).toEqual(open);
    for (const value of Object.values(told.auditTrail[1]?.detail ?? {}))
      expect(value).toMatch(/^masked-/);
    const plans = told.checks.find(({ id }) => id === 'gd-features')?.findings ?? [];
    expect(plans.map(({ reason }) => reason.params['plan'])).toContain('S3_DATA_EVENTS');
  });
});

/** All that the mapping of a guessed account to a digest could be made of: each digest that was masked. */
function guessesOf(assessment: Assessment): Set<string> {
  const refs = assessment.checks
    .flatMap(({ findings }) => findings.flatMap(({ evidence }) => evidence))
    .concat(assessment.populations.flatMap(({ calls }) => calls));
  const all = [
    ...refs.map(({ digest }) => digest),
    ...assessment.checks.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint)),
    ...assessment.auditTrail.flatMap(({ hash, previousHash }) => [hash, previousHash]),
    ...assessment.scans.flatMap(({ link, previousLink }) => [link, previousLink]),
    sha256(refusalOf(assessment.account)),
  ];
  return new Set(all.filter((one) => one !== null));
}

/** The demo account, where AWS refused with a text that names the account. */
function withRefusal(assessment: Assessment): Assessment {
  const digest = sha256(refusalOf(assessment.account));
  const [first, ...others] = assessment.populations;
  if (!first) throw new Error('the demo account has populations');
  return {
    ...assessment,
    populations: [{ ...first, calls: first.calls.map((ref) => ({ ...ref, digest })) }, ...others],
    checks: assessment.checks.map((check) => ({
      ...check,
      findings: check.findings.map((finding, index) =>
        index > 0
          ? finding
          : { ...finding, evidence: finding.evidence.map((ref) => ({ ...ref, digest })) },
      ),
    })),
  };
}

function refusalOf(account: string): string {
  return `{"__type":"AccessDeniedException","message":"User: arn:aws:sts::${account}:assumed-role/ippo-read/ippo is not authorized"}`;
}

async function bytesOf(id: string, assessment: Assessment): Promise<Buffer | undefined> {
  const format = formats.find((one) => one.id === id);
  const context = { ...contextIn('en'), pack: packSourceOf(source) };
  const parts: Buffer[] = [];
  for await (const part of format?.renderReport?.(assessment, context) ?? [])
    parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

async function textOf(id: string, assessment: Assessment): Promise<string> {
  const bytes = (await bytesOf(id, assessment)) ?? Buffer.alloc(0);
  if (id === 'pack')
    return readPack(bytes)
      .map(({ bytes: file }) => strFromU8(file))
      .join('\n');
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString();
  return Object.values(unzipSync(bytes))
    .map((file) => strFromU8(file))
    .join('\n');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function mask(text: string): string {
  return `masked-${createHmac('sha256', 'key of an install').update(text).digest('hex').slice(0, 12)}`;
}
