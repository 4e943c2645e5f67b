import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import type { Connection } from '@ippo/contracts';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { ConnectStep } from './connect-step.tsx';
import { useConnectionsChanged } from './use-connections-changed.ts';

type Props = { connection: Connection | undefined; onAdded: (id: string) => void };

/** Names the connection; Ippo then makes the external id that its role has to ask for. */
export function NameStep({ connection, onAdded }: Props) {
  const t = useText();
  const draft = useDraft('connection-name', '');
  const name = draft.value;
  const [tried, setTried] = useState(false);
  const changed = useConnectionsChanged();
  const add = useMutation(
    queries.connections.add.mutationOptions({
      onSuccess: async (added) => {
        draft.discard();
        await changed();
        onAdded(added.id);
      },
    }),
  );
  if (connection)
    return (
      <ConnectStep n={1} title={t('connect.name')} now={false}>
        <p className="connect-done">
          <bdi>{connection.name}</bdi>
        </p>
      </ConnectStep>
    );
  return (
    <ConnectStep n={1} title={t('connect.name')} now>
      <form
        className="connect-body"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (name.trim() !== '') add.mutate({ name });
        }}
      >
        <SpaceBetween size="m">
          {add.error ? <ProblemText error={add.error} /> : null}
          <FormField
            label={t('accounts.name')}
            description={t('accounts.name-hint')}
            errorText={tried && name.trim() === '' ? t('connect.name-missing') : ''}
          >
            <Input value={name} autoFocus onChange={({ detail }) => draft.change(detail.value)} />
          </FormField>
          <Button variant="primary" formAction="submit" loading={add.isPending}>
            {t('connect.next')}
          </Button>
        </SpaceBetween>
      </form>
    </ConnectStep>
  );
}
