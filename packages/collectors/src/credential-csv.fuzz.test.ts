import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { reportCsv } from '../simulator/credential-csv.ts';
import { readCredentialCsv } from './credential-csv.ts';
import { Refusal } from './refusal.ts';
import { fuzzRuns } from './testing/fuzz-runs.ts';

vi.setConfig({ testTimeout: 3_600_000 });

const cell = fc.oneof(
  fc.constantFrom(
    'true',
    'false',
    'N/A',
    'no_information',
    '',
    '__proto__',
    '2026-01-01T00:00:00+00:00',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('a,b', '"', '""', '\n', '\r\n', '\u202Ex', '🚀', ',,,', '"x', 'x'.repeat(20_000)),
);

function read(bytes: Uint8Array) {
  try {
    return readCredentialCsv(bytes);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

it('any bytes are rows under their columns, or malformed', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 400 }).map((text) => new TextEncoder().encode(text)),
    fc
      .tuple(
        fc.array(cell, { maxLength: 6 }),
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 5 }),
      )
      .map(([header, rows]) =>
        new TextEncoder().encode(
          [['user', ...header], ...rows].map((line) => line.join(',')).join('\n'),
        ),
      ),
  );

  fc.assert(
    fc.property(bytes, (content) => {
      const report = read(content);

      if (report instanceof Refusal) {
        expect(report.reason).toBe('malformed');
        return;
      }
      const columns = new Set(report.rows.map((row) => Object.keys(row).sort().join('\n')));
      expect(columns.size).toBeLessThanOrEqual(1);
      expect(report.rows.every((row) => typeof row['user'] === 'string')).toBe(true);
      expect('polluted' in {}).toBe(false);
    }),
    fuzzRuns(500),
  );
});

it('a report that AWS wrote comes back cell by cell, whatever the names hold', () => {
  const user = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .filter((name) => !name.includes('\r') && name.trim() === name);
  const row = fc.record({
    user,
    password_enabled: fc.constantFrom('true', 'false'),
    mfa_active: fc.constantFrom('true', 'false'),
  });

  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const report = readCredentialCsv(new TextEncoder().encode(reportCsv(rows)));

      expect(report.misshapen).toEqual([]);
      expect(report.rows).toMatchObject(rows);
    }),
    fuzzRuns(500),
  );
});
