import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { GLOBAL, type Evidence, type EvidenceId } from '../packages/contracts/src/contracts.ts';
import { collectEvidence } from '../packages/collectors/src/collectors.ts';
import { registry } from '../packages/collectors/src/registry.ts';
import {
  account,
  simulatedSession,
  type Fault,
  type World,
} from '../packages/collectors/simulator/simulator.ts';

/** Milliseconds that every simulated call takes: the latency of the budgets in design.md §12. */
export const latencyMs = 50;

const root = join(import.meta.dirname, '..');

/** A scan in this process, its evidence, how long it took, and the event loop's lag (p99) meanwhile. */
export async function collect(
  world: string | ((now: Date) => World),
  faults: readonly Fault[] = [],
) {
  const session = simulatedSession(world, { latencyMs, faults });
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const began = performance.now();
  const evidence = await collectEvidence(session);
  const seconds = (performance.now() - began) / 1000;
  lag.disable();
  session.close();
  return { evidence, seconds, lagMs: lag.percentile(99) / 1e6 };
}

/** Spotless with so many more users than its 50: in the report and in the account's counts. */
export function withMoreUsers(more: number) {
  return function crowded(now: Date): World {
    const world = account({ now, name: 'spotless' });
    const [rootUser, ...people] = world.credentials;
    const pattern = people[0] ?? {};
    const added = Array.from({ length: more }, (_, at) => ({
      ...pattern,
      user: `more-${at}`,
      arn: `arn:aws:iam::${world.account}:user/more-${at}`,
    }));
    return {
      ...world,
      summary: { ...world.summary, Users: people.length + more },
      credentials: [...(rootUser ? [rootUser] : []), ...people, ...added],
    };
  };
}

/** Calls by region; the account-wide ones, and those about a trail and its bucket, under `global`. */
export function callsByRegion(evidence: Evidence): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type, region, calls } of evidence.readings) {
    const ofTrail = /^(cloudtrail\.(trail-status|event-selectors)|s3\.)/.test(type);
    const place = ofTrail ? GLOBAL : region;
    counts.set(place, (counts.get(place) ?? 0) + calls.length);
  }
  return counts;
}

/**
 * The longest chain of calls of which each needs the answer of the one before: identity, region list,
 * then a reading's own calls behind those of the reading that it hangs on.
 */
export function longestChain(evidence: Evidence): number {
  const most = new Map<EvidenceId, number>();
  for (const { type, calls } of evidence.readings)
    most.set(type, Math.max(most.get(type) ?? 0, calls.length));
  function behind(type: EvidenceId): number {
    const { after } = registry[type];
    return (most.get(type) ?? 0) + (after ? behind(after) : 0);
  }
  return 2 + Math.max(...evidence.readings.map(({ type }) => behind(type)));
}

/** One throttled answer for every twentieth operation and region of an account: 5 % of its calls. */
export function everyTwentiethThrottled(evidence: Evidence): Fault[] {
  const places = new Map(
    evidence.calls.map(({ operation, region }) => [
      `${operation} ${region}`,
      { operation, region },
    ]),
  );
  return [...places.values()]
    .filter(({ region }, at) => at % 20 === 0 && region !== GLOBAL)
    .map((place) => ({ ...place, act: 'throttle', times: 1 }));
}

/** The whole command in a process of its own: seconds from start to exit, and its peak memory. */
export async function wholeCommand(world: string) {
  const node = join(root, 'node_modules/.bin/node');
  // As `pnpm ippo` starts it: a small young generation costs no time here and saves 60 MB.
  const started = ['--max-semi-space-size=8', 'apps/api/src/cli/ippo.ts'];
  const args = [...started, 'scan', '--simulate', world, '--format', 'json'];
  const began = performance.now();
  const child = spawn(node, [...args, '--latency', String(latencyMs)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  let peakMb = 0;
  const watch = setInterval(() => (peakMb = Math.max(peakMb, peakMemoryMb(child.pid))), 20);
  const status = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (status !== 0) throw new Error(`ippo scan --simulate ${world} ended with ${String(status)}`);
  return { seconds: (performance.now() - began) / 1000, peakMb };
}

/** Peak resident memory as the kernel counts it (proc(5), `VmHWM`); 0 where it does not say. */
export function peakMemoryMb(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    // The process has just ended, or this is not Linux: the last figure stays.
    return 0;
  }
}
