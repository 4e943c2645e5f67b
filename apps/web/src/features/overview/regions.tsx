import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { ScanReport } from '@ippo/contracts';
import { useText } from '../../i18n/text.tsx';
import { regionsRead } from '../../lib/region-rows.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { useMoreBeside } from '../../lib/use-more-beside.ts';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { RegionMatrix } from './region-matrix.tsx';
import './regions.css';

type Props = { report: ScanReport; sentences: Sentences };

/** Region by region: whether we could read it, then what each regional check says there. */
export function Regions({ report, sentences }: Props) {
  const t = useText();
  const { read, total, closed } = regionsRead(report);
  const { ref, more } = useMoreBeside();
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
      <div
        ref={ref}
        className={more ? 'matrix-scroll matrix-more' : 'matrix-scroll'}
        tabIndex={0}
        role="region"
        aria-label={t('regions.matrix')}
      >
        <RegionMatrix report={report} sentences={sentences} />
      </div>
      <p className="fine matrix-keys">{t('regions.keys')}</p>
      {closed > 0 ? (
        <p className="fine">
          <OutcomeIcon shape="not-applicable" size={12} /> {t('regions.not-enabled', { n: closed })}
        </p>
      ) : null}
    </Container>
  );
}
