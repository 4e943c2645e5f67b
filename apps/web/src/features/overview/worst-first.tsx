import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { CheckResult, ScanReport, Severity } from '@ippo/contracts';
import { findingPath, paths } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { findingsToDo } from '../../lib/report-steps.ts';
import { PlacesInShort } from '../../ui/places.tsx';
import { SeverityBars } from '../../ui/severity-bars.tsx';
import { FailingSince, useFailingSince } from './failing-since.tsx';

type Props = { report: ScanReport; sentences: Sentences };

const rank: Record<Severity, number> = { critical: 0, high: 1, medium: 2, low: 3 };

/** At most five failed checks, the most severe first. */
export function WorstFirst({ report, sentences }: Props) {
  const t = useText();
  const failed = report.checks
    .filter(({ outcome }) => outcome === 'fail')
    .toSorted(
      (a, b) => rank[a.severity] - rank[b.severity] || failsOf(b).length - failsOf(a).length,
    );
  const told = failed.map((check, index) => {
    const sentence = sentenceOf(check, sentences);
    const before = failed.slice(0, index).some((one) => sentenceOf(one, sentences) === sentence);
    return before ? t('worst.same', { title: sentences.title(check.id) }) : sentence;
  });
  const shown = failed.slice(0, 5);
  const since = useFailingSince(
    report,
    shown.map(({ id }) => id),
  );
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${failed.length})`}
          description={
            failed.length > 0 ? t('worst.order', { n: findingsToDo(report) }) : t('worst.none')
          }
          actions={<AppLink to={paths.findings}>{t('worst.all')}</AppLink>}
        >
          {t('worst.title')}
        </Header>
      }
    >
      {failed.length === 0 ? null : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col" className="narrow">
                {t('worst.severity')}
              </th>
              <th scope="col">{t('worst.finding')}</th>
              <th scope="col">{t('worst.where')}</th>
              {since ? (
                <th scope="col" className="narrow">
                  {t('worst.since')}
                </th>
              ) : null}
              <th scope="col" className="narrow">
                {t('worst.fix')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((check, index) => (
              <tr key={check.id}>
                <td className="narrow inline-narrow">
                  <SeverityBars severity={check.severity} />
                </td>
                <td>
                  <AppLink to={pathOf(check)}>{told[index]}</AppLink>
                </td>
                <td className="inline-narrow">
                  <PlacesInShort findings={failsOf(check)} />
                </td>
                {since ? (
                  <td className="narrow inline-narrow">
                    <FailingSince at={since.get(check.id)} />
                  </td>
                ) : null}
                <td className="narrow inline-narrow">
                  <span className="only-narrow">{t('worst.fix')} </span>
                  {t('worst.minutes', { n: sentences.check(check.id)?.remediation.minutes ?? 0 })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Container>
  );
}

/** The one finding, or the list of them where several places fail. */
function pathOf(check: CheckResult): string {
  const [only, ...more] = failsOf(check);
  if (only && more.length === 0) return findingPath(only.fingerprint);
  return `${paths.findings}?outcome=fail&check=${check.id}`;
}

function failsOf(check: CheckResult) {
  return check.findings.filter(({ outcome }) => outcome === 'fail');
}

/** The finding's own sentence where there is one; the roll-up's where several fail. */
function sentenceOf(check: CheckResult, sentences: Sentences): string {
  const [only, ...more] = failsOf(check);
  return sentences.reason(check.id, only && more.length === 0 ? only.reason : check.reason);
}
