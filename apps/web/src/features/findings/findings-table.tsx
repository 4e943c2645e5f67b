import Table, { type TableProps } from '@cloudscape-design/components/table';
import { dashed, findingSorts, type FindingRow } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { findingPath } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { useGo } from '../../lib/use-go.ts';
import { SeverityBars } from '../../ui/severity-bars.tsx';
import {
  FindingLink,
  FixCell,
  OutcomeCell,
  ResourceCell,
  SinceCell,
  WhereCell,
} from './finding-cells.tsx';
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
  const columns = useColumns(data, sentences);
  const sorted = columns.find(({ sortingField }) => sortingField === place.sort);
  return (
    <Table
      variant="container"
      items={data.findings}
      columnDefinitions={columns}
      trackBy="fingerprint"
      contentDensity={compact ? 'compact' : 'comfortable'}
      wrapLines
      loading={false}
      header={slots.header}
      filter={slots.filter}
      empty={slots.empty}
      footer={slots.footer}
      selectionType="multi"
      selectedItems={data.findings.filter(selection.has)}
      onSelectionChange={({ detail }) => selection.choose(detail.selectedItems)}
      ariaLabels={{
        tableLabel: t('findings.title'),
        selectionGroupLabel: t('findings.selection'),
        allItemsSelectionLabel: () => t('findings.select-all'),
        itemSelectionLabel: (_, row) => t('findings.select', { what: nameOf(row) }),
      }}
      {...(sorted ? { sortingColumn: sorted } : {})}
      sortingDescending={place.order === 'desc'}
      onSortingChange={({ detail }) => {
        const sort = findingSorts.find((one) => one === detail.sortingColumn.sortingField);
        if (sort) findings.go(query, { sort, order: detail.isDescending ? 'desc' : 'asc' });
      }}
      onRowClick={({ detail }) => {
        const to = findingPath(detail.item.fingerprint);
        // A click on the row's own link has gone there already.
        if (location.pathname !== to && getSelection()?.toString() === '') go(to);
      }}
    />
  );
}

type Column = TableProps.ColumnDefinition<FindingRow>;

function useColumns({ counts, findings }: FindingsData, sentences: Sentences): Column[] {
  const t = useText();
  const outcomes = new Set(findings.map(({ outcome, blocked }) => `${outcome} ${blocked}`));
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
      116,
      (row) => <SeverityBars severity={row.severity} />,
      'severity',
    ),
    ...(outcomes.size > 1
      ? [column('outcome', t('checks.outcome'), 130, (row) => <OutcomeCell row={row} />, 'outcome')]
      : []),
    {
      ...column('finding', t('worst.finding'), 400, (row) => (
        <FindingLink row={row} sentences={sentences} />
      )),
      sortingField: 'check',
      isRowHeader: true,
    },
    ...(accounts > 1
      ? [
          column('account', t('check.account'), 140, (row) => (
            <span className="code-name">{dashed(row.account)}</span>
          )),
        ]
      : []),
    column('where', t('worst.where'), 190, (row) => <WhereCell row={row} />, 'region'),
    column(
      'resource',
      t('findings.property.resource'),
      140,
      (row) => <ResourceCell row={row} />,
      'resource',
    ),
    column('since', t('findings.property.since'), 128, (row) => <SinceCell row={row} />, 'since'),
    column('fix', t('worst.fix'), 84, (row) => <FixCell row={row} sentences={sentences} />),
  ];
}
