import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { dashed, type Connection } from '@ippo/contracts';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useConnectionsChanged } from './use-connections-changed.ts';

type Props = { connection: Connection; name: string; onClose: () => void };

/** Removes a connection, or empties a built-in one; says what is lost and asks for the account's digits. */
export function RemoveDialog({ connection, name, onClose }: Props) {
  const t = useText();
  const { id, account, kind } = connection;
  const stays = kind !== 'role';
  const [history, setHistory] = useState<'keep' | 'erase'>(stays ? 'erase' : 'keep');
  const [typed, setTyped] = useState('');
  const changed = useConnectionsChanged();
  const remove = useMutation(
    queries.connections.remove.mutationOptions({
      onSuccess: async () => {
        await changed();
        onClose();
      },
    }),
  );
  const repeated = typed.replaceAll(/\D/g, '');
  const ready = account === null || repeated === account;
  return (
    <Modal
      visible
      header={t(stays ? 'accounts.erase-title' : 'accounts.remove-title', { name })}
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
              disabled={!ready}
              loading={remove.isPending}
              onClick={() =>
                remove.mutate({ id, history, ...(account === null ? {} : { account: repeated }) })
              }
            >
              {t(history === 'erase' ? 'accounts.do-erase' : 'accounts.do-remove')}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {remove.error ? <ProblemText error={remove.error} /> : null}
        {stays ? (
          <p className="plain">{t('accounts.erase-text')}</p>
        ) : (
          <RadioGroup
            ariaLabel={t('accounts.history')}
            value={history}
            onChange={({ detail }) => setHistory(detail.value === 'erase' ? 'erase' : 'keep')}
            items={[
              {
                value: 'keep',
                label: t('accounts.keep'),
                description: t('accounts.keep-text'),
              },
              {
                value: 'erase',
                label: t('accounts.erase-too'),
                description: t('accounts.erase-text'),
              },
            ]}
          />
        )}
        {stays ? null : <p className="plain">{t('accounts.remove-role')}</p>}
        {account === null ? null : (
          <FormField
            label={t('accounts.repeat', { account: dashed(account) })}
            description={t('accounts.repeat-hint')}
          >
            <Input
              value={typed}
              inputMode="numeric"
              autoComplete={false}
              onChange={({ detail }) => setTyped(detail.value)}
            />
          </FormField>
        )}
      </SpaceBetween>
    </Modal>
  );
}
