import type { GivenAnswer } from '@ippo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queries } from './api-client.ts';
import { useReport } from './use-report.ts';

/** What people answered about the account that the report shows, newest first. */
export function useAnswers() {
  const id = useReport().data?.scan.id ?? '';
  return useQuery(queries.attestations.list.queryOptions({ input: { id }, enabled: id !== '' }));
}

/** Gives an answer; the report that it changes is read again. */
export function useGiveAnswer() {
  const client = useQueryClient();
  return useMutation(
    queries.attestations.answer.mutationOptions({
      onSuccess: () =>
        Promise.all([
          client.invalidateQueries({ queryKey: queries.attestations.key() }),
          client.invalidateQueries({ queryKey: queries.reports.key() }),
        ]),
    }),
  );
}

/** The newest answer to one question, if somebody gave one. */
export function newestAnswer(
  answers: readonly GivenAnswer[],
  check: string,
  question: string,
): GivenAnswer | undefined {
  return answers.find((one) => one.check === check && one.question === question);
}
