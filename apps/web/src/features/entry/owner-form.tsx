import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useText } from '../../i18n/text.tsx';
import { api } from '../../lib/api-client.ts';
import { signIn } from '../../lib/sign-in.ts';
import { ProblemText } from '../../ui/problem-text.tsx';

const passwordLength = 14;

/** Name, e-mail and password of the owner; says what is missing only after a try. */
export function OwnerForm({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useText();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: async () => {
      await api.setup.createOwner({ token, name, email, password });
      await signIn(email, password);
    },
    onSuccess: onDone,
  });
  const faults = {
    name: name.trim() === '' ? t('setup.missing-name') : '',
    email: /^\S+@\S+\.\S+$/.test(email) ? '' : t('setup.missing-email'),
    password:
      password.length < passwordLength
        ? t('setup.short-password', { n: passwordLength - password.length })
        : '',
  };

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (Object.values(faults).every((fault) => fault === '')) create.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Form>
        <SpaceBetween size="m">
          {create.error ? <ProblemText error={create.error} /> : null}
          <FormField label={t('setup.name')} errorText={tried ? faults.name : ''} stretch>
            <Input
              value={name}
              name="name"
              autoComplete="name"
              onChange={({ detail }) => setName(detail.value)}
            />
          </FormField>
          <FormField label={t('setup.email')} errorText={tried ? faults.email : ''} stretch>
            <Input
              value={email}
              type="email"
              name="email"
              autoComplete="username"
              onChange={({ detail }) => setEmail(detail.value)}
            />
          </FormField>
          <FormField
            label={t('setup.password')}
            constraintText={t('setup.password-hint')}
            errorText={tried ? faults.password : ''}
            stretch
          >
            <Input
              value={password}
              type="password"
              name="password"
              autoComplete="new-password"
              onChange={({ detail }) => setPassword(detail.value)}
            />
          </FormField>
          <Button variant="primary" formAction="submit" fullWidth loading={create.isPending}>
            {t('setup.submit')}
          </Button>
          <p className="fine">{t('setup.next')}</p>
        </SpaceBetween>
      </Form>
    </form>
  );
}
