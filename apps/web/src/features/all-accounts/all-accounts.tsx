import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { allAccountsPath } from '../../lib/account-scope.ts';
import { queries } from '../../lib/api-client.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { useSentences } from '../../lib/use-sentences.ts';
import { useText } from '../../i18n/text.tsx';
import { useCrumbs } from '../../ui/crumbs.ts';
import { InfoLink } from '../../ui/info-link.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { ReportProblem } from '../../ui/report-problem.tsx';
import { AccountRows } from './account-rows.tsx';
import { Organizations } from './organizations.tsx';
import './all-accounts.css';

/** Every account side by side: what is done everywhere, then each, the lowest first; never an average. */
export function AllAccounts() {
  const t = useText();
  const overview = useQuery(queries.overview.queryOptions({ input: {}, retry: false }));
  const accounts = useQuery(queries.accounts.queryOptions({ retry: false }));
  const sentences = useSentences();
  const title = t('all.title');
  useCrumbs({ text: title, href: allAccountsPath });
  const data = overview.data;
  const done = data?.stepsDone ?? 0;
  const total = data?.steps.length ?? 0;
  useDocumentTitle(data ? [t('all.document-title', { done, total }), title] : [title]);
  if (overview.error) return <ReportProblem title={title} query={overview} />;
  if (!data || !sentences) return <PageSkeleton title={title} />;
  const unseen = data.steps.filter((step) => step.unknown > 0).length;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={title} />}
        description={t('all.about', { n: data.accounts.length })}
      >
        {title}
      </Header>
      <Container>
        <h2 className="hero-kicker">{t('overview.first-steps')}</h2>
        <p className="hero-number">
          <b>{done}</b> <span>{t('all.of-done', { total })}</span>
        </p>
        <p className="hero-rest">
          {done === total ? t('all.rest-done') : t('all.rest', { open: total - done, unseen })}
        </p>
        <AccountRows
          overview={data}
          nameOf={(account) =>
            accounts.data?.accounts.find((one) => one.account === account)?.name ?? null
          }
        />
      </Container>
      <Organizations organizations={data.organizations} sentences={sentences} />
    </SpaceBetween>
  );
}
