import type { FindingSort } from '@ippo/contracts';
import { findingSorts } from '@ippo/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { queries } from '../../lib/api-client.ts';
import { addressOf, apiQuery, readQuery, type FindingQuery } from './finding-query.ts';

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
  const list = useQuery(
    queries.findings.list.queryOptions({
      input: { ...filter, sort, order, ...(cursor !== undefined && { cursor }) },
      placeholderData: keepPreviousData,
    }),
  );

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
    for (const kept of ['account', 'lang']) {
      const value = params.get(kept);
      if (value !== null) to.set(kept, value);
    }
    setParams(to);
    // Another page begins at its first row.
    if (from !== cursor) scrollTo(0, 0);
  }

  return { query, filter, place, list, go, address: params.toString() };
}

export type FindingsList = ReturnType<typeof useFindings>;
export type FindingsData = NonNullable<FindingsList['list']['data']>;

function readPlace(params: URLSearchParams): Place {
  const cursor = params.get('cursor');
  return {
    sort: findingSorts.find((one) => one === params.get('sort')) ?? 'severity',
    order: params.get('order') === 'desc' ? 'desc' : 'asc',
    page: Math.max(1, Number(params.get('page')) || 1),
    ...(cursor !== null && { cursor }),
  };
}
