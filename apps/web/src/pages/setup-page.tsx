import Alert from '@cloudscape-design/components/alert';
import { useQuery } from '@tanstack/react-query';
import { problemSentence } from '@ippo/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../app/paths.ts';
import { EntryFrame } from '../features/entry/entry-frame.tsx';
import { OwnerForm } from '../features/entry/owner-form.tsx';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { Text, useLanguage, useText } from '../i18n/text.tsx';
import { problemOf } from '../lib/api-problem.ts';
import { queries } from '../lib/api-client.ts';
import { tokenOfAddress } from '../lib/token-of-address.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { AppLink } from '../ui/app-link.tsx';
import { ProblemText } from '../ui/problem-text.tsx';
import { When } from '../ui/when.tsx';

/** First start: the owner, by the link that Ippo printed. */
export function SetupPage() {
  return (
    <LazyTexts part="entry">
      <Setup />
    </LazyTexts>
  );
}

function Setup() {
  const t = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const [token] = useState(tokenOfAddress);
  const check = useQuery(
    queries.setup.check.queryOptions({
      input: { token },
      enabled: token !== '',
      retry: false,
      staleTime: Infinity,
      refetchOnWindowFocus: false,
    }),
  );
  useDocumentTitle([t('setup.title')]);
  const code = token === '' ? 'setup-required' : problemOf(check.error)?.code;
  return (
    <EntryFrame>
      <p className="entry-kicker">{t('setup.kicker')}</p>
      <h1>{t('setup.title')}</h1>
      {code ? (
        <Alert type="warning" header={t('setup.expired')}>
          <p className="plain">{problemSentence(code, {}, language)}</p>
          <AppLink to={paths.signIn}>{t('setup.go-sign-in')}</AppLink>
        </Alert>
      ) : null}
      {check.error && !code ? <ProblemText error={check.error} /> : null}
      {code || check.error ? null : (
        <>
          <p className="entry-text">
            {check.data ? (
              <Text id="setup.text" values={{ when: <When at={check.data.until} /> }} />
            ) : (
              t('setup.text-checking')
            )}
          </p>
          <OwnerForm token={token} onDone={() => void navigate(paths.start, { replace: true })} />
        </>
      )}
    </EntryFrame>
  );
}
