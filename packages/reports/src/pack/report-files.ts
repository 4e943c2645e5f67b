import type { Assessment } from '@ippo/contracts';
import type { PackFile } from '@ippo/pack';
import type { ReportContext } from '../define-report-format.ts';
import json from '../formats/json.ts';
import pdf from '../formats/pdf.ts';

/** The report for a reader and for a program, as `report.pdf` and `report.json`. */
export async function reportFiles(
  assessment: Assessment,
  context: ReportContext,
): Promise<PackFile[]> {
  // The one that takes the most memory goes first, while nothing else is held.
  const formats = [pdf, json];
  const files: PackFile[] = [];
  for (const format of formats) {
    const parts: Uint8Array[] = [];
    for await (const part of format.renderReport(assessment, { ...context, pack: null }))
      parts.push(typeof part === 'string' ? Buffer.from(part) : part);
    files.push({ name: `report.${format.extension}`, bytes: Buffer.concat(parts) });
  }
  return files;
}
