import { readPack, verifyPack } from '@ippo/pack';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { buildAssessment } from '../assessment/build-assessment.ts';
import { redact } from '../assessment/redact.ts';
import pack from '../formats/pack.ts';
import { contextIn, gathered } from '../testing/assessments.ts';
import { packSourceOf } from '../testing/pack-sources.ts';

vi.setConfig({ testTimeout: 600_000 });

const demo = gathered('acme-demo');
const whole = buildAssessment(demo);

describe.each([
  ['a whole pack', whole],
  ['a redacted pack', redact(whole, () => 'masked')],
])('%s of the demo account', (_, assessment) => {
  it('shows each of 1,000 random changes of one byte, and names the file where it is in one', async () => {
    const parts: Uint8Array[] = [];
    const context = { ...contextIn('ja'), pack: packSourceOf(demo) };
    for await (const part of pack.renderReport(assessment, context)) parts.push(part);
    const bytes = Buffer.concat(parts);
    const files = readPack(bytes).map(({ name, bytes: { byteOffset, length } }) => {
      const start = byteOffset - bytes.byteOffset;
      return { name, start, end: start + length };
    });
    const change = fc.record({
      at: fc.nat(bytes.length - 1),
      by: fc.integer({ min: 1, max: 255 }),
    });

    fc.assert(
      fc.property(change, ({ at, by }) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ by;
        const { verified, faults } = verifyPack(changed);
        const inside = files.find(({ start, end }) => at >= start && at < end);
        const named = faults.some(({ file }) => file === inside?.name);
        return !verified && faults.length > 0 && (inside === undefined || named);
      }),
      { numRuns: 1000, seed: 20261122 },
    );
    expect(verifyPack(bytes).verified).toBe(true);
  });
});
