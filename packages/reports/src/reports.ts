export type { Gathered } from './assessment/gathered.ts';
export {
  defineReportFormat,
  type ReportContext,
  type ReportFormat,
} from './define-report-format.ts';
export { reportFormats } from './formats.gen.ts';
export type { PackInputs, PackSource } from './pack-source.ts';
export * from './table.ts';
export { tableFormats, type TableFormat } from './table-formats.ts';
