import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { paths } from '../app/paths.ts';
import { ChosenPassword, lacking } from '../ui/chosen-password.tsx';
import { EntryFrame } from '../features/entry/entry-frame.tsx';
import { isDeadLink, LinkStates } from '../features/entry/link-states.tsx';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { Text, useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { tokenOfAddress } from '../lib/token-of-address.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { AppLink } from '../ui/app-link.tsx';
import { ProblemText } from '../ui/problem-text.tsx';
import { When } from '../ui/when.tsx';

/** Behind a reset link: a new password, for whom it was made. */
export function ResetPage() {
  return (
    <LazyTexts part="entry">
      <EntryFrame>
        <Reset />
      </EntryFrame>
    </LazyTexts>
  );
}

function Reset() {
  const t = useText();
  const [token] = useState(tokenOfAddress);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const check = useQuery(
    queries.resets.check.queryOptions({
      input: { token },
      enabled: token !== '',
      retry: false,
      staleTime: Infinity,
      refetchOnWindowFocus: false,
    }),
  );
  const use = useMutation(queries.resets.use.mutationOptions());
  const title = t(isDeadLink(token, check.error) ? 'link.expired' : 'reset.title');
  useDocumentTitle([title]);
  if (use.data)
    return (
      <>
        <h1>{t('reset.done')}</h1>
        <p className="entry-text">{t('reset.done-text')}</p>
        <AppLink to={paths.signIn}>{t('setup.go-sign-in')}</AppLink>
      </>
    );
  return (
    <>
      <p className="entry-kicker">{t('reset.kicker')}</p>
      <h1>{title}</h1>
      <LinkStates token={token} check={check}>
        {({ email, expiresAt }) => (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              setTried(true);
              if (lacking(password) === 0) use.mutate({ token, password });
            }}
          >
            <SpaceBetween size="m">
              <p className="plain">
                <Text
                  id="reset.text"
                  values={{ email: <strong>{email}</strong>, when: <When at={expiresAt} /> }}
                />
              </p>
              <Alert type="info">{t('reset.warning')}</Alert>
              {use.error ? <ProblemText error={use.error} /> : null}
              <ChosenPassword value={password} tried={tried} onChange={setPassword} />
              <Button variant="primary" formAction="submit" fullWidth loading={use.isPending}>
                {t('reset.submit')}
              </Button>
            </SpaceBetween>
          </form>
        )}
      </LinkStates>
    </>
  );
}
