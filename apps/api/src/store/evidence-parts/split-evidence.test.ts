import fc from 'fast-check';
import { canonicalJson } from '@ippo/checks';
import { collectEvidence, simulatedSession } from '@ippo/collectors';
import type { Evidence, EvidenceReading } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { joinEvidence } from './join-evidence.ts';
import { splitEvidence } from './split-evidence.ts';

const noon = new Date('2026-11-16T03:00:00Z');

async function evidenceOf(world: string, now: Date): Promise<Evidence> {
  const limits = { callMs: 200, attempts: 1 };
  return collectEvidence(simulatedSession(world, { now, limits }));
}

describe('stored evidence', () => {
  test.each(['spotless', 'wide-open', 'read-refused'])(
    'is, byte for byte, what was collected from %s',
    async (world) => {
      const evidence = await evidenceOf(world, noon);

      const joined = joinEvidence(splitEvidence(evidence));

      expect(canonicalJson(joined)).toBe(canonicalJson(evidence));
    },
  );

  test('adds no fact where nothing in the account changed, though clock and calls did', async () => {
    const first = splitEvidence(await evidenceOf('spotless', noon));

    const second = splitEvidence({
      ...(await evidenceOf('spotless', noon)),
      startedAt: '2026-11-17T00:00:00Z',
      caller: 'arn:aws:sts::111122223333:assumed-role/ippo/another-session',
      calls: [],
    });

    expect([...second.facts.keys()].filter((digest) => !first.facts.has(digest))).toEqual([]);
    expect(second.digest).not.toBe(first.digest);
  });

  test('keeps last-used dates out of the facts', async () => {
    const evidence = await evidenceOf('spotless', noon);
    const later = structuredClone(evidence);
    const report = later.readings.find(({ type }) => type === 'iam.credential-report');
    for (const row of rowsOf(report)) row['password_last_used'] = '2026-11-15T00:00:00Z';

    const before = splitEvidence(evidence);
    const after = splitEvidence(later);

    expect(canonicalJson(later)).not.toBe(canonicalJson(evidence));
    expect([...after.facts.keys()].toSorted()).toEqual([...before.facts.keys()].toSorted());
    expect(canonicalJson(joinEvidence(after))).toBe(canonicalJson(later));
  });

  test('stores one changed user of 2,000 as one chunk, its reading and the manifest', async () => {
    const evidence = await evidenceOf('spotless', noon);
    const report = evidence.readings.find(({ type }) => type === 'iam.credential-report');
    const rows = rowsOf(report);
    for (let index = 0; index < 2_000; index += 1)
      rows.push({ user: `user-${index}`, mfa_active: 'true' });
    const before = splitEvidence(evidence);
    const last = rows[1_500];
    if (last) last['mfa_active'] = 'false';

    const after = splitEvidence(evidence);

    const added = [...after.facts].filter(([digest]) => !before.facts.has(digest));
    expect(added).toHaveLength(2);
    expect(added.reduce((sum, [, body]) => sum + body.length, 0)).toBeLessThan(40_000);
    expect(canonicalJson(joinEvidence(after))).toBe(canonicalJson(evidence));
  });

  test('is refused when a stored part was altered', async () => {
    const parts = splitEvidence(await evidenceOf('spotless', noon));
    const { provenance } = parts;

    const altered = {
      ...parts,
      provenance: { ...provenance, caller: 'arn:aws:iam::1:user/other' },
    };

    expect(() => joinEvidence(altered)).toThrow(/does not match its digest/);
  });

  test('comes back whole for any JSON that AWS could answer', async () => {
    const base = await evidenceOf('read-refused', noon);
    const name = fc.oneof(
      fc.constantFrom('user', 'GeneratedTime', 'password_last_used'),
      fc.string(),
    );
    const row = fc.dictionary(name, fc.jsonValue());
    const value = fc.oneof(
      fc.jsonValue(),
      fc.array(row, { minLength: 60, maxLength: 80 }),
      fc.record({ rows: fc.array(fc.record({ user: fc.string(), row }), { maxLength: 200 }) }),
    );

    fc.assert(
      fc.property(value, (answer) => {
        // JSON text is what is stored, so `-0` and the like are not asked of it.
        const plain: unknown = JSON.parse(JSON.stringify(answer));
        const evidence: Evidence = { ...base, readings: [readingOf(plain)] };

        const joined = joinEvidence(splitEvidence(evidence));

        expect(canonicalJson(joined)).toBe(canonicalJson(evidence));
      }),
      { numRuns: 150 },
    );
  });
});

function readingOf(value: unknown): EvidenceReading {
  const place = { type: 'iam.credential-report' as const, region: 'global', calls: [] };
  return { ...place, at: noon.toISOString(), readable: true, value: value as never };
}

function rowsOf(reading: EvidenceReading | undefined): Record<string, string>[] {
  if (!reading?.readable) throw new Error('the credential report was not read');
  return (reading.value as { rows: Record<string, string>[] }).rows;
}
