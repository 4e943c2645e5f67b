import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useText } from '../../i18n/text.tsx';
import { api } from '../../lib/api-client.ts';
import { ProblemText } from '../../ui/problem-text.tsx';

type Props = { region: string; scanId: string; onClose: () => void };

/** An owner says why a Region is closed; the newest scan is judged anew with it. */
export function ClosedRegionForm({ region, scanId, onClose }: Props) {
  const t = useText();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const confirm = useMutation({
    mutationFn: () => api.closedRegions.confirm({ id: scanId, region, reason }),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries();
    },
  });
  const { length } = reason.trim();
  const fault = length < 10 || length > 500 ? t('closed.reason-fault') : '';

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (fault === '') confirm.mutate();
  }

  return (
    <form className="narrow-form" noValidate onSubmit={submit}>
      <SpaceBetween size="s">
        {confirm.error ? <ProblemText error={confirm.error} /> : null}
        <FormField
          label={t('closed.reason', { region })}
          constraintText={t('closed.reason-hint')}
          errorText={tried ? fault : ''}
          stretch
        >
          <Textarea value={reason} rows={2} onChange={({ detail }) => setReason(detail.value)} />
        </FormField>
        <SpaceBetween size="s" direction="horizontal">
          <Button formAction="submit" loading={confirm.isPending}>
            {t('closed.confirm')}
          </Button>
          <Button variant="link" formAction="none" onClick={onClose}>
            {t('settings.cancel')}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </form>
  );
}
