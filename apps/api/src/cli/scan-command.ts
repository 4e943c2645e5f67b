import { collectEvidence } from '@ippo/collectors';
import type { ScanReport } from '@ippo/contracts';
import { openAccount, type AccountOptions } from './account-options.ts';
import { exitCodeOf } from './exit-code.ts';
import { openLines, requireWritable, writeOutput } from './output-file.ts';
import { progressShow } from './progress-bar.ts';
import { judgeEvidence, writeReport, type ReportOptions } from './report-output.ts';
import { say } from './words.ts';

/** Options of `ippo scan` as the command line gives them. */
export type ScanOptions = AccountOptions &
  ReportOptions & {
    regions?: string[];
    /** File for the wire answers, masked. */
    record?: string;
    /** File for the evidence as it was judged. */
    evidence?: string;
  };

/**
 * Scans an account and writes the report to stdout or a file; progress goes to stderr. Returns the exit
 * status. Errors that mean "the account was not reached" are `DomainError`s of the collectors.
 */
export async function runScan(options: ScanOptions): Promise<number> {
  requireWritable(options.out, '--out');
  requireWritable(options.evidence, '--evidence');
  requireWritable(options.record, '--record');
  const lines = options.record === undefined ? undefined : openLines(options.record);
  const show = progressShow(process.stderr, options.lang);
  const cancel = new AbortController();
  const stop = () => cancel.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const session = await openAccount(options, lines?.write);
    const evidence = await collectEvidence(session, {
      ...(options.regions ? { regions: options.regions } : {}),
      signal: cancel.signal,
      onProgress: (progress) => show.update(progress),
    });
    show.stop();
    if (options.evidence !== undefined)
      await writeOutput(`${JSON.stringify(evidence, null, 2)}\n`, options.evidence);
    const report = judgeEvidence(evidence);
    nameRegionsNotListed(report, options);
    await writeReport(report, options);
    return exitCodeOf(report, ruleOf(options));
  } finally {
    show.stop();
    lines?.close();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** What makes the command end with 1. */
export function ruleOf({ failOn, allowUnknown }: ReportOptions) {
  return { failOn: failOn ?? null, allowUnknown };
}

function nameRegionsNotListed(report: ScanReport, { regions, lang }: ScanOptions): void {
  const enabled = report.regions.filter((region) => region.state !== 'not-enabled');
  const names = new Set(enabled.map((region) => region.name));
  for (const region of regions ?? [])
    if (!names.has(region)) process.stderr.write(`${say(lang, 'regionNotListed', { region })}\n`);
}
