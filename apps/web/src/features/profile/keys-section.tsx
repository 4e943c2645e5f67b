import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { keyScopes, type KeyScope } from '@ippo/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Text, useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { When } from '../../ui/when.tsx';
import { KeyRows } from '../../ui/key-rows.tsx';
import { useWithRecent } from '../../ui/recent-sign-in.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';

const dayChoices = [30, 90, 365] as const;

/** One's own API keys; a new one is shown this once. */
export function KeysSection() {
  const t = useText();
  const client = useQueryClient();
  const keys = useQuery(queries.profile.keys.queryOptions());
  const renew = () => client.invalidateQueries({ queryKey: queries.profile.keys.key() });
  const revoke = useMutation({
    mutationFn: (id: string) => api.profile.revokeKey({ id }),
    onSuccess: renew,
  });
  const error = keys.error ?? revoke.error;
  return (
    <PageSection id="keys" title={t('profile.keys')} about={t('profile.keys-text')}>
      {error ? <ProblemText error={error} /> : null}
      {keys.data?.keys.length === 0 ? (
        <p className="plain muted">{t('profile.no-keys')}</p>
      ) : (
        <KeyRows
          keys={keys.data?.keys ?? []}
          busy={revoke.isPending ? revoke.variables : null}
          onRevoke={(id) => revoke.mutate(id)}
        />
      )}
      <NewKey onMade={() => void renew()} />
    </PageSection>
  );
}

function NewKey({ onMade }: { onMade: () => void }) {
  const t = useText();
  const withRecent = useWithRecent();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<KeyScope>('read');
  const [days, setDays] = useState(90);
  const [tried, setTried] = useState(false);
  const make = useMutation({
    mutationFn: () => withRecent(() => api.profile.makeKey({ name, scope, days })),
    onSuccess: () => {
      setName('');
      setTried(false);
      onMade();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '') make.mutate();
  }

  if (make.data)
    return (
      <ShownOnce
        header={t('profile.key-once')}
        text={<Text id="people.works-until" values={{ when: <When at={make.data.expiresAt} /> }} />}
        secret={make.data.key}
        copy={t('profile.key-copy')}
        close={t('profile.key-closed')}
        onClose={() => make.reset()}
      />
    );
  return (
    <form className="narrow-form" noValidate onSubmit={submit}>
      <SpaceBetween size="m">
        {make.error ? <ProblemText error={make.error} /> : null}
        <FormField
          label={t('profile.key-name')}
          errorText={tried && name.trim() === '' ? t('profile.key-missing-name') : ''}
          stretch
        >
          <Input value={name} onChange={({ detail }) => setName(detail.value)} />
        </FormField>
        <FormField label={t('profile.key-scope')} stretch>
          <RadioGroup
            value={scope}
            items={keyScopes.map((value) => ({
              value,
              label: t(`profile.key-${value}`),
              description: t(`profile.key-${value}-text`),
            }))}
            onChange={({ detail }) => setScope(detail.value as KeyScope)}
          />
        </FormField>
        <FormField label={t('profile.key-days')} stretch>
          <RadioGroup
            value={String(days)}
            items={dayChoices.map((n) => ({
              value: String(n),
              label: t('profile.key-days-n', { n }),
            }))}
            onChange={({ detail }) => setDays(Number(detail.value))}
          />
        </FormField>
        <Button formAction="submit" loading={make.isPending}>
          {t('profile.key-make')}
        </Button>
      </SpaceBetween>
    </form>
  );
}
