import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Retention } from '@ippo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { DoneNote } from '../../ui/done-note.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';

const usualDays = '400';

/** For how long things are kept; says what that prunes before it is saved. */
export function RetentionForm({ retention }: { retention: Retention }) {
  const t = useText();
  const client = useQueryClient();
  const held = {
    limited: retention.days !== null,
    days: String(retention.days ?? usualDays),
  };
  const draft = useDraft('retention', held);
  const wanted = wantedOf(draft.value);
  const look = useMutation({
    mutationFn: (days: number | null) => api.storage.setRetention({ days, dryRun: true }),
  });
  const save = useMutation({
    mutationFn: (days: number | null) => api.storage.setRetention({ days }),
    onSuccess: () => {
      draft.discard();
      look.reset();
      return client.invalidateQueries({ queryKey: queries.storage.key() });
    },
  });
  const looked = look.data !== undefined && wanted !== undefined && look.variables === wanted;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (wanted === undefined) return;
    if (looked) save.mutate(wanted);
    else look.mutate(wanted);
  }

  return (
    <form className="narrow-form" noValidate onSubmit={submit}>
      <SpaceBetween size="m">
        {look.error || save.error ? <ProblemText error={look.error ?? save.error} /> : null}
        <FormField label={t('retention.label')} stretch>
          <RadioGroup
            value={draft.value.limited ? 'days' : 'good'}
            items={[
              { value: 'good', label: t('retention.for-good') },
              { value: 'days', label: t('retention.for-days') },
            ]}
            onChange={({ detail }) => {
              save.reset();
              draft.change({ ...draft.value, limited: detail.value === 'days' });
            }}
          />
        </FormField>
        {draft.value.limited ? (
          <FormField
            label={t('retention.days')}
            constraintText={t('retention.hint')}
            errorText={wanted === undefined ? t('retention.fault') : ''}
            stretch
          >
            <Input
              value={draft.value.days}
              inputMode="numeric"
              onChange={({ detail }) => draft.change({ ...draft.value, days: detail.value })}
            />
          </FormField>
        ) : null}
        {draft.dirty && !looked ? <Alert type="info">{t('settings.unsaved')}</Alert> : null}
        {draft.dirty && looked ? (
          <Alert type={look.data.prunes > 0 ? 'warning' : 'info'}>
            {t('retention.prunes', { n: look.data.prunes })}
          </Alert>
        ) : null}
        {draft.dirty ? (
          <SpaceBetween size="s" direction="horizontal">
            <Button
              formAction="submit"
              loading={look.isPending || save.isPending}
              disabled={wanted === undefined}
            >
              {t(looked ? 'retention.save' : 'retention.try')}
            </Button>
            <Button variant="link" formAction="none" onClick={draft.discard}>
              {t('settings.discard')}
            </Button>
          </SpaceBetween>
        ) : null}
        <DoneNote text={save.isSuccess && !draft.dirty ? t('settings.saved') : null} />
      </SpaceBetween>
    </form>
  );
}

/** Days, null for good, undefined where it is no number within the bounds. */
function wantedOf({
  limited,
  days,
}: {
  limited: boolean;
  days: string;
}): number | null | undefined {
  if (!limited) return null;
  const wanted = /^\d{2,4}$/.test(days.trim()) ? Number(days) : 0;
  return wanted >= 30 && wanted <= 3650 ? wanted : undefined;
}
