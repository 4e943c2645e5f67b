import { closeSync, openSync, writeFileSync } from 'node:fs';
import {
  collectEvidence,
  openAwsSession,
  simulatedSession,
  worldNames,
  type AwsSession,
} from '@ippo/collectors';
import { catalogue, judge } from '@ippo/checks';
import {
  defaultSettings,
  DomainError,
  emptyScope,
  type Language,
  type ScanReport,
  type Severity,
} from '@ippo/contracts';
import { readConfig } from '../config.ts';
import { exitCodeOf } from './exit-code.ts';
import { progressShow } from './progress-bar.ts';
import { reportText } from './report-text.ts';
import { UsageError } from './usage-error.ts';
import { say } from './words.ts';

/** Options of `ippo scan` as the command line gives them. */
export type ScanOptions = {
  regions?: string[];
  profile?: string;
  simulate?: string;
  latency?: number;
  lang: Language;
  format?: 'json';
  out?: string;
  failOn?: Severity;
  allowUnknown: boolean;
};

/**
 * Scans an account and writes the report to stdout or a file; progress goes to stderr. Returns the exit
 * status. Errors that mean "the account was not reached" are `DomainError`s of the collectors.
 */
export async function runScan(options: ScanOptions): Promise<number> {
  const { lang } = options;
  if (options.out !== undefined) requireWritable(options.out);
  const session = await openSession(options);
  const show = progressShow(process.stderr, lang);
  const cancel = new AbortController();
  const stop = () => cancel.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const evidence = await collectEvidence(session, {
      ...(options.regions ? { regions: options.regions } : {}),
      signal: cancel.signal,
      onProgress: (progress) => show.update(progress),
    });
    show.stop();
    const report = judge({
      evidence,
      settings: defaultSettings,
      scope: emptyScope,
      attestations: [],
    });
    nameRegionsNotListed(report, options);
    await write(report, options);
    const failOn = options.failOn ?? null;
    return exitCodeOf(report, { failOn, allowUnknown: options.allowUnknown });
  } finally {
    show.stop();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function openSession(options: ScanOptions): Promise<AwsSession> {
  const { allowedEndpoint } = readConfig();
  if (options.simulate === undefined)
    return openAwsSession({
      profile: options.profile,
      allowedEndpoints: allowedEndpoint === null ? [] : [allowedEndpoint],
    });
  if (!worldNames.includes(options.simulate))
    throw new DomainError('unknown-world', {
      world: options.simulate,
      known: worldNames.join(', '),
    });
  return simulatedSession(options.simulate, { latencyMs: options.latency ?? 0 });
}

/** Fails before the scan, not after it. */
function requireWritable(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--out: ${why}`);
  }
}

function nameRegionsNotListed(report: ScanReport, { regions, lang }: ScanOptions): void {
  const enabled = report.regions.filter((region) => region.state !== 'not-enabled');
  const names = new Set(enabled.map((region) => region.name));
  for (const region of regions ?? [])
    if (!names.has(region)) process.stderr.write(`${say(lang, 'regionNotListed', { region })}\n`);
}

async function write(report: ScanReport, options: ScanOptions): Promise<void> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const text =
    options.format === 'json'
      ? `${JSON.stringify(report, null, 2)}\n`
      : reportText(report, catalogue, options.lang, timeZone);
  if (options.out !== undefined) writeFileSync(options.out, text);
  // A report in a pipe is whole before the process ends.
  else await new Promise<void>((written) => void process.stdout.write(text, () => written()));
}
