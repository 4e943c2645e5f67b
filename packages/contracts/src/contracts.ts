export * from './api-key.ts';
export * from './audit.ts';
export * from './catalogue.ts';
export * from './cli-parts.ts';
export * from './changes.ts';
export * from './connection.ts';
export * from './drift.ts';
export * from './endpoints.ts';
export {
  findingFacets,
  findingSorts,
  shownOutcomes,
  type ChangedFinding,
  type FindingFacet,
  type FindingFilter,
  type FindingRow,
  type FindingSort,
  type ShownOutcome,
} from './endpoints/findings.ts';
export { passes, type Tokens } from './endpoints/tokens.ts';
export type { OverviewRow, TrendMark, TrendPoint } from './endpoints/trend.ts';
export { streams } from './endpoints/streams.ts';
export * from './evidence/define-evidence.ts';
export * from './evidence/evidence-types.gen.ts';
export * from './evidence/evidence.ts';
export type { Trail } from './evidence/cloudtrail/trails.ts';
export type { TrailStatus } from './evidence/cloudtrail/trail-status.ts';
export type { AdvancedSelector, EventSelector } from './evidence/cloudtrail/event-selectors.ts';
export type { CredentialRow } from './evidence/iam/credential-report.ts';
export * from './inputs.ts';
export * from './outcome.ts';
export * from './person.ts';
export * from './preflight.ts';
export * from './problem.ts';
export * from './reading.ts';
export * from './region-list.ts';
export * from './regions.ts';
export * from './report.ts';
export * from './roles.ts';
export * from './scan.ts';
export * from './schedule.ts';
export * from './sentence-writer.ts';
export * from './storage.ts';
export * from './text.ts';
export * from './verdict-reasons.ts';
export * from './words.ts';
