import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStep } from '../run-step.ts';
import { readPdf } from './report-pdf.ts';
import type { Verdict } from './verdicts.ts';

/** The auditor's report as pages: PDF read by Poppler and qpdf, HTML by a browser and axe with no network. */
export async function reportPageVerdicts(root: string): Promise<Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ippo-report-pages-'));
  try {
    for (const format of ['pdf', 'html']) {
      const command = ['node', 'apps/api/src/testing/write-reports.ts', folder, format];
      const { ok, output } = await runStep({ name: `write ${format}`, command }, root);
      if (!ok) throw new Error(`the reports could not be written:\n${output}`);
    }
    const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    const verdicts: Verdict[] = [];
    for (const name of names) verdicts.push(...(await readPdf(folder, name, root)));
    return [...verdicts, ...(await readHtml(folder, root))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readHtml(folder: string, root: string): Promise<Verdict[]> {
  const command = ['node', 'apps/e2e/src/report-files/read-pages.ts', folder];
  const { ok, output, stdout } = await runStep({ name: 'read-pages', command }, root);
  if (!ok) throw new Error(`the pages could not be looked at:\n${output}`);
  const verdicts = JSON.parse(stdout) as Verdict[];
  // No file looked at is no agreement.
  return verdicts.length > 0
    ? verdicts
    : [{ name: 'HTML reports', ok: false, detail: 'there are none' }];
}
