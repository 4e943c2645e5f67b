import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useText } from '../../i18n/text.tsx';
import { api } from '../../lib/api-client.ts';
import { signIn } from '../../lib/sign-in.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { ChosenPassword, lacking } from '../../ui/chosen-password.tsx';

/** Name and password of somebody who was invited; signs them in. */
export function JoinForm({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useText();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const join = useMutation({
    mutationFn: async () => {
      const { email } = await api.invites.accept({ token, name, password });
      await signIn(email, password);
    },
    onSuccess: onDone,
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '' && lacking(password) === 0) join.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <SpaceBetween size="m">
        {join.error ? <ProblemText error={join.error} /> : null}
        <FormField
          label={t('setup.name')}
          errorText={tried && name.trim() === '' ? t('setup.missing-name') : ''}
          stretch
        >
          <Input
            value={name}
            name="name"
            autoComplete="name"
            onChange={({ detail }) => setName(detail.value)}
          />
        </FormField>
        <ChosenPassword value={password} tried={tried} onChange={setPassword} />
        <Button variant="primary" formAction="submit" fullWidth loading={join.isPending}>
          {t('join.submit')}
        </Button>
      </SpaceBetween>
    </form>
  );
}
