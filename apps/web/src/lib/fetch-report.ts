import type { ReportOrder } from '@ippo/contracts';
import { ApiProblem } from './api-problem.ts';
import { fileNameOf } from './save-export.ts';

/** A report as it arrived. */
export type FetchedReport = { name: string; file: Blob; sha256: string };
/** What is asked for; what is left out is the API's own default. */
export type AskedReport = Partial<ReportOrder> & Pick<ReportOrder, 'format'>;

/**
 * Has a report made, and tells the bytes that came so far. Throws ApiProblem, also where the file broke off, and
 * an AbortError where the signal says so: half a file is never handed out.
 */
export async function fetchReport(
  order: AskedReport,
  { signal, onBytes }: { signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<FetchedReport> {
  const response = await fetch('/api/reports/files', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
    signal,
  });
  if (!response.ok || response.body === null) {
    const body: unknown = await response.json().catch(() => null);
    throw ApiProblem.from(body, response.status);
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      size += value.length;
      onBytes(size);
    }
  } catch (error) {
    throw signal.aborted ? error : new ApiProblem('export-cut-off');
  }
  const type = response.headers.get('content-type') ?? '';
  const name = fileNameOf(response.headers.get('content-disposition')) ?? 'report';
  const file = new Blob(parts, { type });
  const { digestOf } = await import('@ippo/pack');
  return { name, file, sha256: digestOf(new Uint8Array(await file.arrayBuffer())) };
}

/** Hands a file to the browser to save. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken it by then; without this the file would stay in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
