import type { Assessment, ReportPreview } from '@ippo/contracts';
import type { ReportContext } from '@ippo/reports';
import type { WritingFormat } from '../check-order.ts';

const mostLines = 40;
const widestLine = 160;

/** What a file would begin with, as one JSON document. */
export async function* preview(
  format: WritingFormat,
  assessment: Assessment,
  context: ReportContext,
  fileName: string,
): AsyncGenerator<string, void> {
  const shown: ReportPreview = {
    kind: 'lines',
    lines: await firstLines(format.renderReport(assessment, context)),
    fileName,
  };
  yield JSON.stringify(shown);
}

async function firstLines(parts: AsyncIterable<string | Uint8Array>): Promise<string[]> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of parts) {
    text += typeof part === 'string' ? part : decoder.decode(part, { stream: true });
    if (text.split('\n').length > mostLines || text.length > mostLines * widestLine) break;
  }
  return text
    .split('\n')
    .slice(0, mostLines)
    .map((line) => (line.length > widestLine ? `${line.slice(0, widestLine)}…` : line));
}
