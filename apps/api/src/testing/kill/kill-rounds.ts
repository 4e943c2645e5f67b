import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { acts, type Acknowledged, type Act, type Line } from './kill-lines.ts';

/** What came of the lives and deaths. */
export type KillTable = {
  rounds: number;
  /** In the middle of what each kill came. */
  hits: Record<Act | 'start', number>;
  acknowledged: { scans: number; people: number; backups: number };
  problems: string[];
};

const stage = path.join(import.meta.dirname, 'kill-stage.ts');
/** A life ends in one of its first acts, at most so long after that act began. */
const lifetime = { acts: 8, intoActMs: 1_500 };
/** Some die before they are ready: while they open and check. */
const diesEarly = 0.1;

/** Starts the program, kills it with SIGKILL at a random moment, and so on; a last life only checks. */
export async function killAgainAndAgain(
  rounds: number,
  url: string | null,
  random: () => number = Math.random,
): Promise<KillTable> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ippo-kill-'));
  const acknowledged: Acknowledged = { scans: [], people: [], backups: [] };
  const hits = Object.fromEntries([...acts, 'start'].map((act) => [act, 0])) as KillTable['hits'];
  const problems: string[] = [];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const last = round === rounds;
      const life = await live({ folder, url, scansBefore: round * 10, acknowledged }, last, random);
      problems.push(...life.problems.map((problem) => `life ${round + 1}: ${problem}`));
      if (!last) hits[life.hit] += 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { scans, people, backups } = acknowledged;
  const counts = { scans: scans.length, people: people.length, backups: backups.length };
  return { rounds, hits, acknowledged: counts, problems };
}

type Orders = {
  folder: string;
  url: string | null;
  scansBefore: number;
  acknowledged: Acknowledged;
};

async function live(orders: Orders, last: boolean, random: () => number) {
  const child = spawn(process.execPath, [stage, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const problems: string[] = [];
  let hit: Act | 'start' = 'start';
  let killed = false;
  let actsLeft = 1 + Math.floor(random() * lifetime.acts);
  let errors = '';
  function kill(): void {
    killed = true;
    child.kill('SIGKILL');
  }
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  if (!last && random() < diesEarly) setTimeout(kill, random() * 1_500);
  for await (const text of createInterface({ input: child.stdout })) {
    const line = JSON.parse(text) as Line;
    if (line.kind === 'ready') {
      problems.push(...line.problems);
      if (last) kill();
    } else if (line.kind === 'begins') {
      hit = line.what;
      actsLeft -= 1;
      if (actsLeft === 0) setTimeout(kill, random() * lifetime.intoActMs);
    } else take(orders.acknowledged, line);
  }
  if (!killed) problems.push(`it ended by itself: ${errors.slice(-500)}`);
  return { hit, problems };
}

function take(acknowledged: Acknowledged, line: Exclude<Line, { kind: 'ready' | 'begins' }>): void {
  if (line.kind === 'scan') acknowledged.scans.push(line);
  else if (line.kind === 'person') acknowledged.people.push(line.id);
  else if (line.kind === 'backup') acknowledged.backups.push(line);
}
