export { buildAssessment } from './assessment/build-assessment.ts';
export type { Gathered } from './assessment/gathered.ts';
export type { Mask } from './assessment/mask-arn.ts';
export { redact } from './assessment/redact.ts';
export { reportFileName } from './assessment/report-file-name.ts';
export {
  defineReportFormat,
  type ReportContext,
  type ReportFormat,
} from './define-report-format.ts';
export { reportFormats } from './formats.gen.ts';
export { pdfPreview, type PdfPreview } from './pdf/preview.ts';
export type { PackInputs, PackSource } from './pack-source.ts';
export { sheetsOf } from './sheets/sheets-of.ts';
export * from './table.ts';
export { tableFormats, type TableFormat } from './table-formats.ts';
