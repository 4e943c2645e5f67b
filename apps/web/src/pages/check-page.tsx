import SpaceBetween from '@cloudscape-design/components/space-between';
import { dashed } from '@ippo/contracts';
import { useParams } from 'react-router';
import { checkPath, paths } from '../app/paths.ts';
import { Asked } from '../features/evidence/asked.tsx';
import { AskedOfPeople } from '../features/evidence/asked-of-people.tsx';
import { EffectRail } from '../features/evidence/effect-rail.tsx';
import { Findings } from '../features/evidence/findings.tsx';
import { Fix } from '../features/evidence/fix.tsx';
import { Readings } from '../features/evidence/readings.tsx';
import { verdictSentence } from '../lib/verdict-sentence.ts';
import '../features/evidence/evidence.css';
import { useLanguage, useText } from '../i18n/text.tsx';
import { outcomeId, shapeOf } from '../lib/report-steps.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useReport } from '../lib/use-report.ts';
import { useSentences } from '../lib/use-sentences.ts';
import { useCrumbs } from '../ui/crumbs.ts';
import { InfoLink } from '../ui/info-link.tsx';
import { OutcomeLabel } from '../ui/outcome-icon.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ReportNotes } from '../ui/report-notes.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';
import { ScanButton } from '../ui/scan-button.tsx';
import { SeverityBars } from '../ui/severity-bars.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** One check's evidence: the verdict as a sentence, what AWS answered, what was not seen. */
export function CheckPage() {
  const t = useText();
  const language = useLanguage();
  const id = useParams().id ?? '';
  const report = useReport();
  const sentences = useSentences();
  const check = report.data?.report.checks.find((one) => one.id === id);
  const sentence = check && sentences ? verdictSentence(check, sentences) : undefined;
  useCrumbs({ text: t('checks.title'), href: paths.checks }, { text: id, href: checkPath(id) });
  useDocumentTitle([sentence, report.data?.report.account]);
  if (report.error) return <ReportProblem title={id} query={report} />;
  if (!report.data || !sentences) return <PageSkeleton title={id} />;
  if (!check) return <NotFoundPage />;
  const data = report.data.report;
  const shape = shapeOf(check);
  const title = sentences.title(check.id);
  return (
    <SpaceBetween size="l">
      <header className="verdict">
        <div className="verdict-marks">
          <OutcomeLabel shape={shape} word={t(outcomeId(check))} pill />
          <SeverityBars severity={check.severity} />
          <span className="verdict-ids">
            <span className="mono">{check.id}</span> ·{' '}
            <span className="code-name">{dashed(data.account)}</span>
          </span>
          <InfoLink about={check.id} />
          <span className="verdict-action">
            <ScanButton source={data.source} label={t('remedy.read-again')} look="primary" />
          </span>
        </div>
        {check.outcome === 'unknown' && title !== sentence ? (
          <p className="verdict-title">{title}</p>
        ) : null}
        <h1>{sentence}</h1>
        <p className="verdict-why">{sentences.check(id)?.why[language]}</p>
      </header>
      <ReportNotes report={data} />
      <div className="with-rail">
        <SpaceBetween size="l">
          <AskedOfPeople report={data} check={check} sentences={sentences} />
          <Findings check={check} sentences={sentences} />
          <Readings check={check} scanId={report.data.scan.id} sentences={sentences} />
          <Fix report={data} check={check} sentences={sentences} />
          <Asked check={check} sentences={sentences} />
        </SpaceBetween>
        <EffectRail report={data} check={check} sentences={sentences} />
      </div>
    </SpaceBetween>
  );
}
