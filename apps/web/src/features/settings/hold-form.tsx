import Button from '@cloudscape-design/components/button';
import DateInput from '@cloudscape-design/components/date-input';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { NewHold } from '@ippo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { useReaderZone } from '../../lib/reader-zone.ts';
import { endOfDay, startOfDay } from '../../lib/zoned-day.ts';
import { ProblemText } from '../../ui/problem-text.tsx';

const empty = { account: '', first: '', last: '', reason: '' };

/** Holds a period of whole days by the reader's zone. */
export function HoldForm({ onClose }: { onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const zone = useReaderZone();
  const [written, setWritten] = useState(empty);
  const [tried, setTried] = useState(false);
  const hold = useMutation({
    mutationFn: (given: NewHold) => api.storage.hold(given),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queries.storage.key() });
      onClose();
    },
  });
  const account = written.account.replaceAll(/[\s-]/g, '');
  const from = startOfDay(written.first, zone);
  const until = written.last === '' ? null : endOfDay(written.last, zone);
  const faults = {
    account: account === '' || /^\d{12}$/.test(account) ? '' : t('holds.account-fault'),
    first: from === null ? t('holds.day-fault') : '',
    last: written.last !== '' && until === null ? t('holds.day-fault') : '',
    reason: written.reason.trim().length < 3 ? t('holds.reason-fault') : '',
  };

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (from === null || Object.values(faults).some((fault) => fault !== '')) return;
    hold.mutate({ account: account || null, from, until, reason: written.reason });
  }

  return (
    <form className="narrow-form" noValidate onSubmit={submit}>
      <SpaceBetween size="m">
        {hold.error ? <ProblemText error={hold.error} /> : null}
        <FormField label={t('holds.reason')} errorText={tried ? faults.reason : ''} stretch>
          <Input
            value={written.reason}
            onChange={({ detail }) => setWritten({ ...written, reason: detail.value })}
          />
        </FormField>
        <FormField
          label={t('holds.account')}
          constraintText={t('holds.account-hint')}
          errorText={tried ? faults.account : ''}
          stretch
        >
          <Input
            value={written.account}
            inputMode="numeric"
            onChange={({ detail }) => setWritten({ ...written, account: detail.value })}
          />
        </FormField>
        <FormField label={t('holds.first-day')} errorText={tried ? faults.first : ''} stretch>
          <DateInput
            value={written.first}
            format="iso"
            placeholder="YYYY-MM-DD"
            onChange={({ detail }) => setWritten({ ...written, first: detail.value })}
          />
        </FormField>
        <FormField label={t('holds.last-day')} errorText={tried ? faults.last : ''} stretch>
          <DateInput
            value={written.last}
            format="iso"
            placeholder="YYYY-MM-DD"
            onChange={({ detail }) => setWritten({ ...written, last: detail.value })}
          />
        </FormField>
        <SpaceBetween size="s" direction="horizontal">
          <Button formAction="submit" loading={hold.isPending}>
            {t('holds.save')}
          </Button>
          <Button variant="link" formAction="none" onClick={onClose}>
            {t('settings.cancel')}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </form>
  );
}
