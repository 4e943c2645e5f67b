import { catalogue, judge } from '@ippo/checks';
import {
  defaultSettings,
  emptyScope,
  type Evidence,
  type Language,
  type ScanReport,
  type Severity,
} from '@ippo/contracts';
import { writeOutput } from './output-file.ts';
import { reportText } from './report-text.ts';

/** How a report is written, and what makes the command end with 1. */
export type ReportOptions = {
  lang: Language;
  format?: 'json';
  out?: string;
  failOn?: Severity;
  allowUnknown: boolean;
};

/** Judges evidence as the command line does: default settings, nothing confirmed, nothing answered. */
export function judgeEvidence(evidence: Evidence): ScanReport {
  return judge({ evidence, settings: defaultSettings, scope: emptyScope, attestations: [] });
}

/** Writes a report to stdout or a file, as JSON or as text in the machine's time zone. */
export async function writeReport(report: ScanReport, options: ReportOptions): Promise<void> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const text =
    options.format === 'json'
      ? `${JSON.stringify(report, null, 2)}\n`
      : reportText(report, catalogue, options.lang, timeZone);
  await writeOutput(text, options.out);
}
