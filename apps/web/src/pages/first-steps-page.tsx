import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { dashed, measures, type ScanReport } from '@ippo/contracts';
import { paths } from '../app/paths.ts';
import { Chapter } from '../features/first-steps/chapter.tsx';
import { MeasurePath } from '../features/first-steps/path.tsx';
import '../features/first-steps/first-steps.css';
import { Text, useText } from '../i18n/text.tsx';
import { stepsOf } from '../lib/report-steps.ts';
import { useAnswers } from '../lib/use-answers.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useReport } from '../lib/use-report.ts';
import { useScrollToHash } from '../lib/use-scroll-to-hash.ts';
import { useSentences } from '../lib/use-sentences.ts';
import { AppLink } from '../ui/app-link.tsx';
import { useCrumbs } from '../ui/crumbs.ts';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ReportNotes } from '../ui/report-notes.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';
import { ScanButton } from '../ui/scan-button.tsx';
import { Ago, When } from '../ui/when.tsx';

/** Four chapters, seven practices, each with its fact, its evidence and what to do. */
export function FirstStepsPage() {
  const t = useText();
  const report = useReport();
  const sentences = useSentences();
  const titleOf = ({ firstSteps: { done, total } }: ScanReport) =>
    t('first-steps.title', { done, total });
  const answers = useAnswers();
  const ready = report.data !== undefined && sentences !== undefined && !answers.isPending;
  useCrumbs({ text: t('shell.first-steps'), href: paths.firstSteps });
  useDocumentTitle(
    report.data
      ? [titleOf(report.data.report), report.data.report.account]
      : [t('shell.first-steps')],
  );
  useScrollToHash(ready);
  if (report.error) return <ReportProblem title={t('shell.first-steps')} query={report} />;
  // Answers stand between the steps: without them everything below would move when they come.
  if (!report.data || !sentences || answers.isPending)
    return <PageSkeleton title={t('shell.first-steps')} />;
  const data = report.data.report;
  const steps = stepsOf(data);
  const inSteps = data.firstSteps.items.flatMap(({ checks }) => checks);
  const beyond = data.checks.filter(({ id }) => !inSteps.includes(id)).length;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('shell.first-steps')} />}
        description={
          <>
            {t('first-steps.about')} <span className="code-name">{dashed(data.account)}</span>,{' '}
            <Text
              id="overview.read"
              values={{ when: <When at={data.finishedAt} />, ago: <Ago at={data.finishedAt} /> }}
            />
          </>
        }
        actions={<ScanButton source={data.source} />}
      >
        {titleOf(data)}
      </Header>
      <ReportNotes report={data} />
      <MeasurePath steps={steps} />
      {measures.map((measure) => (
        <Chapter
          key={measure}
          measure={measure}
          steps={steps.filter((step) => step.measure === measure)}
          report={data}
          sentences={sentences}
        />
      ))}
      {beyond > 0 ? (
        <p className="steps-beyond">
          {t('first-steps.beyond', { n: beyond })}{' '}
          <AppLink to={paths.checks}>{t('worst.all')}</AppLink>
        </p>
      ) : null}
    </SpaceBetween>
  );
}
