import type { EvidenceRef } from '@ippo/contracts';
import { describe, expect, it } from 'vitest';
import { demoAssessment } from '../testing/assessments.ts';
import { callRanges, numberCalls } from './numbered-calls.ts';

describe('the numbers of the evidence', () => {
  it.each([
    [[], ''],
    [[4], 'E4'],
    [[1, 2], 'E1, E2'],
    [[1, 2, 3, 7, 9, 10, 11], 'E1–E3, E7, E9–E11'],
  ])('writes %j as %s', (numbers, written) => {
    expect(callRanges(numbers)).toBe(written);
  });

  it('gives each answer one number, and finds every answer of every finding', () => {
    const assessment = demoAssessment();

    const { all, numbersOf } = numberCalls(assessment);

    const found = assessment.checks.flatMap(({ findings }) =>
      findings.flatMap(({ evidence }) =>
        evidence.map((ref) => told(all[(numbersOf([ref])[0] ?? 0) - 1]) === told(ref)),
      ),
    );
    expect(found.length).toBeGreaterThan(400);
    expect(found.every(Boolean)).toBe(true);
    expect(new Set(all.map(told)).size).toBe(all.length);
  });
});

function told(ref: EvidenceRef | undefined): string {
  return [ref?.operation, ref?.region, ref?.at, ref?.requestId, ref?.digest].join(' ');
}
