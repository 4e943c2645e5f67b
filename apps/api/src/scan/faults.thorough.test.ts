import { collectEvidence, operations, simulatedSession } from '@ippo/collectors';
import { judge } from '@ippo/checks';
import { defaultSettings, emptyScope, type Outcome, type ScanReport } from '@ippo/contracts';
import { describe, expect, it } from 'vitest';

const now = new Date('2026-11-16T00:03:00Z');
const limits = { callMs: 250, attempts: 1, silentRegionMs: 250 };

const faults = {
  refused: { act: 'deny' },
  throttled: { act: 'throttle' },
  hanging: { act: 'hang' },
  'answered with an HTML 500': { act: 'html', status: 500 },
} as const;

/** What a roll-up may become when readings go dark (checks.md 0.1-5). */
const mayBecome: Readonly<Record<Outcome, readonly Outcome[]>> = {
  fail: ['fail', 'unknown'],
  unknown: ['unknown'],
  pass: ['pass', 'unknown'],
  'not-applicable': ['not-applicable', 'unknown'],
  manual: ['manual', 'unknown'],
};

async function scan(
  world: string,
  given: Parameters<typeof simulatedSession>[1] = {},
): Promise<ScanReport> {
  const session = simulatedSession(world, { now, limits, ...given });
  const evidence = await collectEvidence(session);
  return judge({ evidence, settings: defaultSettings, scope: emptyScope, attestations: [] });
}

// GetCallerIdentity is the account itself: without it there is no scan (exit 3).
const asked = operations.filter((operation) => operation !== 'sts:GetCallerIdentity');

describe.each(['spotless', 'wide-open', 'data-events-only'])('in the account %s', async (world) => {
  const full = await scan(world);

  describe.each(Object.entries(faults))('with one operation %s', (_name, fault) => {
    it.each(asked)('%s: nothing becomes better than it was', async (operation) => {
      const dark = await scan(world, { faults: [{ operation, ...fault }] });

      const worse = full.checks.map((check) => ({
        id: check.id,
        allowed: mayBecome[check.outcome],
        now: dark.checks.find((other) => other.id === check.id)?.outcome,
      }));

      for (const { id, allowed, now: outcome } of worse) expect(allowed, id).toContain(outcome);
      expect(dark.score.from).toBeLessThanOrEqual(full.score.from);
      expect(dark.firstSteps.done).toBeLessThanOrEqual(full.firstSteps.done);
    });
  });
});
