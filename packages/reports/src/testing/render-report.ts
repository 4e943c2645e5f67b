import type { Assessment, Language } from '@ippo/contracts';
import type { ReportFormat } from '../define-report-format.ts';
import { contextIn } from './assessments.ts';

/** The bytes of a report, whole. */
export async function renderReport(
  format: ReportFormat,
  assessment: Assessment,
  language: Language,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of format.renderReport?.(assessment, contextIn(language)) ?? [])
    parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
