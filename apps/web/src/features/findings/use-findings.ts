import type { FindingSort } from '@ippo/contracts';
import { findingSorts } from '@ippo/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { queries, type api } from '../../lib/api-client.ts';
import { addressOf, apiQuery, readQuery, type FindingQuery } from './finding-query.ts';
import { lineOf, lineOfGroup } from './listed-rows.ts';

/** How the list is sorted, and which page of it is shown. */
type Place = { sort: FindingSort; order: 'asc' | 'desc'; cursor?: string; page: number };

/** The list that the address asks for, and how to ask for another one. */
export function useFindings() {
  const [params, setParams] = useSearchParams();
  const query = readQuery(params);
  const place = readPlace(params);
  const account = params.get('account');
  const filter = { ...apiQuery(query), ...(account !== null && { account }) };
  const { sort, order, cursor } = place;
  const group = params.get('group') !== 'off';
  const input = { ...filter, sort, order, ...(cursor !== undefined && { cursor }) };
  const plain = useQuery(
    queries.findings.list.queryOptions({
      ...{ input, enabled: !group, placeholderData: keepPreviousData },
    }),
  );
  const grouped = useQuery(
    queries.findings.groups.queryOptions({
      ...{ input, enabled: group, placeholderData: keepPreviousData },
    }),
  );
  const list = group ? grouped : plain;
  // The list stays in sight while it is put together another way.
  const [first, other] = group ? [grouped.data, plain.data] : [plain.data, grouped.data];
  const answer = first ?? other;
  const data = useMemo(() => answer && shownOf(answer), [answer]);

  function go(next: FindingQuery, at: Partial<Place> = {}): void {
    const to = new URLSearchParams(addressOf(next));
    const { sort: by = sort, order: way = order, cursor: from, page = 1 } = at;
    if (by !== 'severity' || way !== 'asc') {
      to.set('sort', by);
      to.set('order', way);
    }
    if (from !== undefined) {
      to.set('cursor', from);
      to.set('page', String(page));
    }
    for (const kept of ['account', 'lang', 'group']) {
      const value = params.get(kept);
      if (value !== null) to.set(kept, value);
    }
    setParams(to);
    // Another page begins at its first row.
    if (from !== cursor) scrollTo(0, 0);
  }

  /** The same filter, each finding by itself or those that say the same together. */
  function setGroup(on: boolean): void {
    const to = new URLSearchParams(params);
    for (const dropped of ['cursor', 'page', 'group']) to.delete(dropped);
    if (!on) to.set('group', 'off');
    setParams(to);
  }

  /** The address of another filter, put together as this one is. */
  function hrefOf(next: FindingQuery): string {
    const text = [addressOf(next), ...(group ? [] : ['group=off'])].filter((one) => one !== '');
    return text.length === 0 ? paths.findings : `${paths.findings}?${text.join('&')}`;
  }

  const busy = list.isPlaceholderData || first === undefined;
  const address = params.toString();
  return { ...{ query, filter, place, group, list, data, busy, address }, go, setGroup, hrefOf };
}

export type FindingsList = ReturnType<typeof useFindings>;
export type FindingsData = NonNullable<FindingsList['data']>;

type Plain = Awaited<ReturnType<typeof api.findings.list>>;
type Grouped = Awaited<ReturnType<typeof api.findings.groups>>;

/** What came as lines of the list; `groups` is null where each finding stands by itself. */
function shownOf(answer: Plain | Grouped) {
  const { total, counts, next } = answer;
  if ('findings' in answer)
    return { total, counts, next, groups: null, lines: answer.findings.map(lineOf) };
  const lines = answer.groups.flatMap(lineOfGroup);
  return { total, counts, next, groups: answer.groupCount, lines };
}

function readPlace(params: URLSearchParams): Place {
  const cursor = params.get('cursor');
  return {
    sort: findingSorts.find((one) => one === params.get('sort')) ?? 'severity',
    order: params.get('order') === 'desc' ? 'desc' : 'asc',
    page: Math.max(1, Number(params.get('page')) || 1),
    ...(cursor !== null && { cursor }),
  };
}
