import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Person } from '@ippo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { DoneNote } from '../../ui/done-note.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { KeyRows } from '../../ui/key-rows.tsx';

/** Somebody's API keys, which an owner may revoke. */
export function KeysOf({ person, onStop }: { person: Person; onStop: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const input = { id: person.id };
  const keys = useQuery(queries.team.keys.queryOptions({ input }));
  const revoke = useMutation({
    mutationFn: (key: string) => api.team.revokeKey({ ...input, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: queries.team.key() }),
  });
  const error = keys.error ?? revoke.error;
  return (
    <SpaceBetween size="s">
      {error ? <ProblemText error={error} /> : null}
      {keys.data?.keys.length === 0 ? <p className="plain muted">{t('team.no-keys')}</p> : null}
      <KeyRows
        keys={keys.data?.keys ?? []}
        busy={revoke.isPending ? revoke.variables : null}
        onRevoke={(id) => revoke.mutate(id)}
      />
      <DoneNote text={revoke.isSuccess ? t('team.key-revoked') : null} />
      <Button onClick={onStop}>{t('common.close')}</Button>
    </SpaceBetween>
  );
}
