import { placeOf, type ScanReport } from '@ippo/contracts';
import { checkPath } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import {
  columnGroups,
  regionalChecks,
  type RegionCell,
  type RegionRow,
} from '../../lib/region-rows.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { MatrixCell, moveInMatrix } from '../../ui/matrix-cell.tsx';
import { OutcomeLabel, type OutcomeShape } from '../../ui/outcome-icon.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { cellPath } from './cell-path.ts';
import type { Selected } from './region-strip.tsx';

type Props = {
  report: ScanReport;
  rows: readonly RegionRow[];
  sentences: Sentences;
  selected: Selected | null;
  onSelect: (selected: Selected) => void;
  /** Escape: back to the matrix as a whole. */
  onLeave: () => void;
};

/** One row per Region, one column per check that judges there, columns grouped by measure. */
export function RegionMatrix(props: Props) {
  const { report, rows, sentences, selected, onSelect, onLeave } = props;
  const t = useText();
  const checks = regionalChecks(report);
  return (
    <table className="matrix">
      <thead>
        <tr className="matrix-groups">
          <td colSpan={2} />
          <td className="matrix-calls" />
          {columnGroups(checks).map(({ measure, span }) => (
            <th key={measure} scope="colgroup" colSpan={span}>
              {t('regions.group', { n: measure, name: t(`measure.${measure}.verb`) })}
            </th>
          ))}
        </tr>
        <tr>
          <th scope="col">{t('regions.region')}</th>
          <th scope="col">{t('regions.state')}</th>
          <th scope="col">{t('regions.answered')}</th>
          {checks.map((check) => (
            <th key={check.id} scope="col" className="matrix-check">
              <AppLink to={checkPath(check.id)}>{sentences.short(check.id)}</AppLink>
            </th>
          ))}
        </tr>
      </thead>
      <tbody
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave();
          else moveInMatrix(event);
        }}
      >
        {rows.map((row, index) => (
          <Row
            key={row.region}
            row={row}
            first={index === 0}
            sentences={sentences}
            selected={selected?.region === row.region ? selected.cell.check.id : null}
            onSelect={(cell) => onSelect({ region: row.region, cell })}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('regions.passes')}</th>
          <td />
          <td className="matrix-calls" />
          {checks.map((check, column) => (
            <td key={check.id} className="matrix-sum">
              <Sum rows={rows} column={column} />
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
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

type RowProps = {
  row: RegionRow;
  first: boolean;
  sentences: Sentences;
  /** The check whose cell is selected in this row. */
  selected: string | null;
  onSelect: (cell: RegionCell) => void;
};

function Row({ row, first, sentences, selected, onSelect }: RowProps) {
  const t = useText();
  const place = placeOf(row.region, useLanguage());
  const { answered, total } = row;
  return (
    <tr>
      <th scope="row">
        <RegionName region={row.region} />
      </th>
      <td className={stateShapes[row.state] === 'pass' ? 'matrix-read' : ''}>
        <OutcomeLabel shape={stateShapes[row.state]} word={t(`regions.state.${row.state}`)} />
      </td>
      <td className="matrix-calls">{t('regions.answered-of', { answered, total })}</td>
      {row.cells.map(({ check, shape: own }, column) => {
        const shape = row.state === 'out-of-scope' ? row.state : own;
        const label = t('regions.cell', {
          place,
          check: sentences.short(check.id),
          outcome: t(`outcome.${shape}`),
        });
        return (
          <MatrixCell
            key={check.id}
            shape={shape}
            id={`${row.region}.${check.id}`}
            to={cellPath(row.region, check)}
            label={label}
            tabStop={first && column === 0}
            selected={selected === check.id}
            onSelect={() => onSelect({ check, shape: own })}
          />
        );
      })}
    </tr>
  );
}

/** "12 / 13": Regions that pass, of those that could be judged; what is unknown or not met stands beneath. */
function Sum({ rows, column }: { rows: readonly RegionRow[]; column: number }) {
  const t = useText();
  const shapes = rows.map(({ cells }) => cells[column]?.shape);
  const pass = shapes.filter((shape) => shape === 'pass').length;
  const judged = pass + shapes.filter((shape) => shape === 'fail').length;
  const unknown = rows.filter(
    ({ state, cells }) => state !== 'out-of-scope' && cells[column]?.shape === 'unknown',
  ).length;
  const blocked = shapes.filter((shape) => shape === 'blocked').length;
  return (
    <>
      <b className={pass < judged ? 'outcome-fail' : 'sum-all'}>{pass}</b> / {judged}
      {unknown > 0 ? (
        <div className="sum-unknown">{t('regions.sum-unknown', { n: unknown })}</div>
      ) : null}
      {blocked > 0 ? (
        <div className="sum-blocked">{t('regions.sum-blocked', { n: blocked })}</div>
      ) : null}
    </>
  );
}
