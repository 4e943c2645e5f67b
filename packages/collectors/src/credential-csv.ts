import { parse } from 'csv-parse/sync';
import { Refusal } from './refusal.ts';

/** The rows of a credential report by column name, and the users whose row had another number of fields. */
export type CredentialRows = { rows: Record<string, string>[]; misshapen: string[] };

/** Parses a report by RFC 4180: names may hold commas, and no row is ever shifted (checks.md 0.4). */
export function readCredentialCsv(content: Uint8Array): CredentialRows {
  const [header, ...records] = recordsOf(content);
  const userAt = header?.indexOf('user') ?? -1;
  if (!header || userAt < 0) throw new Refusal('malformed', 'user column missing');
  if (new Set(header).size < header.length) throw new Refusal('malformed', 'column named twice');
  // A report that ends in the middle of a row may lack whole rows after it.
  if ((records.at(-1)?.length ?? 0) < header.length) throw new Refusal('malformed', 'cut off');
  const whole = records.filter((record) => record.length === header.length);
  const others = records.filter((record) => record.length !== header.length);
  return {
    rows: whole.map((record) =>
      Object.fromEntries(header.map((column, at) => [column, record[at] ?? ''])),
    ),
    misshapen: others.map((record) => record[userAt] ?? ''),
  };
}

function recordsOf(content: Uint8Array): string[][] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    throw new Refusal('malformed', error instanceof Error ? error.name : 'csv');
  }
}
