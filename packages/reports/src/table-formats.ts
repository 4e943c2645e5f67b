import type { ReportFormat } from './define-report-format.ts';
import { reportFormats } from './formats.gen.ts';

/** A format that writes tables. */
export type TableFormat = ReportFormat & Required<Pick<ReportFormat, 'renderTable'>>;

const formats: readonly ReportFormat[] = reportFormats;

/** The formats that every table may be exported in. */
export const tableFormats: readonly TableFormat[] = formats.filter(
  (format): format is TableFormat => format.renderTable !== undefined,
);
