import type { Assessment, Catalogue, Language, Localised } from '@ippo/contracts';
import type { Table } from './table.ts';
import type { PackSource } from './pack-source.ts';

/** What a report is written with: every text is handed in, so a format knows no check. */
export type ReportContext = {
  catalogue: Catalogue;
  language: Language;
  /** IANA name of the zone that stands beside UTC: `Asia/Tokyo` unless asked otherwise. */
  zone: string;
  /** What an evidence pack needs beside the assessment; null where no pack is made. */
  pack: PackSource | null;
};

/** A way to write what Ippo knows as a file. The texts are handed in: a format knows no check. */
export type ReportFormat = {
  /** The name of its file. */
  id: string;
  label: Localised;
  /** What it is for, in a sentence: the words of its tile. */
  purpose: Localised;
  /** Without a dot. */
  extension: string;
  mediaType: string;
  /** The parts of the file in order; a table may be longer than memory. Absent: it writes no tables. */
  renderTable?(table: Table): AsyncIterable<string | Uint8Array>;
  /** The auditor's report, in parts. Absent: it writes no reports. */
  renderReport?(assessment: Assessment, context: ReportContext): AsyncIterable<string | Uint8Array>;
};

/** Defines a format: the default export of a file below `formats/`. */
export function defineReportFormat<Format extends ReportFormat>(format: Format): Format {
  return format;
}
