import {
  defaultSettings,
  emptyScope,
  settingsSchema,
  thresholdNames,
  thresholds,
  type Evidence,
  type Settings,
} from '@ippo/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue.ts';
import { arbitraryAccount } from '../testing/arbitrary-account.ts';
import { arbitraryRefusal } from '../testing/refuse-some.ts';
import { findingsOf } from '../testing/report-facts.ts';
import { judge } from './judge.ts';

const runs = { numRuns: 60, seed: 20261116 };

/** Any limits within their bounds, their ends most often. */
const arbitrarySettings: fc.Arbitrary<Settings> = fc.record({
  rootUsageWindowDays: daysOf('rootUsageWindowDays'),
  configRetentionDays: daysOf('configRetentionDays'),
});

function judgedBy(settings: Settings, evidence: Evidence) {
  return judge({ evidence, settings, scope: emptyScope, attestations: [] });
}

function daysOf(name: keyof Settings): fc.Arbitrary<number> {
  const { lowest, highest } = thresholds[name];
  return fc.oneof(fc.constantFrom(lowest, highest), fc.integer({ min: lowest, max: highest }));
}

describe('the limits that an owner sets', () => {
  test('never make an unknown a pass or not applicable', () => {
    fc.assert(
      fc.property(
        arbitraryAccount(),
        arbitraryRefusal,
        arbitrarySettings,
        (account, refuseSome, settings) => {
          const dark = refuseSome(account);

          const before = findingsOf(judgedBy(defaultSettings, dark));
          const after = findingsOf(judgedBy(settings, dark));

          expect([...after.keys()]).toEqual([...before.keys()]);
          for (const [fingerprint, { outcome }] of before)
            if (outcome === 'unknown')
              expect(['unknown', 'fail']).toContain(after.get(fingerprint)?.outcome);
        },
      ),
      runs,
    );
  });

  test('change no check but those that they name', () => {
    const named = new Set<string>(thresholdNames.flatMap((name) => thresholds[name].checks));
    fc.assert(
      fc.property(arbitraryAccount(), arbitrarySettings, (account, settings) => {
        const before = judgedBy(defaultSettings, account);
        const after = judgedBy(settings, account);

        const changed = after.checks.filter(
          (check, at) => check.outcome !== before.checks[at]?.outcome,
        );
        expect(changed.filter(({ id }) => !named.has(id))).toEqual([]);
      }),
      runs,
    );
  });

  test('name checks that exist, and hold their default within their bounds', () => {
    const known = new Set(catalogue.checks.map(({ id }) => id));

    const unknown = thresholdNames.flatMap((name) =>
      thresholds[name].checks.filter((check) => !known.has(check)),
    );

    expect(unknown).toEqual([]);
    for (const name of thresholdNames) {
      const { lowest, highest, default: usual } = thresholds[name];
      expect(settingsSchema.parse({})[name]).toBe(usual);
      expect(settingsSchema.safeParse({ [name]: lowest - 1 }).success).toBe(false);
      expect(settingsSchema.safeParse({ [name]: highest + 1 }).success).toBe(false);
      expect(settingsSchema.safeParse({ [name]: highest }).success).toBe(true);
    }
  });
});
