import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { ScanReport } from '@ippo/contracts';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { regionRows, regionsRead } from '../../lib/region-rows.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { useMoreBeside } from '../../lib/use-more-beside.ts';
import { OutcomeIcon, type OutcomeShape } from '../../ui/outcome-icon.tsx';
import { RegionLegend } from './region-legend.tsx';
import { RegionMatrix } from './region-matrix.tsx';
import { RegionStrip, type Selected } from './region-strip.tsx';
import './regions.css';

type Props = { report: ScanReport; sentences: Sentences };

/** Region by region: whether we could read it, then what each regional check says there. */
export function Regions({ report, sentences }: Props) {
  const t = useText();
  const { read, total, closed } = regionsRead(report);
  const { ref, more } = useMoreBeside();
  const [selected, setSelected] = useState<Selected | null>(null);
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
      <RegionLegend shapes={shapesIn(report)} />
      <div
        ref={ref}
        className={more ? 'matrix-scroll matrix-more' : 'matrix-scroll'}
        tabIndex={0}
        role="region"
        aria-label={t('regions.matrix')}
      >
        <RegionMatrix
          report={report}
          sentences={sentences}
          selected={selected}
          onSelect={setSelected}
        />
      </div>
      <RegionStrip selected={selected} sentences={sentences} />
      {closed > 0 ? (
        <p className="fine">
          <OutcomeIcon shape="not-applicable" size={12} /> {t('regions.not-enabled', { n: closed })}
        </p>
      ) : null}
    </Container>
  );
}

const legend: readonly OutcomeShape[] = [
  'pass',
  'fail',
  'unknown',
  'blocked',
  'manual',
  'not-applicable',
  'out-of-scope',
];

function shapesIn(report: ScanReport): OutcomeShape[] {
  const rows = regionRows(report);
  const shapes = rows.flatMap(({ state, cells }) =>
    state === 'out-of-scope' ? [state] : cells.map(({ shape }) => shape),
  );
  return legend.filter((shape) => shapes.some((one) => one === shape));
}
