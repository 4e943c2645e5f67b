import { useQuery, useQueryClient } from '@tanstack/react-query';
import { permissionWords, roleVerbs, roleWords } from '@ippo/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../app/paths.ts';
import { EntryFrame } from '../features/entry/entry-frame.tsx';
import { JoinForm } from '../features/entry/join-form.tsx';
import { isDeadLink, LinkStates } from '../features/entry/link-states.tsx';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { Text, useLanguage, useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { tokenOfAddress } from '../lib/token-of-address.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { When } from '../ui/when.tsx';

/** Behind an invitation: what it gives, and the form to take it up. */
export function JoinPage() {
  return (
    <LazyTexts part="entry">
      <EntryFrame>
        <Join />
      </EntryFrame>
    </LazyTexts>
  );
}

function Join() {
  const t = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [token] = useState(tokenOfAddress);
  const check = useQuery(
    queries.invites.check.queryOptions({
      input: { token },
      enabled: token !== '',
      retry: false,
      staleTime: Infinity,
      refetchOnWindowFocus: false,
    }),
  );
  const title = t(isDeadLink(token, check.error) ? 'link.expired' : 'join.title');
  useDocumentTitle([title]);
  return (
    <>
      <p className="entry-kicker">{t('join.kicker')}</p>
      <h1>{title}</h1>
      <LinkStates token={token} check={check}>
        {({ email, role, until, expiresAt }) => (
          <>
            <p className="entry-text">
              <Text
                id="join.text"
                values={{
                  role: <strong>{roleWords[role][language]}</strong>,
                  email: <strong>{email}</strong>,
                }}
              />
            </p>
            <p className="plain">{t('join.role-text', { role: roleWords[role][language] })}</p>
            <ul className="entry-verbs">
              {roleVerbs[role].map((verb) => (
                <li key={verb}>{permissionWords[verb][language]}</li>
              ))}
            </ul>
            {until === null ? null : (
              <p className="plain">
                <Text id="join.until" values={{ when: <When at={until} /> }} />
              </p>
            )}
            <JoinForm
              token={token}
              onDone={() => {
                client.clear();
                void navigate(paths.overview, { replace: true });
              }}
            />
            <p className="fine">
              <Text id="join.link-until" values={{ when: <When at={expiresAt} /> }} />
            </p>
          </>
        )}
      </LinkStates>
    </>
  );
}
