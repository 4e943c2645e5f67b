import { isIsoWeek, isoWeekOf, type Alert, type Week } from '@ippo/contracts';
import { Navigate, useParams } from 'react-router';
import { paths, weekPath } from '../app/paths.ts';
import { AlertLines } from '../features/alerts/alert-lines.tsx';
import { Trend } from '../features/trend/trend.tsx';
import { Changes } from '../features/weekly/changes.tsx';
import { Ending } from '../features/weekly/ending.tsx';
import { NextStep } from '../features/weekly/next-step.tsx';
import { PaperFoot, SignatureLine } from '../features/weekly/paper.tsx';
import { PastWeeks } from '../features/weekly/past-weeks.tsx';
import { Review } from '../features/weekly/review.tsx';
import { ThenNow } from '../features/weekly/then-now.tsx';
import { headlineOf, WeekHead } from '../features/weekly/week-head.tsx';
import '../features/weekly/weekly.css';
import '../features/weekly/weekly-print.css';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useReaderZone } from '../lib/reader-zone.ts';
import { useAlerts } from '../lib/use-alerts.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useScoped } from '../lib/use-go.ts';
import { useSentences } from '../lib/use-sentences.ts';
import { useWeek } from '../lib/use-week.ts';
import type { Sentences } from '../lib/sentence.ts';
import { writeWeek } from '../lib/week-days.ts';
import { useCrumbs } from '../ui/crumbs.ts';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';
import { ScanButton } from '../ui/scan-button.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** One week of an account for who looks once a week; without a week in its address, the one that runs. */
export function WeeklyPage() {
  const scoped = useScoped();
  const zone = useReaderZone();
  const { week } = useParams();
  if (week === undefined)
    return <Navigate to={scoped(weekPath(isoWeekOf(new Date(), zone)))} replace />;
  if (!isIsoWeek(week)) return <NotFoundPage />;
  return (
    <LazyTexts part="weekly">
      <LazyTexts part="watch">
        <WeekContent name={week} />
      </LazyTexts>
    </LazyTexts>
  );
}

function WeekContent({ name }: { name: string }) {
  const t = useText();
  const language = useLanguage();
  const week = useWeek(name);
  const alerts = useAlerts();
  const sentences = useSentences();
  useCrumbs(
    { text: t('week.title'), href: paths.weekly },
    { text: writeWeek(name, language), href: weekPath(name) },
  );
  const headline =
    week.data && sentences ? headlineOf(week.data, sentences, t, language) : t('week.title');
  useDocumentTitle([headline, week.data?.account]);
  if (week.error) return <ReportProblem title={t('week.title')} query={week} />;
  // Alerts stand on top: what comes later would push the page down.
  if (!week.data || !sentences || alerts.isPending) return <PageSkeleton title={t('week.title')} />;
  return <Told week={week.data} alerts={alerts.data?.alerts ?? []} sentences={sentences} />;
}

type Props = { week: Week; alerts: readonly Alert[]; sentences: Sentences };

function Told({ week, alerts, sentences }: Props) {
  const t = useText();
  const { now } = week;
  return (
    <article className="week">
      {week.current && alerts.length > 0 ? (
        <div className="week-alerts">
          <AlertLines alerts={alerts} sentences={sentences} />
        </div>
      ) : null}
      <WeekHead week={week} sentences={sentences} />
      {now ? <ThenNow week={week} now={now} sentences={sentences} /> : null}
      {week.ours.rulesDiffer ? <p className="fine">{t('week.rules-differ')}</p> : null}
      {week.ours.settingsDiffer ? <p className="fine">{t('week.settings-differ')}</p> : null}
      {now && week.was ? <Changes week={week} sentences={sentences} /> : null}
      {now ? <NextStep week={week} sentences={sentences} /> : null}
      {now || !week.current ? null : <ScanButton source={week.source} />}
      <div className="week-foot">
        <div>
          <Ending week={week} sentences={sentences} />
          <PastWeeks week={week} />
        </div>
        <div>
          <Review week={week} />
          <SignatureLine />
        </div>
      </div>
      <div className="week-paper-trend">
        <Trend days={84} until={week.current ? Date.now() : Date.parse(week.until)} paper />
      </div>
      <PaperFoot week={week} />
    </article>
  );
}
