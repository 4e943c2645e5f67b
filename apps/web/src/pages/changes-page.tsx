import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Drift, Scan } from '@ippo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { changesPath, paths } from '../app/paths.ts';
import { changedIn, kinds, readChanges } from '../features/changes/change-groups.ts';
import { ChangeList } from '../features/changes/change-list.tsx';
import { ChooseScans } from '../features/changes/choose-scans.tsx';
import { Facts } from '../features/changes/facts.tsx';
import { Ours } from '../features/changes/ours.tsx';
import { ThenNow } from '../features/changes/then-now.tsx';
import '../features/changes/changes.css';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useLanguage, useText, type Write } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { writeInstant } from '../lib/dates.ts';
import { sameChain } from '../lib/scan-chains.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useGo } from '../lib/use-go.ts';
import { useReport, useScans } from '../lib/use-report.ts';
import { useScrollToHash } from '../lib/use-scroll-to-hash.ts';
import { useSentences } from '../lib/use-sentences.ts';
import { useCrumbs } from '../ui/crumbs.ts';
import { ExportMenu } from '../ui/export-menu.tsx';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSection } from '../ui/page-section.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';
import { ScanButton } from '../ui/scan-button.tsx';

/** Two scans of one account, old → new; the last two where the address names none. */
export function ChangesPage() {
  return (
    <LazyTexts part="changes">
      <Ends />
    </LazyTexts>
  );
}

function Ends() {
  const t = useText();
  const [params] = useSearchParams();
  const scans = useScans();
  const report = useReport();
  useCrumbs({ text: t('changes.title'), href: paths.changes });
  useDocumentTitle([t('changes.title'), report.data?.report.account]);
  const to = params.get('to') ?? report.data?.scan.id;
  if (params.get('to') === null && report.error)
    return <ReportProblem title={t('changes.title')} query={report} />;
  if (scans.error) return <ReportProblem title={t('changes.title')} query={scans} />;
  if (!scans.data || to === undefined) return <PageSkeleton title={t('changes.title')} />;
  const known = sameChain(scans.data.scans, to);
  const place = known.findIndex(({ id }) => id === to);
  const from = params.get('from') ?? known[place + 1]?.id;
  if (from === undefined) return <OneScan />;
  return <Compared from={from} to={to} scans={known} />;
}

/** There is nothing yet to compare with. */
function OneScan() {
  const t = useText();
  const report = useReport().data?.report;
  return (
    <SpaceBetween size="l">
      <Header variant="h1" info={<InfoLink about={t('changes.title')} />}>
        {t('changes.title')}
      </Header>
      <Container>
        <div className="empty">
          <b>{t('changes.one-scan')}</b>
          <p>{t('changes.one-scan-text')}</p>
          {report ? <ScanButton source={report.source} /> : null}
        </div>
      </Container>
    </SpaceBetween>
  );
}

type Props = { from: string; to: string; scans: readonly Scan[] };

function Compared({ from, to, scans }: Props) {
  const t = useText();
  const go = useGo();
  const language = useLanguage();
  const sentences = useSentences();
  const compared = useQuery(
    queries.findings.compare.queryOptions({ input: { from, to }, staleTime: Infinity }),
  );
  const { data } = compared;
  const title = data ? titleOf(data.drift, t) : t('changes.title');
  useDocumentTitle([title, data?.account]);
  useScrollToHash(data !== undefined && sentences !== undefined);
  if (compared.error) return <ReportProblem title={t('changes.title')} query={compared} />;
  if (!data || !sentences) return <PageSkeleton title={t('changes.title')} />;
  const { drift } = data;
  const changes = readChanges({ findings: changedIn(drift), regions: drift.regions });
  const between = [data.from.at, data.to.at].map((at) => writeInstant(at, language));
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('changes.title')} />}
        description={t('changes.between', { from: between[0] ?? '', to: between[1] ?? '' })}
        actions={<ExportMenu table="changes" query={{ from, to }} />}
      >
        {title}
      </Header>
      <ChooseScans
        {...{ scans, from, to }}
        onChange={(ends) => go(changesPath(ends.from, ends.to))}
      />
      <Container>
        <ThenNow drift={drift} />
      </Container>
      <Facts drift={drift} />
      {kinds.map((kind) => {
        const groups = changes.groups(kind);
        if (groups.length === 0) return null;
        return (
          <PageSection
            key={kind}
            id={kind}
            title={t(`changes.kind.${kind}`, { n: changes.counts[kind] })}
            about={t(`changes.about.${kind}`)}
          >
            <ChangeList groups={groups} sentences={sentences} />
          </PageSection>
        );
      })}
      <Ours ours={drift.ours} settingsDiffer={data.settingsDiffer} sentences={sentences} />
    </SpaceBetween>
  );
}

/** What the comparison comes to, in a sentence. */
function titleOf(drift: Drift, t: Write): string {
  const { steps, regions } = drift;
  const { worse, better, unseen, seen, other } = readChanges({
    ...{ findings: changedIn(drift), regions },
  }).counts;
  if (worse + better + unseen + seen > 0) return t('changes.sum', { worse, better, unseen });
  return t(other + steps.length + regions.length > 0 ? 'changes.sum-other' : 'changes.sum-none');
}
