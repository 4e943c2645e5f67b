import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { placeOf, type CheckResult, type ScanReport } from '@ippo/contracts';
import { checkPath } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { regionalChecks, regionRows, regionsRead, type RegionRow } from '../../lib/region-rows.ts';
import { findingShape } from '../../lib/report-steps.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { MatrixCell } from '../../ui/matrix-cell.tsx';
import { OutcomeIcon, OutcomeLabel, type OutcomeShape } from '../../ui/outcome-icon.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import './regions.css';

type Props = { report: ScanReport; sentences: Sentences };

/** Region by region: whether we could read it, then what each regional check says there. */
export function Regions({ report, sentences }: Props) {
  const t = useText();
  const { read, total, closed } = regionsRead(report);
  const checks = regionalChecks(report);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t('regions.summary', { read, dark: total - read, closed })}
        >
          {t('regions.title')}
        </Header>
      }
    >
      {report.regionsAssumed ? <Alert type="warning">{t('regions.assumed')}</Alert> : null}
      <div className="matrix-scroll" tabIndex={0} role="region" aria-label={t('regions.matrix')}>
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{t('regions.region')}</th>
              <th scope="col">{t('regions.state')}</th>
              {checks.map((check) => (
                <th key={check.id} scope="col" className="matrix-check">
                  <AppLink to={checkPath(check.id)}>{columnName(check, sentences, t)}</AppLink>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {regionRows(report).map((row) => (
              <Row key={row.region} row={row} name={(check) => columnName(check, sentences, t)} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('regions.passes')}
              </th>
              {checks.map((check) => (
                <td key={check.id} className="matrix-sum">
                  {sumOf(check)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {closed > 0 ? (
        <p className="fine">
          <OutcomeIcon shape="not-applicable" size={12} /> {t('regions.not-enabled', { n: closed })}
        </p>
      ) : null}
    </Container>
  );
}

const stateShapes: Record<RegionRow['state'], OutcomeShape> = {
  enabled: 'pass',
  partly: 'unknown',
  assumed: 'unknown',
  changing: 'unknown',
  unreachable: 'unknown',
  'scp-denied': 'unknown',
  'out-of-scope': 'out-of-scope',
  'not-enabled': 'not-applicable',
};

function Row({ row, name }: { row: RegionRow; name: (check: CheckResult) => string }) {
  const t = useText();
  const language = useLanguage();
  const place = placeOf(row.region, language);
  return (
    <tr>
      <th scope="row">
        <RegionName region={row.region} />
      </th>
      <td className={stateShapes[row.state] === 'pass' ? 'matrix-read' : ''}>
        <OutcomeLabel shape={stateShapes[row.state]} word={t(`regions.state.${row.state}`)} />
      </td>
      {row.cells.map(({ check, finding }) => {
        const shape = finding ? findingShape(finding) : 'not-applicable';
        const outcome = t(`outcome.${shape}`);
        return (
          <MatrixCell
            key={check.id}
            shape={shape}
            to={checkPath(check.id)}
            label={t('regions.cell', { place, check: name(check), outcome })}
          />
        );
      })}
    </tr>
  );
}

function columnName(
  check: CheckResult,
  sentences: Sentences,
  t: ReturnType<typeof useText>,
): string {
  const short = {
    'ct-enabled': 'trail',
    'cfg-recording': 'config',
    'gd-enabled': 'guardduty',
  } as const;
  const step = short[check.id as keyof typeof short];
  return step ? t(`name.${step}`) : sentences.title(check.id);
}

function sumOf(check: CheckResult): string {
  const pass = check.findings.filter(({ outcome }) => outcome === 'pass').length;
  const fail = check.findings.filter(({ outcome }) => outcome === 'fail').length;
  return `${pass} / ${pass + fail}`;
}
