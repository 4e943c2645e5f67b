import type { Assessment } from '@ippo/contracts';
import type { ReportContext } from '../define-report-format.ts';
import { documentOf, openingOf } from '../document/document-of.ts';
import { compile } from './compile.ts';

/** With more findings than this the pages are not counted: setting all of them takes longer than a look. */
const mostCounted = 1_500;

/** The PDF's summary as a picture; `pages` is null where counting them would take too long. */
export type PdfPreview = { svg: string; page: 2; pages: number | null };

/**
 * Draws page 2 of the report, the summary, as SVG with its letters as outlines. Synchronous for up to two
 * seconds once it begins, like the PDF itself.
 */
export async function pdfPreview(
  assessment: Assessment,
  context: ReportContext,
): Promise<PdfPreview> {
  const findings = assessment.checks.reduce((sum, check) => sum + check.findings.length, 0);
  const pages =
    findings > mostCounted
      ? null
      : (await compile(documentOf(assessment, context), { preview: 'no', pages: '' })).pages;
  const opening = openingOf(assessment, context);
  const { svg } = await compile(opening, { preview: 'yes', pages: pages?.toString() ?? '' });
  return { svg: svg(), page: 2, pages };
}
