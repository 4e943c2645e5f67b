import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import type { ReactNode } from 'react';
import { findingPath } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { SeverityBars } from '../../ui/severity-bars.tsx';
import { OutcomeCell, ResourceCell, WhereCell } from './finding-cells.tsx';
import { LineResource, LineSince, LineTold, LineWhere } from './line-cells.tsx';
import { isGroup, type ListedRow } from './listed-rows.ts';
import { pickedLines } from './picked.ts';
import { useRowName } from './use-row-name.ts';
import type { Selection } from './use-selection.ts';

type Props = {
  lines: readonly ListedRow[];
  sentences: Sentences;
  selection: Selection;
  /** Whether other lines are on their way. */
  busy: boolean;
  header: ReactNode;
  filter: ReactNode;
  empty: ReactNode;
  footer: ReactNode;
};

/** A page of findings as a list, for a phone. */
export function FindingsCards({ lines, sentences, selection, busy, ...slots }: Props) {
  const t = useText();
  const nameOf = useRowName(sentences);
  const { header, filter, empty, footer } = slots;
  const ticked = pickedLines(lines, selection.picked).map(({ key }) => key);
  return (
    <Container header={header}>
      <div className="findings-filter">{filter}</div>
      {lines.length === 0 ? empty : null}
      <ul className="finding-cards">
        {lines.map((line) => (
          <li key={line.key} data-row>
            <div className="finding-card-marks">
              <Checkbox
                checked={ticked.includes(line.key)}
                disabled={busy}
                ariaLabel={t('findings.select', { what: nameOf(line) })}
                onChange={({ detail: { checked } }) =>
                  checked ? selection.tick([], [line]) : selection.tick([line], [])
                }
              />
              <OutcomeCell row={line.lead} />
              <SeverityBars severity={line.lead.severity} />
            </div>
            <LineTold line={line} sentences={sentences} />
            <div className="finding-card-facts">
              <LineWhere line={line} />
              {line.lead.resource === undefined && line.lead.facet === undefined ? null : (
                <LineResource line={line} />
              )}
              <LineSince line={line} />
            </div>
            {isGroup(line) ? <Members line={line} /> : null}
          </li>
        ))}
      </ul>
      {footer}
    </Container>
  );
}

/** The places of a group, each the way to its finding. */
function Members({ line }: { line: ListedRow }) {
  const t = useText();
  return (
    <details className="finding-members">
      <summary>{t('findings.show-group', { n: line.findings.length })}</summary>
      <ul>
        {line.findings.map((row) => (
          <li key={row.fingerprint}>
            <AppLink to={findingPath(row.fingerprint)}>
              <WhereCell row={row} />
              {row.resource === undefined && row.facet === undefined ? null : (
                <>
                  {' · '}
                  <ResourceCell row={row} />
                </>
              )}
            </AppLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
