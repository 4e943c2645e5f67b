import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';

/** The password before something about the second step is changed. */
export function PasswordStep(props: {
  text?: string;
  act: string;
  mutation: { isPending: boolean; error: unknown; mutate: (password: string) => void };
  onStop: () => void;
}) {
  const t = useText();
  const [password, setPassword] = useState('');
  const { mutation } = props;
  return (
    <form
      className="narrow-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') mutation.mutate(password);
      }}
    >
      <SpaceBetween size="m">
        {props.text ? <p className="plain">{props.text}</p> : null}
        {mutation.error ? <ProblemText error={mutation.error} /> : null}
        <FormField label={t('recent.password')} stretch>
          <Input
            value={password}
            type="password"
            autoFocus
            autoComplete="current-password"
            onChange={({ detail }) => setPassword(detail.value)}
          />
        </FormField>
        <SpaceBetween size="s" direction="horizontal">
          <Button formAction="submit" loading={mutation.isPending}>
            {props.act}
          </Button>
          <Button variant="link" formAction="none" onClick={props.onStop}>
            {t('people.cancel')}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </form>
  );
}
