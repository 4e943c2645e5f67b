import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { may, type Connection } from '@ippo/contracts';
import { paths } from '../app/paths.ts';
import '../features/accounts/accounts.css';
import { ConnectionCard } from '../features/accounts/connection-card.tsx';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useGo } from '../lib/use-go.ts';
import { useSession } from '../lib/use-report.ts';
import { useCrumbs } from '../ui/crumbs.ts';
import { ExportMenu } from '../ui/export-menu.tsx';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';

/** Which AWS accounts are read, how, as whom, and when. */
export function AccountsPage() {
  return (
    <LazyTexts part="scan">
      <LazyTexts part="accounts">
        <Accounts />
      </LazyTexts>
    </LazyTexts>
  );
}

/** What is read first, the made-up account last. */
const order: Record<Connection['kind'], number> = { machine: 0, role: 1, demo: 2 };

function Accounts() {
  const t = useText();
  const go = useGo();
  const session = useSession();
  const list = useQuery(queries.connections.list.queryOptions({ retry: false }));
  const schedules = useQuery(queries.schedules.list.queryOptions({ retry: false }));
  useCrumbs({ text: t('accounts.title'), href: paths.accounts });
  const connections = list.data?.connections.toSorted((a, b) => order[a.kind] - order[b.kind]);
  const read = connections?.filter(
    ({ kind, state, account }) => kind !== 'demo' && state === 'active' && account !== null,
  ).length;
  const title = read === undefined ? t('accounts.title') : t('accounts.count', { n: read });
  useDocumentTitle([title]);
  if (list.error) return <ReportProblem title={t('accounts.title')} query={list} />;
  // What came later would widen the actions and lengthen the cards.
  if (!connections || session.isPending || schedules.isPending)
    return <PageSkeleton title={t('accounts.title')} />;
  const owner = session.data !== undefined && may(session.data.role, 'connect');
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('accounts.title')} />}
        description={t(owner ? 'accounts.about' : 'accounts.about-reader')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <ExportMenu table="accounts" />
            {owner ? (
              <Button variant="primary" onClick={() => go(paths.connect)}>
                {t('accounts.connect')}
              </Button>
            ) : null}
          </SpaceBetween>
        }
      >
        {title}
      </Header>
      {connections.map((connection) => (
        <ConnectionCard
          key={connection.id}
          connection={connection}
          schedule={schedules.data?.schedules.find(({ target }) => target === connection.id)}
          owner={owner}
        />
      ))}
    </SpaceBetween>
  );
}
