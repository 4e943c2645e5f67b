import Table, { type TableProps } from '@cloudscape-design/components/table';
import { dashed, findingSorts } from '@ippo/contracts';
import { useState, type ReactNode } from 'react';
import { findingPath } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { useGo } from '../../lib/use-go.ts';
import { SeverityBars } from '../../ui/severity-bars.tsx';
import { FixCell, OutcomeCell } from './finding-cells.tsx';
import { LineResource, LineSince, LineTold, LineWhere } from './line-cells.tsx';
import { isGroup, lineOf, type ListedRow } from './listed-rows.ts';
import { pickedLines } from './picked.ts';
import { useRowName } from './use-row-name.ts';
import type { FindingsData, FindingsList } from './use-findings.ts';
import type { Selection } from './use-selection.ts';

type Props = {
  data: FindingsData;
  findings: FindingsList;
  sentences: Sentences;
  compact: boolean;
  selection: Selection;
  header: ReactNode;
  filter: ReactNode;
  empty: ReactNode;
  footer: ReactNode;
};

/** A page of findings as a table; a row opens its finding. */
export function FindingsTable({ data, findings, sentences, compact, selection, ...slots }: Props) {
  const t = useText();
  const go = useGo();
  const { place, query } = findings;
  const nameOf = useRowName(sentences);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const ticked = pickedLines(data.lines, selection.picked);
  const expandable: TableProps.ExpandableRows<ListedRow> = {
    getItemChildren: (line) => (isGroup(line) ? line.findings.map(lineOf) : []),
    isItemExpandable: isGroup,
    expandedItems: data.lines.filter(({ key }) => opened.includes(key)),
    onExpandableItemToggle: ({ detail }) => toggle(detail.item, detail.expanded),
  };
  function toggle({ key }: ListedRow, on: boolean): void {
    setOpened((known) => [...known.filter((one) => one !== key), ...(on ? [key] : [])]);
  }
  const columns = useColumns(data, sentences);
  const sorted = columns.find(({ sortingField }) => sortingField === place.sort);
  return (
    <Table
      variant="container"
      items={data.lines}
      columnDefinitions={columns}
      trackBy="key"
      contentDensity={compact ? 'compact' : 'comfortable'}
      wrapLines
      loading={false}
      header={slots.header}
      filter={slots.filter}
      empty={slots.empty}
      footer={slots.footer}
      {...(data.groups === null ? {} : { expandableRows: expandable })}
      selectionType="multi"
      // The lines of another filter stay in sight until the new ones come: they are not of this selection.
      isItemDisabled={() => findings.busy}
      selectedItems={ticked}
      onSelectionChange={({ detail }) => selection.tick(ticked, detail.selectedItems)}
      ariaLabels={{
        tableLabel: t('findings.title'),
        selectionGroupLabel: t('findings.selection'),
        allItemsSelectionLabel: () => t('findings.select-all'),
        itemSelectionLabel: (_, line) => t('findings.select', { what: nameOf(line) }),
        expandButtonLabel: (line) => t('findings.open-group', { what: nameOf(line) }),
        collapseButtonLabel: (line) => t('findings.close-group', { what: nameOf(line) }),
      }}
      {...(sorted ? { sortingColumn: sorted } : {})}
      sortingDescending={place.order === 'desc'}
      onSortingChange={({ detail }) => {
        const sort = findingSorts.find((one) => one === detail.sortingColumn.sortingField);
        if (sort) findings.go(query, { sort, order: detail.isDescending ? 'desc' : 'asc' });
      }}
      onRowClick={({ detail }) => {
        const { item } = detail;
        if (isGroup(item)) return;
        const to = findingPath(item.lead.fingerprint);
        // A click on the row's own link has gone there already.
        if (location.pathname !== to && getSelection()?.toString() === '') go(to);
      }}
    />
  );
}

type Column = TableProps.ColumnDefinition<ListedRow>;

function useColumns({ counts, lines }: FindingsData, sentences: Sentences): Column[] {
  const t = useText();
  const outcomes = new Set(lines.map(({ lead }) => `${lead.outcome} ${lead.blocked}`));
  const accounts = Object.keys(counts.account ?? {}).length;
  const column = (
    id: string,
    header: string,
    width: number,
    cell: Column['cell'],
    sortingField?: string,
  ): Column => ({
    ...{ id, header, cell, width, minWidth: Math.min(width, 90) },
    ...(sortingField === undefined ? {} : { sortingField }),
    ariaLabel: ({ sorted, descending }) =>
      sorted
        ? t(descending ? 'findings.sorted-down' : 'findings.sorted-up', { column: header })
        : header,
  });
  return [
    column(
      'severity',
      t('worst.severity'),
      104,
      ({ lead }) => <SeverityBars severity={lead.severity} />,
      'severity',
    ),
    ...(outcomes.size > 1
      ? [
          column(
            'outcome',
            t('checks.outcome'),
            112,
            ({ lead }) => <OutcomeCell row={lead} />,
            'outcome',
          ),
        ]
      : []),
    {
      ...column('finding', t('worst.finding'), 400, (line) => (
        <LineTold line={line} sentences={sentences} />
      )),
      sortingField: 'check',
      isRowHeader: true,
    },
    ...(accounts > 1
      ? [
          column('account', t('check.account'), 140, ({ lead }) => (
            <span className="code-name">{dashed(lead.account)}</span>
          )),
        ]
      : []),
    column('where', t('worst.where'), 160, (line) => <LineWhere line={line} />, 'region'),
    column(
      'resource',
      t('findings.property.resource'),
      140,
      (line) => <LineResource line={line} />,
      'resource',
    ),
    column(
      'since',
      t('findings.property.since'),
      128,
      (line) => <LineSince line={line} />,
      'since',
    ),
    column('fix', t('worst.fix'), 76, ({ lead }) => <FixCell row={lead} sentences={sentences} />),
  ];
}
