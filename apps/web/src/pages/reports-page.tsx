import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { dashed, type ReportChoices } from '@ippo/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { paths } from '../app/paths.ts';
import { AccountField } from '../features/reports/account-field.tsx';
import { CoverFields, coverFits } from '../features/reports/cover-fields.tsx';
import { FormatTiles, inOrder } from '../features/reports/format-tiles.tsx';
import { Inside } from '../features/reports/inside.tsx';
import { LanguageAndMasks } from '../features/reports/language-and-masks.tsx';
import { MadeReports } from '../features/reports/made-reports.tsx';
import { MakeReport } from '../features/reports/make-report.tsx';
import { NumbersAddUp } from '../features/reports/numbers-add-up.tsx';
import { ReportPreview } from '../features/reports/report-preview.tsx';
import '../features/reports/reports.css';
import { ScopeFields } from '../features/reports/scope-fields.tsx';
import { SubjectNotes } from '../features/reports/subject-notes.tsx';
import { useReportOrder } from '../features/reports/use-report-order.ts';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { ApiProblem, problemOf } from '../lib/api-problem.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useGo } from '../lib/use-go.ts';
import { ComponentTexts } from '../ui/component-texts.tsx';
import { useCrumbs } from '../ui/crumbs.ts';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ProblemText } from '../ui/problem-text.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';

/** Makes an auditor's report, shows what it begins with, and keeps what was made. */
export function ReportsPage() {
  return (
    <LazyTexts part="reports">
      <ComponentTexts>
        <Reports />
      </ComponentTexts>
    </LazyTexts>
  );
}

function Reports() {
  const t = useText();
  const asked = useReportOrder();
  const options = { retry: false, placeholderData: keepPreviousData } as const;
  const choices = useQuery(
    queries.reports.choices.queryOptions({ input: asked.scope, ...options }),
  );
  // A scan or period that cannot be assessed is said on the page that lets one choose another.
  const { account: named, ...narrower } = asked.scope;
  const narrowed = Object.values(narrower).some((value) => value !== undefined);
  const whole = useQuery(
    queries.reports.choices.queryOptions({
      input: named === undefined ? {} : { account: named },
      // Otherwise it is the same question, and each would ask the other's anew.
      enabled: choices.error !== null && narrowed,
      ...options,
    }),
  );
  const account = choices.data?.subject?.account;
  useCrumbs({ text: t('reports.title'), href: paths.reports });
  useDocumentTitle([t('reports.create'), account && dashed(account)]);
  const { error } = choices;
  const data = choices.data ?? whole.data;
  if (!data && error && (!narrowed || (whole.error ?? !whole.isFetching)))
    return <ReportProblem title={t('reports.create')} query={choices} />;
  if (!data) return <PageSkeleton title={t('reports.create')} />;
  const { subject } = data;
  if (subject === null) {
    const nothing = { error: new ApiProblem('no-report'), refetch: choices.refetch };
    return <ReportProblem title={t('reports.create')} query={nothing} />;
  }
  return <Page choices={data} subject={subject} error={error} asked={asked} />;
}

type Props = {
  choices: ReportChoices;
  subject: NonNullable<ReportChoices['subject']>;
  /** What is wrong with the scope that was asked for last. */
  error: unknown;
  asked: ReturnType<typeof useReportOrder>;
};

function Page({ choices, subject, error, asked }: Props) {
  const t = useText();
  const go = useGo();
  const { query, change, cover, setCover, fault, order } = asked;
  const keys = useQuery(queries.signingKeys.list.queryOptions({ retry: false, staleTime: 60_000 }));
  const [first] = inOrder(choices.formats);
  const format = choices.formats.find(({ id }) => id === query.format) ?? first;
  if (!format) return null;
  const noScan = problemOf(error)?.code === 'no-scan-in-period';
  const ready = fault === null && error === null && coverFits(cover);
  const exact = { ...order, format: format.id };
  const newest = subject.scans[0]?.id === subject.scan.id;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('reports.title')} />}
        description={t('reports.about')}
        actions={
          <Button iconName="upload" onClick={() => go(paths.verifyReport)}>
            {t('reports.verify')}
          </Button>
        }
      >
        {t('reports.create')}
      </Header>
      <div className="reports-columns">
        <Container>
          <SpaceBetween size="l">
            <FormatTiles
              formats={choices.formats}
              chosen={format.id}
              onChange={(id) => change({ format: id })}
            />
            <div className="report-fields">
              <AccountField account={subject.account} />
              <ScopeFields
                query={query}
                scans={subject.scans}
                fault={fault ?? (noScan ? 'no-scan' : null)}
                onChange={change}
              />
              <LanguageAndMasks query={query} onChange={change} />
            </div>
            {error && !noScan ? <ProblemText error={error} /> : null}
            <CoverFields cover={cover} onChange={setCover} />
            <NumbersAddUp
              findings={subject.scan.findings}
              blocked={subject.scan.blocked}
              linked={newest}
            />
            <SubjectNotes subject={subject} />
            <Inside subject={subject} pack={format.pack} masked={query.masked} />
            <MakeReport
              format={format}
              order={exact}
              ready={ready}
              key256={
                keys.data?.keys.find(({ retiredAt }) => retiredAt === null)?.fingerprint ?? null
              }
            />
          </SpaceBetween>
        </Container>
        <ReportPreview order={exact} pack={format.pack} ready={ready} />
      </div>
      <MadeReports account={asked.scope.account ?? null} formats={choices.formats} />
    </SpaceBetween>
  );
}
