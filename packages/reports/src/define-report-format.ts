import type { Localised } from '@ippo/contracts';
import type { Table } from './table.ts';

/** A way to write what Ippo knows as a file. The texts are handed in: a format knows no check. */
export type ReportFormat = {
  /** The name of its file. */
  id: string;
  label: Localised;
  /** Without a dot. */
  extension: string;
  mediaType: string;
  /** The parts of the file in order; a table may be longer than memory. */
  renderTable(table: Table): AsyncIterable<string | Uint8Array>;
};

/** Defines a format: the default export of a file below `formats/`. */
export function defineReportFormat(format: ReportFormat): ReportFormat {
  return format;
}
