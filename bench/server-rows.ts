import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { StoredScanCost } from '../apps/api/src/testing/stored-scans.ts';
import type { ReportLag } from '../apps/api/src/testing/report-lag.ts';
import { history, loadApi } from './api.ts';
import { atMost, type Row } from './rows.ts';

const root = join(import.meta.dirname, '..');

/** What keeping scans costs the server on an embedded database (design.md §12). */
export async function storeRows(): Promise<Row[]> {
  const huge = await storedScans('huge', 4);
  const demo = await storedScans('acme-demo', 22);
  // The first scan also loads the clients and fills the tables; the ones after it are every day.
  const lags = huge.costs.slice(1).map(({ lagMs }) => lagMs);
  const grown = demo.costs.slice(2).map(({ grownBytes }) => grownBytes);
  const mean = grown.reduce((sum, bytes) => sum + bytes, 0) / grown.length;
  return [
    atMost('huge on PGlite: event-loop lag p99, scan after scan', middle(lags), 100, 'ms'),
    atMost('huge on PGlite: memory of the server while scanning', huge.mostMb, 900, 'MB'),
    atMost('a scan of acme-demo in which nothing changed', mean / 1024, 40, 'KB'),
    ...(await reportLagRows()),
  ];
}

/** How fast the API answers: 97.5 of 100 answers, a little more than the 95 that the budget asks for. */
export async function apiRows(): Promise<Row[]> {
  const size = `${history.findings.toLocaleString('en')} findings, ${history.days} days`;
  return (await loadApi()).map(({ what, p97 }) =>
    atMost(`API at ${size}: ${what}`, p97, 150, 'ms'),
  );
}

/** How long people wait while somebody else's report is made, from the database to its last byte. */
async function reportLagRows(): Promise<Row[]> {
  const users = 20_000;
  const lags = (await answerOf('bench/report-lag.ts', String(users))) as ReportLag[];
  return lags.map(({ format, lagMs, bytes }) => {
    if (typeof bytes === 'string') throw new Error(`the report as ${format} ended: ${bytes}`);
    const what = `report of ${users.toLocaleString('en')} findings as ${format}`;
    return atMost(`${what}: event-loop lag p99 of the server`, lagMs, 100, 'ms');
  });
}

async function storedScans(
  world: string,
  times: number,
): Promise<{ costs: StoredScanCost[]; mostMb: number }> {
  const answer = await answerOf('bench/stored-scan.ts', world, String(times));
  return answer as { costs: StoredScanCost[]; mostMb: number };
}

/** What a program of ours prints as JSON, in a process of its own. */
async function answerOf(program: string, ...args: string[]): Promise<unknown> {
  const node = join(root, 'node_modules/.bin/node');
  const child = spawn(node, [program, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(status)}`);
  return JSON.parse(out);
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
