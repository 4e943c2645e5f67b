import type { Outcome } from '@ippo/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryAccount, refuse } from '../testing/arbitrary-account.ts';
import { arbitraryAnswers, judged, runs } from '../testing/property-runs.ts';
import { findingsOf, isDone, outcomesOf, raised } from '../testing/report-facts.ts';
import { withReadings } from '../testing/transform.ts';
import { arbitraryRefusal, hidesATrailBesideAWideOne } from '../testing/refuse-some.ts';

/** What an outcome may become once less is read: what it was, or unknown. */
function expectDarker(was: { outcome: Outcome }, now: Outcome | undefined): void {
  if (now !== was.outcome && now !== 'unknown') expect({ now, was }).toEqual('no such change');
}

describe('darkness is monotone', () => {
  test('refusing readings leaves each outcome and each finding as it was or makes it unknown', () => {
    fc.assert(
      fc.property(arbitraryAccount(), arbitraryRefusal, (account, refuseSome) => {
        const dark = refuseSome(account);

        const full = judged(account);
        const after = judged(dark);

        const settled = hidesATrailBesideAWideOne(full, dark);
        for (const check of full.checks)
          if (check.id !== 'ct-delivery' || !settled)
            expectDarker(check, outcomesOf(after).get(check.id));
        const before = findingsOf(full);
        for (const [fingerprint, finding] of findingsOf(after)) {
          const was = before.get(fingerprint);
          if (was) expectDarker(was, finding.outcome);
        }
      }),
      runs,
    );
  });

  test('all refused is unknown, or manual where a person always tells', () => {
    fc.assert(
      fc.property(arbitraryAccount(), (account) => {
        const dark = withReadings(account, (reading) => refuse(reading, 'denied'));

        const report = judged(dark);

        for (const { id, outcome } of report.checks)
          expect(outcome, id).toBe(id === 'org-env-separation' ? 'manual' : 'unknown');
      }),
      runs,
    );
  });

  test('refusing readings never raises the score and finishes no step', () => {
    fc.assert(
      fc.property(
        arbitraryAccount(),
        arbitraryRefusal,
        arbitraryAnswers,
        (account, refuseSome, answers) => {
          const dark = refuseSome(account);
          const full = judged(account, answers);
          if (hidesATrailBesideAWideOne(full, dark)) return;

          const after = judged(dark, answers);

          expect(after.score.from).toBeLessThanOrEqual(full.score.from);
          expect(raised(full.score.value, after.score.value)).toBe(false);
          const finished = after.firstSteps.items.filter(
            (step, at) => isDone(step.state) && !isDone(full.firstSteps.items[at]?.state),
          );
          expect(finished).toEqual([]);
        },
      ),
      runs,
    );
  });
});
