import Button from '@cloudscape-design/components/button';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Text, useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { browserName } from '../../lib/browser-name.ts';
import { DoneNote } from '../../ui/done-note.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { When } from '../../ui/when.tsx';

/** One's own browsers that are signed in. */
export function SessionsSection() {
  const t = useText();
  const client = useQueryClient();
  const sessions = useQuery(queries.profile.sessions.queryOptions());
  const renew = () => client.invalidateQueries({ queryKey: queries.profile.sessions.key() });
  const end = useMutation({
    mutationFn: (id: string) => api.profile.endSession({ id }),
    onSuccess: renew,
  });
  const others = useMutation({
    mutationFn: () => api.profile.signOutEverywhere({ thisToo: false }),
    onSuccess: renew,
  });
  const error = sessions.error ?? end.error ?? others.error;
  const list = sessions.data?.sessions ?? [];
  return (
    <PageSection
      id="sessions"
      title={t('profile.sessions')}
      actions={
        list.length > 1 ? (
          <Button loading={others.isPending} onClick={() => others.mutate()}>
            {t('profile.sessions-end')}
          </Button>
        ) : null
      }
    >
      {error ? <ProblemText error={error} /> : null}
      <ul className="thing-list" aria-busy={sessions.isPending}>
        {list.map(({ id, browser, current, address, signedInAt, lastSeenAt, expiresAt }) => {
          const name = browserName(browser) ?? t('profile.session-unknown');
          return (
            <li key={id}>
              <div>
                <strong>{name}</strong>
                {current ? ` (${t('profile.session-this')})` : ''}
                <div className="things">
                  {address === null ? null : <span className="mono">{address}</span>}
                  <span>
                    <Text id="profile.session-since" values={{ when: <When at={signedInAt} /> }} />
                  </span>
                  <span>
                    <Text id="profile.session-seen" values={{ when: <When at={lastSeenAt} /> }} />
                  </span>
                  <span>
                    <Text id="profile.session-until" values={{ when: <When at={expiresAt} /> }} />
                  </span>
                </div>
              </div>
              {current ? null : (
                <Button
                  ariaLabel={t('profile.session-end-named', { name })}
                  loading={end.isPending && end.variables === id}
                  onClick={() => end.mutate(id)}
                >
                  {t('profile.session-end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <DoneNote text={others.data ? t('profile.sessions-ended', { n: others.data.ended }) : null} />
    </PageSection>
  );
}
