import type { Assessment, ReportPreview } from '@ippo/contracts';
import { pdfPreview, sheetsOf, type ReportContext } from '@ippo/reports';
import type { WritingFormat } from '../check-order.ts';

const mostLines = 40;
const widestLine = 160;
const mostRows = 12;
const mostColumns = 10;

type Shown =
  | Omit<Extract<ReportPreview, { kind: 'page' }>, 'fileName'>
  | Omit<Extract<ReportPreview, { kind: 'rows' }>, 'fileName'>
  | Omit<Extract<ReportPreview, { kind: 'lines' }>, 'fileName'>;

/** What a file would begin with, as one JSON document. */
export async function* preview(
  format: WritingFormat,
  assessment: Assessment,
  context: ReportContext,
  fileName: string,
): AsyncGenerator<string, void> {
  const shown: ReportPreview = { ...(await shownOf(format, assessment, context)), fileName };
  yield JSON.stringify(shown);
}

async function shownOf(
  format: WritingFormat,
  assessment: Assessment,
  context: ReportContext,
): Promise<Shown> {
  if (format.id === 'xlsx' || format.id === 'csv') return firstRows(format, assessment, context);
  if (format.id === 'json' || format.id === 'markdown')
    return { kind: 'lines', lines: await firstLines(format.renderReport(assessment, context)) };
  return { kind: 'page', ...(await pdfPreview(assessment, context)) };
}

/** Findings, which both files have: the other sheets by their titles. */
function firstRows({ id }: WritingFormat, assessment: Assessment, context: ReportContext): Shown {
  const sheets = sheetsOf(assessment, context);
  const shown = sheets.find((sheet) => sheet.id === 'findings');
  if (!shown) throw new Error('no sheet has the findings');
  const rows: string[][] = [];
  for (const row of shown.rows()) {
    if (rows.length === mostRows) break;
    rows.push(row.slice(0, mostColumns).map((cell) => (cell === null ? '' : String(cell))));
  }
  return {
    kind: 'rows',
    sheets: id === 'xlsx' ? sheets.map(({ title }) => title) : [],
    headings: shown.columns.slice(0, mostColumns).map(({ heading }) => heading),
    ...{ rows, total: shown.count },
  };
}

async function firstLines(parts: AsyncIterable<string | Uint8Array>): Promise<string[]> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of parts) {
    text += typeof part === 'string' ? part : decoder.decode(part, { stream: true });
    if (text.length > mostLines * widestLine) break;
  }
  return text
    .split('\n')
    .slice(0, mostLines)
    .map((line) => (line.length > widestLine ? `${line.slice(0, widestLine)}…` : line));
}
