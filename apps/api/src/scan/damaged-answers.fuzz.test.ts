import { judge } from '@ippo/checks';
import { collectEvidence, operations, simulatedSession } from '@ippo/collectors';
import type { World } from '@ippo/collectors/simulator';
import {
  arbitraryUnreadable,
  fuzzRuns,
  fuzzWorlds,
  now,
  type Damage,
} from '@ippo/collectors/testing';
import { defaultSettings, emptyScope, type Outcome, type ScanReport } from '@ippo/contracts';
import fc from 'fast-check';
import { beforeAll, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 7_200_000, hookTimeout: 120_000 });

/** What an outcome may become once less can be read (design.md §5). */
const darker: Readonly<Record<Outcome, readonly Outcome[]>> = {
  fail: ['fail', 'unknown'],
  unknown: ['unknown'],
  pass: ['pass', 'unknown'],
  'not-applicable': ['not-applicable', 'unknown'],
  manual: ['manual', 'unknown'],
};
/** Without its answer nothing says whose account this is, and there is no scan. */
const damaged = operations.filter((operation) => operation !== 'sts:GetCallerIdentity');
const intact = new Map<World, ScanReport>();

/** A busy machine is no silent region. */
const limits = { attempts: 1, callMs: 120_000, silentRegionMs: 120_000 };

async function reportOf(world: World, damage?: Damage): Promise<ScanReport> {
  const session = simulatedSession(world, { now, limits, faults: damage ? [damage.fault] : [] });
  const evidence = await collectEvidence(session);
  return judge({ evidence, settings: defaultSettings, scope: emptyScope, attestations: [] });
}

beforeAll(async () => {
  for (const world of fuzzWorlds) intact.set(world, await reportOf(world));
});

/** What a report of damaged answers claims beyond the report of the whole ones. */
function claims(before: ScanReport, after: ScanReport): string[] {
  return after.checks.flatMap((now) => {
    const was = before.checks.find(({ id }) => id === now.id);
    if (!was) return [`${now.id} is new`];
    const units = new Map(was.findings.map((one) => [one.fingerprint, one]));
    const pairs = now.findings.flatMap((one) => {
      const unit = units.get(one.fingerprint);
      return unit
        ? [{ what: `${now.id} of ${one.region ?? 'the account'}`, was: unit, now: one }]
        : [];
    });
    return [{ what: now.id, was, now }, ...pairs]
      .filter(
        (one) =>
          one.now.reason.code === 'check-crashed' ||
          !darker[one.was.outcome].includes(one.now.outcome),
      )
      .map(
        (one) =>
          `${one.what}: ${one.was.outcome} became ${one.now.outcome} (${one.now.reason.code})`,
      );
  });
}

/**
 * One operation's answers lose what can be read of them: a value of another type, a field that AWS always
 * sends, a word that nobody knows, a list item that is none, a row or column of the credential report, the end
 * of the body. An item that is gone, or a field whose absence means something, is another truth and is not tried.
 */
it('an answer that can be read only in part never shows a check, a unit, the score or a step better', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...fuzzWorlds),
      fc.constantFrom(...damaged).chain(arbitraryUnreadable),
      async (world, damage) => {
        const before = intact.get(world);
        if (!before) throw new Error('no such account');

        const after = await reportOf(world, damage);

        const said = `${world.name}: ${damage.what}`;
        expect(claims(before, after), said).toEqual([]);
        expect(after.score.from, said).toBeLessThanOrEqual(before.score.from);
        const steps = before.firstSteps.items;
        const finished = after.firstSteps.items.filter(
          ({ state }, at) =>
            /^(done|not-needed)$/.test(state) &&
            !/^(done|not-needed)$/.test(steps[at]?.state ?? ''),
        );
        expect(finished, said).toEqual([]);
      },
    ),
    { ...fuzzRuns(100), timeout: 240_000 },
  );
});
