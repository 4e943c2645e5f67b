import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { problems, problemSentence, type ProblemCode } from '@ippo/contracts';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { CodeStep } from '../features/entry/code-step.tsx';
import { EntryFrame } from '../features/entry/entry-frame.tsx';
import { NoRole } from '../features/entry/no-role.tsx';
import { PasskeyButton } from '../features/entry/passkey-button.tsx';
import { PasswordForm } from '../features/entry/password-form.tsx';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { ownAddress } from '../features/entry/own-address.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';

/** Sign-in, without a hint which part was wrong. */
export function SignInPage() {
  return (
    <LazyTexts part="entry">
      <EntryFrame>
        <SignIn />
      </EntryFrame>
    </LazyTexts>
  );
}

function SignIn() {
  const t = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [params] = useSearchParams();
  const [step, setStep] = useState<'ways' | 'code'>('ways');
  const status = useQuery(queries.status.queryOptions({ retry: false }));
  useDocumentTitle([t(step === 'code' ? 'sign-in.code-title' : 'sign-in.title')]);
  const then = ownAddress(params.get('then'));
  const problem = params.get('problem');

  function open(): void {
    client.clear();
    void navigate(then, { replace: true });
  }

  if (problem === 'no-role') return <NoRole then={then} />;
  if (step === 'code') return <CodeStep onDone={open} onAgain={() => setStep('ways')} />;
  return (
    <>
      <h1>{t('sign-in.title')}</h1>
      {status.data?.ownerExists === false ? (
        <Alert type="warning" header={t('sign-in.no-owner')}>
          {problemSentence('setup-required', {}, language)}
        </Alert>
      ) : (
        <SpaceBetween size="m">
          {params.has('ended') ? (
            <Alert type="info" header={t('sign-in.ended')}>
              {t('sign-in.ended-text')}
            </Alert>
          ) : null}
          <ReturnedProblem code={problem} />
          {status.data?.sso ? <SsoButton name={status.data.sso.name} to={then} /> : null}
          <PasskeyButton onDone={open} />
          <p className="entry-text entry-below">{t('sign-in.text')}</p>
          <PasswordForm
            primary={!status.data?.sso}
            onEntered={(entered) => (entered === 'code-needed' ? setStep('code') : open())}
          />
          <p className="fine">{t('sign-in.lost')}</p>
        </SpaceBetween>
      )}
    </>
  );
}

/** The organisation's own sign-in, before the password: a whole page elsewhere, so a plain link. */
function SsoButton({ name, to }: { name: string; to: string }) {
  const t = useText();
  return (
    <Button
      variant="primary"
      fullWidth
      href={`/api/auth/sso/start?${new URLSearchParams([['then', to]])}`}
    >
      {t('sign-in.sso', { name })}
    </Button>
  );
}

/** What went wrong at the organisation's sign-in, which comes back in the address. */
function ReturnedProblem({ code }: { code: string | null }) {
  const language = useLanguage();
  if (code === null || !isProblemCode(code)) return null;
  return <Alert type="error">{problemSentence(code, {}, language)}</Alert>;
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}
