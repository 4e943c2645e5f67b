export * from './alerts.ts';
export * from './api-key.ts';
export * from './assessment.ts';
export * from './audit.ts';
export * from './catalogue.ts';
export * from './cli-parts.ts';
export * from './changes.ts';
export * from './closed-regions.ts';
export * from './connection.ts';
export * from './drift.ts';
export * from './endpoints.ts';
export {
  questionListSchema,
  questionStates,
  type AccountQuestion,
  type QuestionState,
} from './endpoints/attestations.ts';
export {
  checksFilterSchema,
  exportOptionsSchema,
  reportFilterSchema,
} from './endpoints/exports.ts';
export {
  findingFacets,
  findingFilterSchema,
  findingSorts,
  linesOfAPage,
  mostOfGroup,
  shownOutcomes,
  type ChangedFinding,
  type FindingFacet,
  type FindingFilter,
  type FindingGroupRow,
  type FindingRow,
  type FindingSort,
  type ShownOutcome,
} from './endpoints/findings.ts';
export {
  mostExceptionsAtOnce,
  mostSelected,
  pickId,
  type Picked,
} from './endpoints/picked-findings.ts';
export {
  madeReportsFilterSchema,
  reportOrderSchema,
  type MadeReport,
  type ReportChoices,
  type ReportFormatChoice,
  type ReportOrder,
  type ReportPreview,
  type ReportScope,
} from './endpoints/reports.ts';
export type { ThresholdEffect } from './endpoints/settings.ts';
export { passes, type Tokens } from './endpoints/tokens.ts';
export {
  longestReviewNote,
  type PastWeek,
  type Week,
  type WeekEnd,
  type WeekItem,
  type WeekReview,
  type WeekState,
} from './endpoints/weekly.ts';
export type { OverviewRow, TrendMark, TrendPoint } from './endpoints/trend.ts';
export type { SigningKey } from './endpoints/signing-keys.ts';
export { streams } from './endpoints/streams.ts';
export { exceptionListSchema } from './endpoints/exceptions.ts';
export * from './exception-days.ts';
export * from './exception-file.ts';
export * from './exceptions.ts';
export * from './evidence/define-evidence.ts';
export * from './evidence/evidence-types.gen.ts';
export * from './evidence/evidence.ts';
export type { Trail } from './evidence/cloudtrail/trails.ts';
export type { TrailStatus } from './evidence/cloudtrail/trail-status.ts';
export type { AdvancedSelector, EventSelector } from './evidence/cloudtrail/event-selectors.ts';
export type { CredentialRow } from './evidence/iam/credential-report.ts';
export * from './inputs.ts';
export * from './iso-week.ts';
export * from './next-step.ts';
export * from './outcome.ts';
export * from './pack-words.ts';
export * from './person.ts';
export * from './preflight.ts';
export * from './problem.ts';
export * from './reading.ts';
export * from './region-list.ts';
export * from './regions.ts';
export * from './report.ts';
export * from './report-file.ts';
export * from './roles.ts';
export * from './scan.ts';
export * from './schedule.ts';
export * from './sentence-writer.ts';
export * from './storage.ts';
export * from './text.ts';
export * from './thresholds.ts';
export * from './verdict-reasons.ts';
export * from './weekly-words.ts';
export * from './weekly.ts';
export * from './words.ts';
