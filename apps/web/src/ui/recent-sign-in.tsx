import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQuery } from '@tanstack/react-query';
import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../i18n/text.tsx';
import { api, queries } from '../lib/api-client.ts';
import { problemOf } from '../lib/api-problem.ts';
import { ProblemText } from './problem-text.tsx';

type Ask = () => Promise<boolean>;
const AskContext = createContext<Ask>(() => Promise.resolve(false));

/** Runs what may need a recent sign-in: asks for the password where the API wants it, then tries once more. */
export function useWithRecent(): <Result>(run: () => Promise<Result>) => Promise<Result> {
  const ask = use(AskContext);
  return useCallback(
    async (run) => {
      try {
        return await run();
      } catch (error) {
        if (problemOf(error)?.code !== 'recent-sign-in-required' || !(await ask())) throw error;
        return run();
      }
    },
    [ask],
  );
}

/** Asks for the password again, once, for whatever below needs it. */
export function RecentSignIn({ children }: { children: ReactNode }) {
  const [settle, setSettle] = useState<((given: boolean) => void) | null>(null);
  const ask = useCallback<Ask>(() => new Promise((resolve) => setSettle(() => resolve)), []);

  function end(given: boolean): void {
    settle?.(given);
    setSettle(null);
  }

  return (
    <AskContext value={ask}>
      {children}
      {settle === null ? null : <PasswordAgain onEnd={end} />}
    </AskContext>
  );
}

function PasswordAgain({ onEnd }: { onEnd: (given: boolean) => void }) {
  const t = useText();
  const { pathname } = useLocation();
  const profile = useQuery(queries.profile.read.queryOptions());
  const [password, setPassword] = useState('');
  const confirm = useMutation({
    mutationFn: () => api.profile.confirm({ password }),
    onSuccess: () => onEnd(true),
  });
  const bySso = profile.data?.hasPassword === false;
  const then = new URLSearchParams([['then', pathname]]);
  return (
    <Modal
      visible
      header={t('recent.title')}
      closeAriaLabel={t('people.cancel')}
      onDismiss={() => onEnd(false)}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={() => onEnd(false)}>
              {t('people.cancel')}
            </Button>
            {bySso ? (
              <Button variant="primary" href={`/api/auth/sso/start?${then}`}>
                {t('recent.sso-go')}
              </Button>
            ) : (
              <Button
                variant="primary"
                loading={confirm.isPending}
                onClick={() => confirm.mutate()}
              >
                {t('recent.go')}
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!bySso) confirm.mutate();
        }}
      >
        <SpaceBetween size="m">
          <p className="plain">{t(bySso ? 'recent.sso' : 'recent.text')}</p>
          {confirm.error ? <ProblemText error={confirm.error} /> : null}
          {bySso ? null : (
            <FormField label={t('recent.password')} stretch>
              <Input
                value={password}
                type="password"
                autoFocus
                autoComplete="current-password"
                onChange={({ detail }) => setPassword(detail.value)}
              />
            </FormField>
          )}
        </SpaceBetween>
      </form>
    </Modal>
  );
}
