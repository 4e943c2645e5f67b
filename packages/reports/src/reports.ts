export { defineReportFormat, type ReportFormat } from './define-report-format.ts';
export { reportFormats } from './formats.gen.ts';
export * from './table.ts';
