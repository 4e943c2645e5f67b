import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence } from '../packages/contracts/src/contracts.ts';
import { collectEvidence } from '../packages/collectors/src/collectors.ts';
import {
  account,
  simulatedSession,
  type Fault,
  type World,
} from '../packages/collectors/simulator/simulator.ts';

/** Milliseconds that every simulated call takes: the latency of the budgets in design.md §12. */
export const latencyMs = 50;

const root = join(import.meta.dirname, '..');

/** A scan in this process, its evidence and how long the collecting took. */
export async function collect(
  world: string | ((now: Date) => World),
  faults: readonly Fault[] = [],
) {
  const session = simulatedSession(world, { latencyMs, faults });
  const began = performance.now();
  const evidence = await collectEvidence(session);
  const seconds = (performance.now() - began) / 1000;
  session.close();
  return { evidence, seconds };
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

/** Calls by region; the account-wide ones under `global`. */
export function callsByRegion(evidence: Evidence): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { region } of evidence.calls) counts.set(region, (counts.get(region) ?? 0) + 1);
  return counts;
}

/**
 * The longest chain of calls of which each needs the answer of the one before: identity, region list,
 * then a reading's own calls behind those of the reading in its region that lists what it is about.
 */
export function longestChain(evidence: Evidence): number {
  const serviceOf = (type: string) => type.slice(0, type.indexOf('.'));
  const chains = evidence.readings.map((reading) => {
    if (reading.resource === undefined) return reading.calls.length;
    const parents = evidence.readings.filter(
      (other) =>
        other.resource === undefined &&
        other.region === reading.region &&
        serviceOf(other.type) === serviceOf(reading.type),
    );
    return reading.calls.length + Math.max(0, ...parents.map(({ calls }) => calls.length));
  });
  return 2 + Math.max(...chains);
}

/** The whole command in a process of its own: seconds from start to exit, and its peak memory. */
export async function wholeCommand(world: string) {
  const node = join(root, 'node_modules/.bin/node');
  const args = ['apps/api/src/cli/ippo.ts', 'scan', '--simulate', world, '--format', 'json'];
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
