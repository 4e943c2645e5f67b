import { Refusal } from './refusal.ts';

/**
 * Reads a list to its end, also past empty pages. A later page that is refused refuses the list, with
 * the earlier pages as what could be read; a page without its list, or a token that comes twice, is malformed.
 */
export async function allPages<Page, Item>(
  fetch: (token: string | undefined) => Promise<Page>,
  items: (page: Page) => readonly Item[] | undefined,
  nextToken: (page: Page) => string | undefined,
): Promise<Item[]> {
  const read: Item[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  try {
    do {
      const page = await fetch(token);
      const found = items(page);
      if (!found) throw new Refusal('malformed', 'list missing');
      for (const item of found) read.push(item);
      token = nextToken(page);
      if (!isToken(token)) throw new Refusal('malformed', 'page token odd');
      if (token && seen.has(token)) throw new Refusal('malformed', 'page token repeated');
      if (token) seen.add(token);
    } while (token);
    return read;
  } catch (error) {
    if (error instanceof Refusal && token !== undefined) error.partial = read;
    throw error;
  }
}

/** Some services end with an empty token; anything but a text would end the list or never. */
function isToken(token: unknown): boolean {
  return token === undefined || typeof token === 'string';
}

/** The marker of IAM's next page; a list that is cut off without one is malformed (IAM API, `IsTruncated`). */
export function markerOf(page: { IsTruncated?: boolean | undefined; Marker?: string | undefined }) {
  if (page.IsTruncated && !page.Marker) throw new Refusal('malformed', 'marker missing');
  return page.Marker;
}
