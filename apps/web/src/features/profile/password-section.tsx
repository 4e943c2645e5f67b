import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { DoneNote } from '../../ui/done-note.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { ChosenPassword, lacking } from '../../ui/chosen-password.tsx';

/** One's own password; who signs in by the organisation has none here. */
export function PasswordSection({ hasPassword }: { hasPassword: boolean }) {
  const t = useText();
  return (
    <PageSection id="password" title={t('profile.password')}>
      {hasPassword ? <PasswordForm /> : <p className="plain">{t('profile.no-password')}</p>}
    </PageSection>
  );
}

function PasswordForm() {
  const t = useText();
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () => api.profile.changePassword({ current, password }),
    onSuccess: () => {
      setCurrent('');
      setPassword('');
      setTried(false);
      return client.invalidateQueries({ queryKey: queries.profile.sessions.key() });
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (current !== '' && lacking(password) === 0) change.mutate();
  }

  return (
    <form className="narrow-form" noValidate onSubmit={submit}>
      <SpaceBetween size="m">
        {change.error ? <ProblemText error={change.error} /> : null}
        <FormField label={t('profile.current')} stretch>
          <Input
            value={current}
            type="password"
            autoComplete="current-password"
            onChange={({ detail }) => setCurrent(detail.value)}
          />
        </FormField>
        <ChosenPassword
          label={t('profile.new')}
          value={password}
          tried={tried}
          onChange={setPassword}
        />
        <Button formAction="submit" loading={change.isPending}>
          {t('profile.change')}
        </Button>
        <DoneNote text={change.data ? t('profile.changed', { n: change.data.ended }) : null} />
      </SpaceBetween>
    </form>
  );
}
