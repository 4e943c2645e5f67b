import { randomUUID } from 'node:crypto';
import { judge } from '@ippo/checks';
import { collectEvidence, simulatedSession, simulatedWorld, type World } from '@ippo/collectors';
import { defaultSettings, emptyScope } from '@ippo/contracts';
import type { Database } from '../store/database.ts';
import { keepEvidence } from '../store/evidence.ts';
import { followFindings } from '../store/findings/follow-findings.ts';
import { keepReport } from '../store/report-bodies.ts';
import { packReport } from '../store/report-parts/pack-report.ts';
import { addScan, beginScan, endScan, noteScannedAccount, readStoredScan } from '../store/scans.ts';

/** What the simulated account is at one moment. */
export type Scene = (world: World) => World;

/** Keeps a complete scan of the demo's account at a moment, as the scan of that day would have. Its id. */
export async function keepScanAt(
  db: Database,
  at: Date,
  scene: Scene = (world) => world,
): Promise<string> {
  const world = scene(simulatedWorld('acme-demo', at));
  const session = simulatedSession(world, { now: at });
  const evidence = await collectEvidence(session);
  const report = judge({
    ...{ evidence, settings: defaultSettings, scope: emptyScope, attestations: [] },
  });
  const packed = packReport(report, evidence.calls, 'settings');
  const id = randomUUID();
  const scan = { id, target: 'demo', startedBy: null, createdAt: at, restartOf: null } as const;
  await addScan(db, { ...scan, trigger: 'schedule' });
  await beginScan(db, id, at, 'test');
  await noteScannedAccount(db, id, { source: evidence.source, account: evidence.account });
  await keepEvidence(db, id, evidence);
  await db.transaction(async (tx) => {
    await endScan(tx, id, { status: 'complete', at });
    const number = await keepReport(tx, id, packed, at);
    const ended = await readStoredScan(tx, id);
    if (ended) await followFindings(tx, ended, packed, { number, at });
  });
  return id;
}

/** The demo's trail while it still recorded. */
export function recording(world: World): World {
  const now = Date.now();
  const trails = world.trails.map((trail) => {
    const { StopLoggingTime, LatestDeliveryTime: _was, ...status } = trail.status;
    const stopped = StopLoggingTime instanceof Date ? StopLoggingTime.getTime() : now;
    // Six days before the world's own time it stopped; so it delivered until a few minutes ago.
    const delivered = new Date(stopped + 6 * 24 * 60 * 60 * 1_000 - 300_000);
    return {
      ...trail,
      status: { ...status, IsLogging: true, LatestDeliveryTime: delivered },
    };
  });
  return { ...world, trails };
}

/** Every Region answers. */
export function bright(world: World): World {
  return { ...world, faults: [] };
}

/** Root signs in without MFA. */
export function withoutRootMfa(world: World): World {
  const [root, ...others] = world.credentials;
  return {
    ...world,
    summary: { ...world.summary, AccountMFAEnabled: 0 },
    credentials: root ? [{ ...root, mfa_active: 'false' }, ...others] : others,
  };
}

/** More people sign in without MFA. */
export function withoutUserMfa(world: World): World {
  const credentials = world.credentials.map((row, index) =>
    index > 0 && index < 6 ? { ...row, mfa_active: 'false' } : row,
  );
  return { ...world, credentials };
}

/** GuardDuty reports a serious finding in Tokyo. */
export function underAttack(world: World): World {
  const region = 'ap-northeast-1';
  const found = {
    id: 'f1',
    account: world.account,
    severity: 8,
    createdAt: new Date('2026-11-01T00:00:00Z'),
  };
  const detectors = (world.detectors[region] ?? []).map((detector) => ({
    ...detector,
    findings: [found],
  }));
  return { ...world, detectors: { ...world.detectors, [region]: detectors } };
}
