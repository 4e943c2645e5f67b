import { exceptionStates, type ExceptionScope } from '@ippo/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { queries, type api } from '../../lib/api-client.ts';

/** What a list of exceptions is narrowed to; the address names all but the first. */
export const exceptionSets = {
  open: 'active,waiting',
  expired: 'expired',
  revoked: 'revoked',
  all: exceptionStates.join(','),
} as const;
export type ExceptionSet = keyof typeof exceptionSets;

/** The list that the address asks for. */
export function useExceptions() {
  const [params, setParams] = useSearchParams();
  const named = params.get('state');
  const set = (Object.keys(exceptionSets) as ExceptionSet[]).find((one) => one === named) ?? 'open';
  const filter = { state: exceptionSets[set], ...accountOf(params) };
  const cursor = params.get('cursor');
  const list = useQuery(
    queries.exceptions.list.queryOptions({
      input: { ...filter, ...(cursor !== null && { cursor }) },
      placeholderData: keepPreviousData,
    }),
  );
  function goTo(next: string | null): void {
    const to = new URLSearchParams(params);
    if (next === null) to.delete('cursor');
    else to.set('cursor', next);
    setParams(to);
  }
  return { set, filter, list, cursor, goTo };
}

/** The account that the address names, as a query's input. */
export function accountOf(params: URLSearchParams): { account?: string } {
  const account = params.get('account');
  return account === null ? {} : { account };
}

/** What a scope covers, counted before anything is accepted. */
export function usePreview(scope: ExceptionScope) {
  return useQuery(
    queries.exceptions.preview.queryOptions({ input: scope, placeholderData: keepPreviousData }),
  );
}

/** Whether the rules ask for a second person. */
export function useRules() {
  return useQuery(
    queries.exceptions.list.queryOptions({ input: { state: 'waiting' }, staleTime: 60_000 }),
  ).data?.rules;
}

/** Everything that shows a flag is read again. */
export function useReread() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [queries.exceptions.key(), queries.findings.key(), queries.reports.key()].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
}

/** Accepts a risk, or asks for it. */
export function useAccept() {
  const reread = useReread();
  return useMutation(queries.exceptions.make.mutationOptions({ onSuccess: reread }));
}

/** Findings that were selected from a list, as the API takes them. */
export type SelectionQuery = Parameters<typeof api.exceptions.previewSelection>[0]['selection'];

/** What accepting selected findings covers, counted before anything is accepted. */
export function useSelectionPreview(selection: SelectionQuery) {
  return useQuery(queries.exceptions.previewSelection.queryOptions({ input: { selection } }));
}

/** Accepts the risk of selected findings, or asks for it. */
export function useAcceptSelected() {
  const reread = useReread();
  return useMutation(queries.exceptions.makeOfSelection.mutationOptions({ onSuccess: reread }));
}
