import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import type { Connection } from '@ippo/contracts';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useConnectionsChanged } from './use-connections-changed.ts';

/** Gives a connection another name; its history keeps the account. */
export function RenameDialog(props: { connection: Connection; onClose: () => void }) {
  const { connection, onClose } = props;
  const t = useText();
  const [name, setName] = useState(connection.name ?? '');
  const changed = useConnectionsChanged();
  const rename = useMutation(
    queries.connections.rename.mutationOptions({
      onSuccess: async () => {
        await changed();
        onClose();
      },
    }),
  );
  const save = () => rename.mutate({ id: connection.id, name });
  return (
    <Modal
      visible
      header={t('accounts.rename-title')}
      closeAriaLabel={t('common.close')}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t('accounts.cancel')}
            </Button>
            <Button
              variant="primary"
              disabled={name.trim() === ''}
              loading={rename.isPending}
              onClick={save}
            >
              {t('accounts.rename-save')}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <SpaceBetween size="m">
          {rename.error ? <ProblemText error={rename.error} /> : null}
          <FormField label={t('accounts.name')} description={t('accounts.name-hint')}>
            <Input value={name} autoFocus onChange={({ detail }) => setName(detail.value)} />
          </FormField>
        </SpaceBetween>
      </form>
    </Modal>
  );
}
