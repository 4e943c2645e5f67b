import Button from '@cloudscape-design/components/button';
import { dashed, roleWords, type Invite } from '@ippo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Text, useLanguage, useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { When } from '../../ui/when.tsx';

/** Invitations that nobody took up yet. */
export function Invites({ invites }: { invites: readonly Invite[] }) {
  const t = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (id: string) => api.team.revokeInvite({ id }),
    onSuccess: () => client.invalidateQueries({ queryKey: queries.team.list.key() }),
  });
  return (
    <PageSection id="invitations" title={t('team.invites')}>
      {withdraw.error ? <ProblemText error={withdraw.error} /> : null}
      {invites.length === 0 ? (
        <p className="plain muted">{t('team.no-invites')}</p>
      ) : (
        <ul className="thing-list">
          {invites.map(({ id, email, role, accounts, until, expiresAt, invitedBy }) => (
            <li key={id}>
              <div>
                <strong className="arn">{email}</strong>
                <div className="things">
                  <span>{roleWords[role][language]}</span>
                  <span>{accounts?.map(dashed).join(', ') ?? t('people.every-account')}</span>
                  {until === null ? null : (
                    <span>
                      <Text id="team.until" values={{ when: <When at={until} /> }} />
                    </span>
                  )}
                  <span>
                    {t('team.link-until')} <When at={expiresAt} />
                  </span>
                  {invitedBy === null ? null : (
                    <span>{t('team.invited-by', { name: invitedBy })}</span>
                  )}
                </div>
              </div>
              <Button
                ariaLabel={t('team.withdraw-named', { name: email })}
                loading={withdraw.isPending && withdraw.variables === id}
                onClick={() => withdraw.mutate(id)}
              >
                {t('team.withdraw')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </PageSection>
  );
}
