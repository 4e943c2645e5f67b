import { Command, InvalidArgumentError, Option } from 'commander';
import { dayIn, endOfDay, languages, type Language } from '@ippo/contracts';

/** What `ippo export` may be given. */
export type ReportExportOptions = {
  format: string;
  lang: Language;
  out?: string;
  zone: string;
  redacted: boolean;
  scan?: string;
  account?: string;
  /** A day of `zone`, or an instant. */
  from?: string;
  to?: string;
  /** A file of evidence instead of what this install keeps. */
  evidence?: string;
  auditPeriod?: string;
  basisDate?: string;
  preparedBy?: string;
  approvedBy?: string;
  controlId?: string;
};

/** `ippo export`, without what it does. */
export function exportCommand(): Command {
  return new Command('export')
    .description('write the auditor’s report of a scan or a period, with the server stopped')
    .requiredOption('--format <format>', 'pdf, pack, xlsx, html, markdown, csv or json')
    .addOption(
      new Option('--lang <language>', 'language of the report').choices(languages).default('en'),
    )
    .option('--out <file>', 'file or folder; else the report’s own name in this folder')
    .option('--scan <id>', 'the scan to assess; else the newest complete one')
    .option('--account <id>', 'the account; else the one that was scanned last', twelveDigits)
    .option('--from <day>', 'first day of a period, or an instant; with --to', dayOrInstant)
    .option('--to <day>', 'last day of the period, or the instant that it ends at', dayOrInstant)
    .option('--zone <zone>', 'the zone of days, and beside UTC in the report', 'Asia/Tokyo')
    .option('--redacted', 'mask names and ids, and leave the evidence out', false)
    .option('--evidence <file>', 'evidence of “ippo scan --evidence” instead of what is stored')
    .option('--audit-period <text>', 'on the cover: the period that the audit is about')
    .option('--basis-date <text>', 'on the cover: the day as of which is assessed')
    .option('--prepared-by <name>', 'on the cover')
    .option('--approved-by <name>', 'on the cover')
    .option('--control-id <text>', 'on the cover: the auditor’s own number');
}

/** The first instant of a day, or the instant itself. */
export function beginningOf(text: string | undefined, zone: string): string | undefined {
  if (text === undefined || !isDay(text)) return text;
  const before = new Date(Date.parse(`${text}T00:00:00Z`) - 24 * 60 * 60 * 1_000);
  return endOfDay(dayIn('UTC', before), zone).toISOString();
}

/** The first instant after a day, or the instant itself. */
export function endOf(text: string | undefined, zone: string): string | undefined {
  return text === undefined || !isDay(text) ? text : endOfDay(text, zone).toISOString();
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}

function dayOrInstant(value: string): string {
  const at = isDay(value) ? `${value}T00:00:00Z` : value;
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at)))
    return isDay(value) ? value : new Date(at).toISOString();
  throw new InvalidArgumentError('Give a day such as 2026-11-16, or an instant in UTC.');
}

function twelveDigits(value: string): string {
  const account = value.replaceAll('-', '');
  if (/^\d{12}$/.test(account)) return account;
  throw new InvalidArgumentError('Give the 12 digits of an account.');
}
