import type { ExceptionFilter, Tokens } from '@ippo/contracts';

/** Filters that hold a list of values. */
export const listedKeys = [
  ...(['outcome', 'severity', 'measure', 'service'] as const),
  ...(['check', 'region', 'change', 'framework'] as const),
] as const;
export type ListedKey = (typeof listedKeys)[number];

/** What the address narrows the list to; `since` is a day or an instant. */
export type FindingQuery = {
  tokens: Partial<Record<ListedKey, Tokens>>;
  resource?: string;
  since?: string;
  exception?: ExceptionFilter;
};

export const exceptionStates = ['accepted', 'expired', 'none'] as const satisfies ExceptionFilter[];
export const setIds = ['to-do', 'new', 'unknown', 'accepted', 'all'] as const;
/** Saved filters, each with an address of its own. */
export type SetId = (typeof setIds)[number];

const weekMs = 7 * 86_400_000;
const open: Tokens = { any: ['fail', 'blocked'], not: false };

/** What a saved filter lets through, at a time (ms). */
export function queryOfSet(set: SetId, now = Date.now()): FindingQuery {
  if (set === 'all') return { tokens: {} };
  if (set === 'accepted') return { tokens: {}, exception: 'accepted' };
  if (set === 'unknown') return { tokens: { outcome: { any: ['unknown'], not: false } } };
  if (set === 'to-do') return { tokens: { outcome: open } };
  return {
    tokens: { outcome: open, change: { any: ['new', 'reopened'], not: false } },
    since: dayOf(new Date(now - weekMs)),
  };
}

/** The filter that an address asks for: what is to do, where it names none. */
export function readQuery(params: URLSearchParams): FindingQuery {
  const query: FindingQuery = { tokens: {} };
  for (const key of listedKeys) {
    const text = params.get(key);
    if (text) query.tokens[key] = readTokens(text);
  }
  const resource = params.get('resource');
  const since = params.get('since');
  if (resource) query.resource = resource;
  if (since) query.since = since;
  const exception = exceptionStates.find((one) => one === params.get('exception'));
  if (exception) query.exception = exception;
  if (!isEmpty(query)) return query;
  const named = setIds.find((set) => set === params.get('set'));
  return queryOfSet(named ?? 'to-do');
}

/** The saved filter that a filter is, if it is one. */
export function setOf(query: FindingQuery): SetId | null {
  const text = written(query);
  return setIds.find((set) => written(queryOfSet(set)) === text) ?? null;
}

/** The query part of an address for a filter, without what a saved filter's name says. */
export function addressOf(query: FindingQuery): string {
  const set = setOf(query);
  if (set === 'to-do') return '';
  return set === 'new' || set === 'all' ? `set=${set}` : written(query);
}

/** The unknowns that a filter leaves out by outcome alone; null where it lets them through or asks for none. */
export function alsoUnknown(query: FindingQuery): FindingQuery | null {
  const { outcome, change } = query.tokens;
  if (!outcome || outcome.any.includes('unknown') !== outcome.not) return null;
  // Only fails are accepted, and only what began to fail is new.
  if (query.exception !== undefined || change) return null;
  return { ...query, tokens: { ...query.tokens, outcome: { any: ['unknown'], not: false } } };
}

/** The filter as the API takes it. */
export function apiQuery({ tokens, resource, since, exception }: FindingQuery) {
  const listed = Object.entries(tokens).map(([key, one]) => [key, writeTokens(one)] as const);
  return {
    ...(Object.fromEntries(listed) as Partial<Record<ListedKey, string>>),
    ...(resource !== undefined && { resource }),
    ...(since !== undefined && { since: instantOf(since) }),
    ...(exception !== undefined && { exception }),
  };
}

/** A day begins at midnight of the reader; whatever is no day stays for the API to refuse. */
function instantOf(since: string): string {
  const at = new Date(/^\d{4}-\d\d-\d\d$/.test(since) ? `${since}T00:00:00` : since);
  return Number.isNaN(at.getTime()) ? since : at.toISOString();
}

/** `2026-11-16` in the reader's zone. */
export function dayOf(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function isEmpty({ tokens, ...others }: FindingQuery): boolean {
  return Object.keys(tokens).length + Object.keys(others).length === 0;
}

function written({ tokens, resource, since, exception }: FindingQuery): string {
  const parts = listedKeys.flatMap((key) => {
    const one = tokens[key];
    return one ? [`${key}=${writeTokens(one)}`] : [];
  });
  if (resource !== undefined) parts.push(`resource=${encodeURIComponent(resource)}`);
  if (since !== undefined) parts.push(`since=${encodeURIComponent(since)}`);
  if (exception !== undefined) parts.push(`exception=${exception}`);
  return parts.join('&');
}

function readTokens(text: string): Tokens {
  const not = text.startsWith('!');
  return { not, any: (not ? text.slice(1) : text).split(',') };
}

function writeTokens({ any, not }: Tokens): string {
  return `${not ? '!' : ''}${any.join(',')}`;
}
