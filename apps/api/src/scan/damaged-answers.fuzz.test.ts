import { judge } from '@ippo/checks';
import { collectEvidence, operations, simulatedSession } from '@ippo/collectors';
import { arbitraryUnreadable, fuzzWorlds, now, type Damage } from '@ippo/collectors/testing';
import type { World } from '@ippo/collectors/simulator';
import {
  defaultSettings,
  emptyScope,
  type Evidence,
  type Outcome,
  type ScanReport,
} from '@ippo/contracts';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 3_600_000 });

const order: Readonly<Record<Outcome, readonly Outcome[]>> = {
  fail: ['fail', 'unknown'],
  unknown: ['unknown'],
  pass: ['pass', 'unknown'],
  'not-applicable': ['not-applicable', 'unknown'],
  manual: ['manual', 'unknown'],
};

async function scan(world: World, damage?: Damage): Promise<Evidence> {
  const session = simulatedSession(world, {
    now,
    limits: { attempts: 1 },
    ...(damage && { faults: [damage.fault] }),
  });
  return collectEvidence(session);
}
function judged(evidence: Evidence): ScanReport {
  return judge({ evidence, settings: defaultSettings, scope: emptyScope, attestations: [] });
}

const seen = new Map<string, { n: number; ex: string }>();
test('explore', async () => {
  const intact = new Map<World, ScanReport>();
  for (const world of fuzzWorlds) {
    const e = await scan(world);
    console.log(
      world.name,
      e.calls.length,
      e.calls.filter((c) => c.outcome !== 'answered').map((c) => `${c.operation} ${c.outcome}`),
    );
    intact.set(world, judged(e));
    console.log(
      judged(e)
        .checks.map((c) => `${c.id}=${c.outcome}`)
        .join(' '),
    );
  }
  const ops = operations.filter((o) => o !== 'sts:GetCallerIdentity');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...fuzzWorlds),
      fc.constantFrom(...ops).chain(arbitraryUnreadable),
      async (world, damage) => {
        const full = intact.get(world);
        let evidence: Evidence;
        try {
          evidence = await scan(world, damage);
        } catch (e) {
          note(`THROW ${String(e)}`, damage, world);
          return;
        }
        const after = judged(evidence);
        const find = (k: string) => note(k, damage, world);
        for (const r of evidence.readings) {
          if (!r.readable && r.reason !== 'malformed' && r.reason !== 'not-asked')
            find(`reason ${r.type} ${r.reason} ${r.detail}`);
        }
        for (const c of after.checks) {
          const was = full?.checks.find((x) => x.id === c.id);
          if (was && !order[was.outcome].includes(c.outcome))
            find(`${c.id}: ${was.outcome} → ${c.outcome} (${c.reason.code})`);
          const before = new Map(was?.findings.map((f) => [f.fingerprint, f]));
          for (const f of c.findings) {
            if (f.reason.code === 'check-crashed')
              find('CRASH ' + c.id + JSON.stringify(f.reason.params));
            const b = before.get(f.fingerprint);
            if (b && !order[b.outcome].includes(f.outcome))
              find(`${c.id} finding: ${b.outcome} → ${f.outcome} (${f.reason.code})`);
          }
        }
        if (full && after.score.from > full.score.from)
          find(`score ${full.score.from} → ${after.score.from}`);
      },
    ),
    { numRuns: Number(process.env['IPPO_TEST_RUNS'] ?? 1000) },
  );
  for (const [k, v] of [...seen].sort()) console.log(v.n, k, '\n     ', v.ex);
  expect(1).toBe(1);
});
function note(key: string, damage: Damage, world: World) {
  const field = `${damage.what.replace(/\d+/g, 'N').replace(/→.*/, '')}`;
  const k = `${key} | ${field}`;
  const old = seen.get(k);
  seen.set(k, { n: (old?.n ?? 0) + 1, ex: old?.ex ?? `[${world.name}] ${damage.what}` });
}
