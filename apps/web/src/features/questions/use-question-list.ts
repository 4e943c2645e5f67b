import { questionStates, type QuestionState } from '@ippo/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { queries } from '../../lib/api-client.ts';

/** Questions over all accounts, or those of one state, as the address asks. */
export function useQuestionList() {
  const [params, setParams] = useSearchParams();
  const state = questionStates.find((one) => one === params.get('state'));
  const account = params.get('account');
  const cursor = params.get('cursor');
  const set: QuestionState | 'all' = state ?? 'all';
  const filter = { ...(state && { state }), ...(account !== null && { account }) };
  const list = useQuery(
    queries.attestations.questions.queryOptions({
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
