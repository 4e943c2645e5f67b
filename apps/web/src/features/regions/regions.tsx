import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { ScanReport } from '@ippo/contracts';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { commonCauses, regionRows, unseenColumns, type RegionRow } from '../../lib/region-rows.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { useMoreBeside } from '../../lib/use-more-beside.ts';
import { OutcomeIcon, type OutcomeShape } from '../../ui/outcome-icon.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { CommonCauses, UnseenColumns } from './shared-causes.tsx';
import { RegionCounts } from './region-counts.tsx';
import { RegionLegend } from './region-legend.tsx';
import { RegionMatrix } from './region-matrix.tsx';
import { RegionStrip, type Selected } from './region-strip.tsx';
import './regions.css';

type Props = { report: ScanReport; sentences: Sentences };

/** Region by region: whether we could read it, then what each regional check says there. */
export function Regions({ report, sentences }: Props) {
  const t = useText();
  const { ref, more } = useMoreBeside();
  const [selected, setSelected] = useState<Selected | null>(null);
  const [todoOnly, setTodoOnly] = useState(false);
  const all = regionRows(report);
  const rows = todoOnly ? all.filter((row) => hasToDo(row)) : all;
  const closed = report.regions.filter(({ state }) => state === 'not-enabled');
  return (
    <SpaceBetween size="l">
      {report.regionsAssumed ? <Alert type="warning">{t('regions.assumed')}</Alert> : null}
      <RegionCounts report={report} />
      <Container>
        <div className="matrix-top">
          <RegionLegend shapes={shapesIn(all)} />
          <Toggle checked={todoOnly} onChange={({ detail }) => setTodoOnly(detail.checked)}>
            {t('regions.todo-only')}
          </Toggle>
        </div>
        <div
          ref={ref}
          className={more ? 'matrix-scroll matrix-more' : 'matrix-scroll'}
          tabIndex={0}
          role="region"
          aria-label={t('regions.matrix')}
        >
          <RegionMatrix
            report={report}
            rows={rows}
            sentences={sentences}
            selected={selected}
            onSelect={setSelected}
            onLeave={() => {
              setSelected(null);
              ref.current?.focus();
            }}
          />
        </div>
        {rows.length === 0 ? <p className="fine">{t('regions.nothing-to-do')}</p> : null}
        <RegionStrip selected={selected} sentences={sentences} />
        <CommonCauses causes={commonCauses(report)} sentences={sentences} />
        <UnseenColumns columns={unseenColumns(report)} sentences={sentences} />
        {closed.length > 0 ? (
          <div id="not-enabled" className="not-enabled">
            <ExpandableSection
              variant="footer"
              headerText={t('regions.not-enabled', { n: closed.length })}
            >
              <span className="region-list">
                {closed.map(({ name }) => (
                  <span key={name}>
                    <OutcomeIcon shape="not-applicable" size={12} /> <RegionName region={name} />
                  </span>
                ))}
              </span>
            </ExpandableSection>
          </div>
        ) : null}
      </Container>
    </SpaceBetween>
  );
}

const open = new Set(['fail', 'blocked', 'unknown', 'manual']);

function hasToDo({ cells, state }: RegionRow): boolean {
  return state !== 'out-of-scope' && cells.some(({ shape }) => open.has(shape));
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

function shapesIn(rows: readonly RegionRow[]): OutcomeShape[] {
  const shapes = rows.flatMap(({ state, cells }) =>
    state === 'out-of-scope' ? [state] : cells.map(({ shape }) => shape),
  );
  return legend.filter((shape) => shapes.some((one) => one === shape));
}
