import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { api } from '../../lib/api-client.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { PasswordStep } from './password-step.tsx';
import { QrCode } from './qr-code.tsx';

type Props = { onDone: () => void; onStop: () => void };

/** Password, picture, codes to keep, first code: nothing holds before the last of them. */
export function TurnOnFactor({ onDone, onStop }: Props) {
  const t = useText();
  const begin = useMutation({
    mutationFn: (password: string) => api.profile.beginSecondFactor({ password }),
  });
  if (!begin.data)
    return (
      <PasswordStep
        text={t('profile.factor-begin-text')}
        act={t('recent.go')}
        mutation={begin}
        onStop={onStop}
      />
    );
  const { uri, backupCodes } = begin.data;
  return (
    <SpaceBetween size="l">
      <div>
        <h3>{t('profile.factor-scan')}</h3>
        <QrCode text={uri} label={t('profile.factor-qr')} />
        <p className="plain">{t('profile.factor-type')}</p>
        <code className="mono secret narrow-form">{secretOf(uri)}</code>
      </div>
      <div>
        <h3>{t('profile.factor-keep')}</h3>
        <BackupCodes codes={backupCodes} />
      </div>
      <FirstCode onDone={onDone} onStop={onStop} />
    </SpaceBetween>
  );
}

function FirstCode({ onDone, onStop }: Props) {
  const t = useText();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => api.profile.confirmSecondFactor({ code }),
    onSuccess: onDone,
  });
  return (
    <form
      className="narrow-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== '') confirm.mutate();
      }}
    >
      <SpaceBetween size="m">
        <h3 className="plain">{t('profile.factor-code')}</h3>
        {confirm.error ? <ProblemText error={confirm.error} /> : null}
        <FormField label={t('profile.factor-code-label')} stretch>
          <Input
            value={code}
            inputMode="numeric"
            autoComplete="one-time-code"
            onChange={({ detail }) => setCode(detail.value)}
          />
        </FormField>
        <SpaceBetween size="s" direction="horizontal">
          <Button formAction="submit" loading={confirm.isPending}>
            {t('profile.factor-turn-on')}
          </Button>
          <Button variant="link" formAction="none" onClick={onStop}>
            {t('people.cancel')}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </form>
  );
}

/** The key of an `otpauth:` address, in groups of four as one types it. */
function secretOf(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
