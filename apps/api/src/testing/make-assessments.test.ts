import { canonicalJson, catalogue } from '@ippo/checks';
import { gatheredNames } from '@ippo/reports/testing';
import { describe, expect, it } from 'vitest';
import { judgedAnew, readStored } from './make-assessments.ts';

describe('what the tests of the reports are given', () => {
  // Where it is not, `node apps/api/src/testing/make-assessments.ts` judges it anew.
  it.each(gatheredNames)('is what today’s engine makes of the stored evidence: %s', (name) => {
    const stored = readStored(name);

    expect(judgedAnew(stored, name) === stored).toBe(true);
  });

  it('has today’s texts', () => {
    expect(readStored('catalogue') === canonicalJson(catalogue)).toBe(true);
  });
});
