import { createHash } from 'node:crypto';
import { assessmentSchema, dashed, languages, type Assessment } from '@ippo/contracts';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportFormat } from '../define-report-format.ts';
import { reportFormats } from '../formats.gen.ts';
import { contextIn, demoAssessment, unreadableAssessment } from '../testing/assessments.ts';
import { unmaskedFields } from '../testing/unmasked-fields.ts';
import { maskArn } from './mask-arn.ts';
import { redact } from './redact.ts';

const demo = demoAssessment();
const all: readonly ReportFormat[] = reportFormats;
/** The formats whose text can be looked through here; a referee looks through the PDF's. */
const formats = all.filter(({ id, renderReport }) => renderReport && !/^(?:pdf|pack)$/.test(id));

describe('a redacted report', () => {
  it('keeps the shape, the outcomes, the counts and the digests of evidence and report', () => {
    const masked = redact(demo, mask);

    expect(() => assessmentSchema.parse(masked)).not.toThrow();
    expect(masked.completeness).toEqual(demo.completeness);
    expect([masked.evidenceDigest, masked.reportDigest]).toEqual([
      ...[demo.evidenceDigest, demo.reportDigest],
    ]);
    expect(masked.checks.map(({ findings }) => findings.map(({ outcome }) => outcome))).toEqual(
      demo.checks.map(({ findings }) => findings.map(({ outcome }) => outcome)),
    );
    expect(masked.redacted).toBe(true);
  });

  it('leaves only those fields as they are that are known to name nothing', () => {
    const left = [demo, unreadableAssessment()].flatMap((assessment) =>
      unchanged(assessment, redact(assessment, mask)),
    );

    expect([...new Set(left)].toSorted()).toEqual(unmaskedFields.toSorted());
  });

  it('masks the same name alike, alone and inside an ARN', () => {
    const masked = redact(demo, mask);

    const users = masked.checks.find(({ id }) => id === 'iam-user-mfa')?.findings ?? [];
    expect(users.length).toBeGreaterThan(0);
    for (const { resource, facet } of users)
      expect(resource).toBe(`arn:aws:iam::${mask(demo.account)}:user/${facet}`);
  });

  it('keeps AWS’s names of protection plans, and what kind of thing an ARN names', () => {
    const masked = redact(demo, mask);

    const plans = masked.checks.find(({ id }) => id === 'gd-features')?.findings ?? [];
    expect(plans.map(({ facet }) => facet)).toContain('S3_DATA_EVENTS');
    expect(maskArn('arn:aws:s3:::user/key', () => 'm')).toBe('arn:aws:s3:::m/m');
    expect(maskArn('arn:aws:sts::1:assumed-role/r/s', () => 'm')).toBe(
      'arn:aws:sts::m:assumed-role/m/m',
    );
  });

  it('says that it cannot be recomputed at the top of every format', async () => {
    const masked = redact(demo, mask);

    for (const format of formats.filter(({ id }) => id !== 'html')) {
      const text = await textOf(format, masked, 'en');

      expect(text, format.id).toContain('cannot be recomputed');
    }
  });

  it('lets no name through in any format, whatever is called what', async () => {
    const name = fc
      .stringMatching(/^[A-Za-zぁ-ん][A-Za-z0-9ぁ-ん]{9,15}$/)
      .map((text) => `Zq${text}`);

    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 4, maxLength: 8 }), async (names) => {
        const masked = redact(named(names), mask);

        for (const format of formats)
          for (const language of languages) {
            const text = await textOf(format, masked, language);
            for (const one of names) expect(text.includes(one), `${format.id}: ${one}`).toBe(false);
            expect(text.includes(demo.account) || text.includes(dashed(demo.account))).toBe(false);
          }
      }),
      { numRuns: 4 },
    );
  });
});

/** The paths of texts that are the same before and after; places in lists are not told apart. */
function unchanged(before: unknown, after: unknown, path = ''): string[] {
  if (typeof before === 'string') return before !== '' && before === after ? [path] : [];
  if (typeof before !== 'object' || before === null) return [];
  const there = Object.entries(after ?? {});
  return Object.entries(before).flatMap(([key, value], index) => {
    const next = Array.isArray(before) ? `${path}[]` : path === '' ? key : `${path}.${key}`;
    const same = Array.isArray(before)
      ? there[index]?.[1]
      : there.find(([name]) => name === key)?.[1];
    return unchanged(value, same, next);
  });
}

function mask(text: string): string {
  return `masked-${createHash('sha256').update(`salt ${text}`).digest('hex').slice(0, 10)}`;
}

/** The demo report with given names wherever AWS or a person gives one. */
function named(names: readonly string[]): Assessment {
  let next = 0;
  const one = () => names[next++ % names.length] ?? 'Zq';
  const user = () => `arn:aws:iam::${demo.account}:user/division/${one()}`;
  return {
    ...demo,
    made: { ...demo.made, by: one() },
    ...{ accountName: one(), organization: one(), caller: user() },
    source: { kind: 'endpoint', url: `http://127.0.0.1/${one()}` },
    scan: { ...demo.scan, startedBy: one() },
    thresholds: {
      ...demo.thresholds,
      changes: demo.thresholds.changes.map((change) => ({ ...change, by: one() })),
    },
    checks: demo.checks.map((check) => ({
      ...check,
      reason: { ...check.reason, params: { ...check.reason.params, trail: [user(), one()] } },
      findings: check.findings.map((finding) => ({
        ...finding,
        ...{ fingerprint: one(), resource: user() },
        ...(finding.unit === 'plan' ? {} : { facet: one() }),
        reason: {
          ...finding.reason,
          params: { ...finding.reason.params, user: one(), trail: user() },
        },
        evidence: finding.evidence.map((ref) => ({ ...ref, requestId: one() })),
      })),
    })),
    exceptions: demo.exceptions.map((exception) => ({
      ...exception,
      ...{ reason: one(), owner: one(), resource: user(), fingerprints: [one()] },
      requested: { ...exception.requested, by: one() },
      approved: exception.approved && { ...exception.approved, by: one() },
      revoked: exception.revoked && { ...exception.revoked, by: one() },
    })),
    attestations: demo.attestations.map((answer) => ({ ...answer, by: one(), note: one() })),
    auditTrail: demo.auditTrail.map((row) => ({
      ...row,
      ...{ actor: one(), actorName: one(), subject: one(), detail: { account: one() } },
    })),
    populations: demo.populations.map((population) => ({
      ...population,
      calls: population.calls.map((ref) => ({ ...ref, requestId: one() })),
    })),
  };
}

async function textOf(
  { renderReport }: ReportFormat,
  assessment: Assessment,
  language: 'en' | 'ja',
): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of renderReport?.(assessment, contextIn(language)) ?? [])
    parts.push(Buffer.from(part));
  const bytes = Buffer.concat(parts);
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString();
  return Object.values(unzipSync(bytes))
    .map((file) => strFromU8(file))
    .join('\n');
}
