import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { problemOf } from '../../lib/api-problem.ts';
import { giveCode } from '../../lib/sign-in.ts';
import { ProblemText } from '../../ui/problem-text.tsx';

/** The second step: a code of the authenticator app, or one of the backup codes. */
export function CodeStep({ onDone, onAgain }: { onDone: () => void; onAgain: () => void }) {
  const t = useText();
  const [kind, setKind] = useState<'app' | 'backup'>('app');
  const [code, setCode] = useState('');
  const give = useMutation({
    mutationFn: () => giveCode(kind, code.trim()),
    onSuccess: onDone,
  });
  const over = problemOf(give.error)?.code === 'sign-in-required';
  return (
    <>
      <h1>{t('sign-in.code-title')}</h1>
      <p className="entry-text">
        {t(kind === 'app' ? 'sign-in.code-text' : 'sign-in.backup-text')}
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== '') give.mutate();
        }}
      >
        <SpaceBetween size="m">
          {give.error ? <ProblemText error={give.error} /> : null}
          <FormField label={t(kind === 'app' ? 'sign-in.code' : 'sign-in.backup')} stretch>
            <Input
              value={code}
              name="code"
              autoFocus
              inputMode={kind === 'app' ? 'numeric' : 'text'}
              autoComplete="one-time-code"
              onChange={({ detail }) => setCode(detail.value)}
            />
          </FormField>
          <Button variant="primary" formAction="submit" fullWidth loading={give.isPending}>
            {t('sign-in.check')}
          </Button>
          <div className="entry-ways">
            <Button
              variant="inline-link"
              formAction="none"
              onClick={() => {
                setKind(kind === 'app' ? 'backup' : 'app');
                setCode('');
                give.reset();
              }}
            >
              {t(kind === 'app' ? 'sign-in.use-backup' : 'sign-in.use-app')}
            </Button>
            <Button variant={over ? 'normal' : 'inline-link'} formAction="none" onClick={onAgain}>
              {t('sign-in.again')}
            </Button>
          </div>
        </SpaceBetween>
      </form>
    </>
  );
}
