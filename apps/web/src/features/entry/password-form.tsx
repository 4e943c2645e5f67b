import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { signIn, type Entered } from '../../lib/sign-in.ts';
import { ProblemText } from '../../ui/problem-text.tsx';

/** E-mail and password; `onEntered` says what they opened. */
export function PasswordForm(props: { primary: boolean; onEntered: (entered: Entered) => void }) {
  const t = useText();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => signIn(email, password),
    onSuccess: props.onEntered,
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate();
      }}
    >
      <SpaceBetween size="m">
        {enter.error ? <ProblemText error={enter.error} /> : null}
        <FormField label={t('setup.email')} stretch>
          <Input
            value={email}
            type="email"
            name="email"
            autoComplete="username"
            onChange={({ detail }) => setEmail(detail.value)}
          />
        </FormField>
        <FormField label={t('setup.password')} stretch>
          <Input
            value={password}
            type="password"
            name="password"
            autoComplete="current-password"
            onChange={({ detail }) => setPassword(detail.value)}
          />
        </FormField>
        <Button
          variant={props.primary ? 'primary' : 'normal'}
          formAction="submit"
          fullWidth
          loading={enter.isPending}
        >
          {t('sign-in.submit')}
        </Button>
      </SpaceBetween>
    </form>
  );
}
