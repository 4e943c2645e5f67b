import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { canonicalJson, catalogue } from '@ippo/checks';
import { collectEvidence, simulatedSession } from '@ippo/collectors';
import type { Evidence } from '@ippo/contracts';
import { gatheredOf } from './gathered-of.ts';

/** Where the tests of the reports keep what they are given. */
export const gatheredFolder = path.join(
  import.meta.dirname,
  '../../../../packages/reports/src/testing/gathered',
);

/** Simulated accounts that the tests of the reports are made of: one to mend, one dark, one good. */
export const gatheredWorlds = ['acme-demo', 'read-refused', 'half-dark', 'spotless'] as const;

/** The scan's start; nothing in these files depends on the day on which they are made. */
const startedAt = new Date('2026-11-16T00:02:16Z');
const betweenCalls = 180;

/** What was stored for a world, or for `catalogue`. */
export function readStored(name: string): string {
  return gunzipSync(readFileSync(path.join(gatheredFolder, `${name}.json.gz`))).toString();
}

/** What today's engine makes of stored evidence: the text of its file. */
export function judgedAnew(stored: string, name: string): string {
  const { evidence } = JSON.parse(stored) as { evidence: Evidence };
  return canonicalJson(gatheredOf(evidence, name));
}

async function scan(world: string): Promise<Evidence> {
  const session = simulatedSession(world, { now: startedAt });
  const evidence = await collectEvidence(session);
  session.close();
  return spread(evidence);
}

// The simulated clock stands still; a real scan's answers come one after the other.
function spread(evidence: Evidence): Evidence {
  const at = (call: number) =>
    new Date(startedAt.getTime() + (call + 1) * betweenCalls).toISOString();
  return {
    ...evidence,
    finishedAt: at(evidence.calls.length),
    calls: evidence.calls.map((call, index) => ({ ...call, at: at(index) })),
    readings: evidence.readings.map((reading) => ({
      ...reading,
      at: at(Math.max(-1, ...reading.calls)),
    })),
  };
}

/** A scan that ended before AWS was asked for anything. */
function nothingAsked(evidence: Evidence): Evidence {
  const { startedAt: start, ...rest } = evidence;
  const never = { readings: [], calls: [], ended: 'credentials-expired' as const };
  return { ...rest, startedAt: start, finishedAt: start, ...never };
}

function keep(name: string, text: string): void {
  mkdirSync(gatheredFolder, { recursive: true });
  writeFileSync(path.join(gatheredFolder, `${name}.json.gz`), gzipSync(text, { level: 9 }));
  process.stdout.write(`wrote ${name}\n`);
}

/** Judges what is stored anew; with `--scan` it scans the simulated accounts first. */
async function main(): Promise<void> {
  const anew = process.argv.includes('--scan') || !existsSync(gatheredFolder);
  for (const world of gatheredWorlds) {
    const evidence = anew ? await scan(world) : evidenceIn(world);
    keep(world, canonicalJson(gatheredOf(evidence, world)));
    if (world === 'spotless')
      keep('empty', canonicalJson(gatheredOf(nothingAsked(evidence), 'empty')));
  }
  keep('catalogue', canonicalJson(catalogue));
}

function evidenceIn(world: string): Evidence {
  return (JSON.parse(readStored(world)) as { evidence: Evidence }).evidence;
}

if (import.meta.main) await main();
