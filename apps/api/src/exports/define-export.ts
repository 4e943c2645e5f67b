import {
  DomainError,
  type Language,
  type Localised,
  type Permission,
  type Source,
} from '@ippo/contracts';
import type { Cell, Column, Row } from '@ippo/reports';
import type { z } from 'zod';
import type { Services } from '../http/services.ts';
import type { ReaderScope } from '../store/reader-scope.ts';
import { cellWriter, type CellWriter } from './cell-writer.ts';

/** Who exports, and in which language. */
export type ExportContext = {
  services: Services;
  scope: ReaderScope;
  language: Language;
};

/** A column with what stands in it; its id is for programs and never changes. */
export type ExportColumn<Item> = {
  id: string;
  heading: Localised;
  cell(item: Item, write: CellWriter): Cell;
};

/** What the rows are about, and the rows: read as they are written. */
type Opened<Item> = {
  /** Null for what this install itself knows. */
  source: Source | null;
  /** 12 digits each. */
  accounts: readonly string[];
  columns: readonly ExportColumn<Item>[];
  items: AsyncIterable<Item> | Iterable<Item>;
};

type Definition<Input extends z.ZodObject, Item> = {
  /** The name of its file, and of its address. */
  id: string;
  title: Localised;
  /** That of the page which shows the same. */
  permission: Exclude<Permission, 'anyone'>;
  /** The page's own filter. */
  input: Input;
  open(context: ExportContext, input: z.output<Input>): Promise<Opened<Item>>;
};

/** A table whose columns and rows are written in a reader's language. */
export type OpenedTable = {
  source: Source | null;
  accounts: readonly string[];
  columns: readonly Column[];
  rows: AsyncIterable<Row>;
  filter: Readonly<Record<string, string>>;
};

/** A table that can be exported. */
export type ExportTable = {
  id: string;
  title: Localised;
  permission: Exclude<Permission, 'anyone'>;
  input: z.ZodObject;
  /** Throws DomainError `bad-request` for a filter that the page could not have either. */
  open(context: ExportContext, query: Readonly<Record<string, unknown>>): Promise<OpenedTable>;
};

/**
 * Defines a table: the default export of a file below `exports/tables/`. Such a file is all it takes; the
 * route, its permission test, the OpenAPI document and the list of `GET /api/exports` read the registry.
 */
export function defineExport<Input extends z.ZodObject, Item>(
  definition: Definition<Input, Item>,
): ExportTable {
  const { id, title, permission, input } = definition;
  return {
    ...{ id, title, permission, input },
    async open(context, query) {
      const asked = input.safeParse(query);
      if (!asked.success) throw new DomainError('bad-request');
      const { source, accounts, columns, items } = await definition.open(context, asked.data);
      const { language } = context;
      return {
        ...{ source, accounts, filter: givenOf(query, asked.data) },
        columns: columns.map((column) => ({ id: column.id, heading: column.heading[language] })),
        rows: rowsOf(items, columns, cellWriter(language)),
      };
    },
  };
}

async function* rowsOf<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  columns: readonly ExportColumn<Item>[],
  write: CellWriter,
): AsyncGenerator<Row> {
  for await (const item of items)
    yield Object.fromEntries(columns.map(({ id, cell }) => [id, cell(item, write)]));
}

/** The filter as it stood in the address: what the table knows of it, and no more. */
function givenOf(query: Readonly<Record<string, unknown>>, known: object): Record<string, string> {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[0] in known && typeof entry[1] === 'string',
  );
  return Object.fromEntries(given);
}
