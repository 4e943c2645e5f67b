import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import type { ReactNode } from 'react';
import type { FindingRow } from '@ippo/contracts';
import { useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { SeverityBars } from '../../ui/severity-bars.tsx';
import { FindingLink, OutcomeCell, ResourceCell, SinceCell, WhereCell } from './finding-cells.tsx';
import { useRowName } from './use-row-name.ts';
import type { Selection } from './use-selection.ts';

type Props = {
  findings: readonly FindingRow[];
  sentences: Sentences;
  selection: Selection;
  header: ReactNode;
  filter: ReactNode;
  empty: ReactNode;
  footer: ReactNode;
};

/** A page of findings as a list, for a phone. */
export function FindingsCards({ findings, sentences, selection, ...slots }: Props) {
  const t = useText();
  const nameOf = useRowName(sentences);
  const { header, filter, empty, footer } = slots;
  return (
    <Container header={header}>
      <div className="findings-filter">{filter}</div>
      {findings.length === 0 ? empty : null}
      <ul className="finding-cards">
        {findings.map((row) => (
          <li key={row.fingerprint} data-row>
            <div className="finding-card-marks">
              <Checkbox
                checked={selection.has(row)}
                ariaLabel={t('findings.select', { what: nameOf(row) })}
                onChange={({ detail: { checked } }) =>
                  selection.choose(
                    checked
                      ? [...selection.rows, row]
                      : selection.rows.filter(({ fingerprint }) => fingerprint !== row.fingerprint),
                  )
                }
              />
              <OutcomeCell row={row} />
              <SeverityBars severity={row.severity} />
            </div>
            <FindingLink row={row} sentences={sentences} />
            <div className="finding-card-facts">
              <WhereCell row={row} />
              {row.resource === undefined && row.facet === undefined ? null : (
                <ResourceCell row={row} />
              )}
              <SinceCell row={row} />
            </div>
          </li>
        ))}
      </ul>
      {footer}
    </Container>
  );
}
