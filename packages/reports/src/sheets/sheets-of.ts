import type { Assessment } from '@ippo/contracts';
import type { ReportContext } from '../define-report-format.ts';
import { writingOf, type Writing } from '../document/writing.ts';
import { checksSheet } from './checks.ts';
import { completenessSheet } from './completeness.ts';
import { findingsSheet } from './findings.ts';
import { answersSheet, auditTrailSheet, exceptionsSheet } from './people.ts';
import { callsSheet, populationsSheet, regionsSheet, unreadableSheet } from './readings.ts';
import { scansSheet, thresholdsSheet } from './records.ts';
import type { Sheet } from './sheet.ts';
import { summarySheet } from './summary.ts';

const sheets: readonly ((writing: Writing) => Sheet)[] = [
  ...[summarySheet, findingsSheet, checksSheet, completenessSheet, regionsSheet, unreadableSheet],
  ...[populationsSheet, exceptionsSheet, answersSheet, thresholdsSheet, scansSheet],
  ...[auditTrailSheet, callsSheet],
];

/** The auditor's report as tables, in the context's language. */
export function sheetsOf(assessment: Assessment, context: ReportContext): Sheet[] {
  const writing = writingOf(assessment, context);
  return sheets.map((sheet) => sheet(writing));
}
