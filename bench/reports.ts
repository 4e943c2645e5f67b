import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { reportFormats } from '../packages/reports/src/formats.gen.ts';
import { atMost, type Row } from './rows.ts';

const root = join(import.meta.dirname, '..');
/** Of the auditor's report: findings, and the seconds within which each format is written. */
const sizes = [
  { findings: 500, seconds: 5 },
  { findings: 20_000, seconds: 60 },
] as const;
const mostMb = 700;

type Cost = { seconds: number; peakMb: number };

/** What each format of the auditor's report costs, in Japanese, each in a process of its own. */
export async function reportRows(): Promise<Row[]> {
  const rows: Row[] = [];
  // A pack holds the JSON, the PDF and the evidence: their cost is its cost.
  for (const { id } of reportFormats.filter((format) => format.id !== 'pack'))
    for (const { findings, seconds } of sizes) {
      const cost = await written(id, findings);
      const what = `report of ${findings.toLocaleString('en')} findings: ${id}`;
      rows.push(atMost(`${what}, time`, cost.seconds, seconds, 's'));
      if (findings === 20_000) rows.push(atMost(`${what}, memory`, cost.peakMb, mostMb, 'MB'));
    }
  return rows;
}

async function written(id: string, findings: number): Promise<Cost> {
  const node = join(root, 'node_modules/.bin/node');
  const child = spawn(node, ['bench/written-report.ts', id, String(findings), 'ja'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`the report as ${id} ended with ${String(status)}`);
  return JSON.parse(out) as Cost;
}
