import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStep } from '../run-step.ts';
import type { Verdict } from './verdicts.ts';

/** What reads each format of the reports, and the arguments after the folder. */
const readers: readonly { script: string; more: readonly string[] }[] = [
  { script: 'check-json.py', more: ['docs/report.schema.json'] },
  { script: 'read-csv.py', more: [] },
  { script: 'read-markdown.py', more: [] },
  { script: 'read-xlsx.py', more: [] },
  { script: 'same-numbers.py', more: [] },
];

/** The auditor's reports as programs that are not ours read them: demo, hostile, empty, unreadable, redacted. */
export async function reportVerdicts(root: string, bin: string): Promise<Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ippo-reports-'));
  try {
    const command = ['node', 'apps/api/src/testing/write-reports.ts', folder];
    const { ok, output } = await runStep({ name: 'write-reports', command }, root);
    if (!ok) throw new Error(`the reports could not be written:\n${output}`);
    const verdicts = await Promise.all(readers.map((reader) => read(reader, folder, root, bin)));
    return verdicts.flat();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function read(
  { script, more }: (typeof readers)[number],
  folder: string,
  root: string,
  bin: string,
): Promise<Verdict[]> {
  const path = join(root, 'packages/tooling/src/referees', script);
  const command = [join(bin, 'python'), path, folder, ...more];
  const { ok, output, stdout } = await runStep({ name: script, command }, root);
  if (!ok) throw new Error(`${script} ended badly:\n${output}`);
  const verdicts = JSON.parse(stdout) as Verdict[];
  // No file read is no agreement.
  return verdicts.length > 0 ? verdicts : [{ name: script, ok: false, detail: 'read no file' }];
}
