import { ApiProblem } from './api-problem.ts';

/**
 * Fetches a table as a file and hands it to the browser to save; the file's name. Throws ApiProblem, also
 * where the file broke off: half a file is never saved.
 */
export async function saveExport(
  table: string,
  query: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  const address = `/api/exports/${encodeURIComponent(table)}`;
  const response = await fetch(`${address}?${new URLSearchParams(given).toString()}`);
  if (!response.ok) throw await problemIn(response);
  const file = await response.blob().catch(() => {
    throw new ApiProblem('export-cut-off');
  });
  const name = fileNameOf(response.headers.get('content-disposition')) ?? table;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken it by then; without this the file would stay in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}

async function problemIn(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  return ApiProblem.from(body, response.status);
}

/** The name that a `Content-Disposition` gives to a file. */
export function fileNameOf(disposition: string | null): string | null {
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? null;
}
