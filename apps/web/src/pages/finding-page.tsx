import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { dashed } from '@ippo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { findingPath, paths } from '../app/paths.ts';
import { Asked } from '../features/evidence/asked.tsx';
import { AskedOfPeople } from '../features/evidence/asked-of-people.tsx';
import '../features/evidence/evidence.css';
import { FindingHistory, type OneFinding } from '../features/evidence/finding-history.tsx';
import { FindingRail } from '../features/evidence/finding-rail.tsx';
import { FindingReadings } from '../features/evidence/finding-readings.tsx';
import { FindingWays } from '../features/evidence/finding-ways.tsx';
import { AcceptRisk } from '../features/exceptions/accept-risk.tsx';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { Text, useLanguage, useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { problemOf } from '../lib/api-problem.ts';
import type { Sentences } from '../lib/sentence.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useSentences } from '../lib/use-sentences.ts';
import { reasonSentence } from '../lib/verdict-sentence.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { useCrumbs } from '../ui/crumbs.ts';
import { ExceptionTag } from '../ui/exception-tag.tsx';
import { InfoLink } from '../ui/info-link.tsx';
import { OutcomeLabel } from '../ui/outcome-icon.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { RegionName } from '../ui/region-name.tsx';
import { ReportNotes } from '../ui/report-notes.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';
import { ScanButton } from '../ui/scan-button.tsx';
import { SeverityBars } from '../ui/severity-bars.tsx';
import { When } from '../ui/when.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** One finding: its verdict as a sentence, what AWS answered, how to mend it, how it came about. */
export function FindingPage() {
  return (
    <LazyTexts part="findings">
      <OneFindingPage />
    </LazyTexts>
  );
}

function OneFindingPage() {
  const t = useText();
  const fingerprint = useParams().fingerprint ?? '';
  const found = useQuery(queries.findings.read.queryOptions({ input: { fingerprint } }));
  const scanId = found.data?.scan.scanId ?? '';
  const report = useQuery(
    queries.scans.report.queryOptions({
      input: { id: scanId },
      enabled: scanId !== '',
      staleTime: Infinity,
    }),
  );
  const sentences = useSentences();
  const row = found.data?.finding;
  const sentence = row && sentences ? reasonSentence(row.check, row.reason, sentences) : undefined;
  useCrumbs(
    { text: t('findings.title'), href: paths.findings },
    { text: row?.check ?? t('finding.title'), href: findingPath(fingerprint) },
  );
  useDocumentTitle([sentence, row?.account]);
  const code = problemOf(found.error)?.code;
  if (code === 'not-found' || code === 'bad-request') return <NotFoundPage />;
  if (found.error) return <ReportProblem title={t('finding.title')} query={found} />;
  if (report.error) return <ReportProblem title={t('finding.title')} query={report} />;
  if (!found.data || !report.data || !sentences || sentence === undefined)
    return <PageSkeleton title={t('finding.title')} />;
  return (
    <FindingView
      found={found.data}
      report={report.data.report}
      sentence={sentence}
      sentences={sentences}
    />
  );
}

type Props = {
  found: OneFinding;
  report: Parameters<typeof ReportNotes>[0]['report'];
  sentence: string;
  sentences: Sentences;
};

function FindingView({ found, report, sentence, sentences }: Props) {
  const check = report.checks.find(({ id }) => id === found.finding.check) ?? null;
  const finding = check?.findings.find(
    ({ fingerprint }) => fingerprint === found.finding.fingerprint,
  );
  return (
    <SpaceBetween size="l">
      <Verdict found={found} report={report} sentence={sentence} sentences={sentences} />
      <ReportNotes report={report} />
      {found.gone ? <Gone found={found} /> : null}
      <div className="with-rail">
        <SpaceBetween size="l">
          {check && finding?.outcome === 'manual' ? (
            <AskedOfPeople report={report} check={check} sentences={sentences} />
          ) : null}
          {check && finding ? (
            <FindingReadings
              check={check}
              finding={finding}
              scanId={found.scan.scanId}
              sentences={sentences}
            />
          ) : null}
          {check && finding ? (
            <FindingWays report={report} check={check} finding={finding} sentences={sentences} />
          ) : null}
          {finding?.outcome === 'fail' ? (
            <AcceptRisk subject={found.finding} flag={found.finding.exception} />
          ) : null}
          <FindingHistory found={found} sentences={sentences} />
          {check ? <Asked check={check} sentences={sentences} /> : null}
        </SpaceBetween>
        <FindingRail found={found} check={check} report={report} sentences={sentences} />
      </div>
    </SpaceBetween>
  );
}

/** Outcome, severity and ids; the sentence; why it matters. */
function Verdict({ found, report, sentence, sentences }: Props) {
  const t = useText();
  const language = useLanguage();
  const { finding } = found;
  const shape = finding.blocked ? 'blocked' : finding.outcome;
  const title = sentences.title(finding.check);
  return (
    <header className="verdict">
      <div className="verdict-marks">
        <OutcomeLabel
          shape={found.gone ? 'not-applicable' : shape}
          word={found.gone ? t('finding.gone') : t(`outcome.${shape}`)}
          pill
        />
        <SeverityBars severity={finding.severity} />
        {finding.exception && !found.gone ? <ExceptionTag flag={finding.exception} /> : null}
        <span className="verdict-ids">
          <span className="mono">{finding.check}</span> ·{' '}
          <span className="code-name">{dashed(finding.account)}</span> ·{' '}
          <RegionName region={finding.region ?? 'global'} />
        </span>
        <InfoLink about={finding.check} />
        <span className="verdict-action verdict-buttons">
          <CopyButton
            text={`${location.origin}${findingPath(finding.fingerprint)}`}
            label={t('finding.copy-link')}
          />
          <ScanButton source={report.source} label={t('remedy.read-again')} look="primary" />
        </span>
      </div>
      {title === sentence ? null : <p className="verdict-title">{title}</p>}
      <h1>{sentence}</h1>
      <p className="verdict-why">{sentences.check(finding.check)?.why[language]}</p>
    </header>
  );
}

/** What is no longer there: not fixed, and no claim about it. */
function Gone({ found }: { found: OneFinding }) {
  const t = useText();
  const [last] = found.history;
  const removed = last?.gone === 'check-removed';
  return (
    <Alert type="info" header={t(removed ? 'finding.check-left' : 'finding.gone-title')}>
      <Text
        id={removed ? 'finding.check-left-about' : 'finding.gone-about'}
        values={{ when: <When at={last?.until?.at ?? found.scan.at} /> }}
      />
    </Alert>
  );
}
