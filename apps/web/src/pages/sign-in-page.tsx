import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { problems, problemSentence, type ProblemCode } from '@ippo/contracts';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { paths } from '../app/paths.ts';
import { EntryFrame } from '../features/entry/entry-frame.tsx';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { signIn } from '../lib/sign-in.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { ProblemText } from '../ui/problem-text.tsx';

/** Only an address inside the web; anything else leads to the overview. */
function ownAddress(then: string | null): string {
  return then !== null && /^\/(?![/\\])/.test(then) ? then : paths.overview;
}

/** Sign-in, without a hint which part was wrong. */
export function SignInPage() {
  return (
    <LazyTexts part="entry">
      <SignIn />
    </LazyTexts>
  );
}

function SignIn() {
  const t = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [params] = useSearchParams();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const status = useQuery(queries.status.queryOptions({ retry: false }));
  const enter = useMutation({
    mutationFn: () => signIn(email, password),
    onSuccess: async () => {
      client.clear();
      await navigate(ownAddress(params.get('then')), { replace: true });
    },
  });
  useDocumentTitle([t('sign-in.title')]);
  return (
    <EntryFrame>
      <h1>{t('sign-in.title')}</h1>
      {status.data?.ownerExists === false ? (
        <Alert type="warning" header={t('sign-in.no-owner')}>
          {problemSentence('setup-required', {}, language)}
        </Alert>
      ) : (
        <>
          <ReturnedProblem code={params.get('problem')} />
          {status.data?.sso ? (
            <SsoButton name={status.data.sso.name} to={ownAddress(params.get('then'))} />
          ) : null}
          <p className="entry-text">{t('sign-in.text')}</p>
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
              <Button variant="primary" formAction="submit" fullWidth loading={enter.isPending}>
                {t('sign-in.submit')}
              </Button>
            </SpaceBetween>
          </form>
        </>
      )}
    </EntryFrame>
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
