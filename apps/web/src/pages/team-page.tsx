import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { may, roleWords, type Person, type Role } from '@ippo/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { paths } from '../app/paths.ts';
import { RecentSignIn } from '../ui/recent-sign-in.tsx';
import { InviteForm } from '../features/team/invite-form.tsx';
import { Invites } from '../features/team/invites.tsx';
import type { PersonAct } from '../features/team/person-panel.tsx';
import { PersonRow } from '../features/team/person-row.tsx';
import { RoleList } from '../features/team/role-list.tsx';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useSession } from '../lib/use-report.ts';
import { useScrollToHash } from '../lib/use-scroll-to-hash.ts';
import { AppLink } from '../ui/app-link.tsx';
import { useCrumbs } from '../ui/crumbs.ts';
import { DoneNote } from '../ui/done-note.tsx';
import { ExportMenu } from '../ui/export-menu.tsx';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';
import '../ui/things.css';

/** Who may sign in, and what each of them may do; for owners. */
export function TeamPage() {
  return (
    <LazyTexts part="entry">
      <LazyTexts part="people">
        <RecentSignIn>
          <Team />
        </RecentSignIn>
      </LazyTexts>
    </LazyTexts>
  );
}

function Team() {
  const t = useText();
  const session = useSession();
  const role = session.data?.role;
  const allowed = role !== undefined && may(role, 'team');
  const team = useQuery(queries.team.list.queryOptions({ enabled: allowed }));
  useCrumbs({ text: t('team.title'), href: paths.team });
  useDocumentTitle([t('team.title')]);
  useScrollToHash(team.data !== undefined);
  if (role !== undefined && !allowed) return <OwnersOnly role={role} />;
  if (session.error) return <ReportProblem title={t('team.title')} query={session} />;
  if (team.error) return <ReportProblem title={t('team.title')} query={team} />;
  if (!team.data) return <PageSkeleton title={t('team.title')} />;
  return <People {...team.data} />;
}

function OwnersOnly({ role }: { role: Role }) {
  const t = useText();
  const language = useLanguage();
  return (
    <SpaceBetween size="l">
      <Header variant="h1">{t('team.title')}</Header>
      <Alert type="info">
        {t('team.owners-only', { role: roleWords[role][language] })}{' '}
        <AppLink to={paths.profile}>{t('team.profile-instead')}</AppLink>
      </Alert>
      <RoleList />
    </SpaceBetween>
  );
}

type Open = { id: string; act: PersonAct };

function People({
  people,
  invites,
}: {
  people: Person[];
  invites: Parameters<typeof Invites>[0]['invites'];
}) {
  const t = useText();
  const client = useQueryClient();
  const [inviting, setInviting] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState<string | null>(null);
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('team.title')} />}
        description={t('team.about')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <ExportMenu table="team" />
            {inviting ? null : (
              <Button variant="primary" onClick={() => setInviting(true)}>
                {t('team.invite')}
              </Button>
            )}
          </SpaceBetween>
        }
      >
        {t('team.sentence', { n: people.length })}
      </Header>
      {inviting ? <InviteForm onClose={() => setInviting(false)} /> : null}
      <DoneNote text={done} />
      <Container>
        <table className="rows" aria-label={t('team.people')}>
          <thead>
            <tr>
              <th scope="col">{t('team.person')}</th>
              <th scope="col">{t('team.access')}</th>
              <th scope="col">{t('team.signs-in')}</th>
              <th scope="col">{t('team.last-sign-in')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('team.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                act={open?.id === person.id ? open.act : null}
                onAct={(act) => {
                  setDone(null);
                  setOpen(act && { id: person.id, act });
                }}
                onDone={(text) => {
                  setDone(text);
                  setOpen(null);
                  void client.invalidateQueries({ queryKey: queries.team.key() });
                }}
              />
            ))}
          </tbody>
        </table>
      </Container>
      <Invites invites={invites} />
      <RoleList />
    </SpaceBetween>
  );
}
