import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { measures, outcomes, type CheckResult, type ScanReport } from '@ippo/contracts';
import { useSearchParams } from 'react-router';
import { checkPath, paths } from '../app/paths.ts';
import { useText, type Write } from '../i18n/text.tsx';
import { findingShape, outcomeId, shapeOf } from '../lib/report-steps.ts';
import type { Sentences } from '../lib/sentence.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useGo } from '../lib/use-go.ts';
import { useReport } from '../lib/use-report.ts';
import { useSentences } from '../lib/use-sentences.ts';
import { AppLink } from '../ui/app-link.tsx';
import { useCrumbs } from '../ui/crumbs.ts';
import { OutcomeLabel } from '../ui/outcome-icon.tsx';
import { ExportMenu } from '../ui/export-menu.tsx';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';
import { SeverityBars } from '../ui/severity-bars.tsx';

/** Every check with its result; the address may narrow it to an outcome or to some ids. */
export function ChecksPage() {
  const t = useText();
  const report = useReport();
  const sentences = useSentences();
  useCrumbs({ text: t('checks.title'), href: paths.checks });
  const title = report.data ? titleOf(report.data.report, t) : t('checks.title');
  useDocumentTitle([title, report.data?.report.account]);
  if (report.error) return <ReportProblem title={t('checks.title')} query={report} />;
  if (!report.data || !sentences) return <PageSkeleton title={t('checks.title')} />;
  return <CheckList title={title} report={report.data.report} sentences={sentences} />;
}

type Props = { title: string; report: ScanReport; sentences: Sentences };

/** What all checks come to, in a sentence; a filter narrows the list and not what is true. */
function titleOf({ checks }: ScanReport, t: Write): string {
  const of = (outcome: CheckResult['outcome']) =>
    checks.filter((check) => check.outcome === outcome).length;
  return t('checks.sentence', {
    ...{ total: checks.length, pass: of('pass'), fail: of('fail'), unknown: of('unknown') },
  });
}

function CheckList({ title, report, sentences }: Props) {
  const t = useText();
  const go = useGo();
  const [params] = useSearchParams();
  const outcome = outcomes.find((one) => one === params.get('outcome'));
  const ids = params.get('ids')?.split(',');
  const shown = report.checks.filter(
    (check) => (!outcome || check.outcome === outcome) && (!ids || ids.includes(check.id)),
  );
  const filter = outcome ? t(`outcome.${outcome}`) : ids ? t('checks.filter-ids') : null;
  const clear = <Button onClick={() => go(paths.checks)}>{t('checks.clear')}</Button>;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('checks.title')} />}
        description={
          filter === null
            ? t('checks.about')
            : t('checks.filtered', { filter, n: shown.length, total: report.checks.length })
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            {filter === null ? null : clear}
            <ExportMenu
              table="checks"
              query={{
                account: report.account,
                source: report.source.kind,
                outcome,
                ids: params.get('ids') ?? undefined,
              }}
            />
          </SpaceBetween>
        }
      >
        {title}
      </Header>
      {shown.length === 0 && filter !== null ? (
        <Container>
          <div className="empty">{t('checks.none', { filter })}</div>
        </Container>
      ) : null}
      {measures.map((measure) => {
        const own = shown.filter((check) => check.measure === measure);
        if (own.length === 0) return null;
        return (
          <Container
            key={measure}
            header={<Header variant="h2">{t(`measure.${measure}.name`)}</Header>}
          >
            <CheckTable checks={own} sentences={sentences} />
          </Container>
        );
      })}
    </SpaceBetween>
  );
}

function CheckTable({ checks, sentences }: { checks: CheckResult[]; sentences: Sentences }) {
  const t = useText();
  return (
    <table className="rows checks-rows">
      <thead>
        <tr>
          <th scope="col">{t('checks.outcome')}</th>
          <th scope="col">{t('checks.check')}</th>
          <th scope="col">{t('worst.severity')}</th>
          <th scope="col">{t('checks.places')}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => (
          <tr key={check.id}>
            <td className="narrow inline-narrow">
              <OutcomeLabel shape={shapeOf(check)} word={t(outcomeId(check))} />
            </td>
            <td>
              <AppLink to={checkPath(check.id)}>{sentences.title(check.id)}</AppLink>{' '}
              <code className="code-name">{check.id}</code>
            </td>
            <td className="narrow inline-narrow">
              <SeverityBars severity={check.severity} />
            </td>
            <td className="narrow inline-narrow">{placesOf(check, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "12 of 17 pass · 3 unknown", of what there was to judge; what waits for another check is said as well. */
function placesOf(check: CheckResult, t: ReturnType<typeof useText>): string {
  const judged = check.findings.filter(({ outcome }) => outcome !== 'not-applicable');
  const pass = judged.filter(({ outcome }) => outcome === 'pass').length;
  const unknown = judged.filter(({ outcome }) => outcome === 'unknown').length;
  const blocked = check.findings.filter((finding) => findingShape(finding) === 'blocked').length;
  if (judged.length === 0) return t('checks.places-none', { blocked });
  return t('checks.places-pass', { pass, total: judged.length, unknown, blocked });
}
