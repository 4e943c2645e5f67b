import type { Language, Source } from '@ippo/contracts';

/** A value with a stable code, or fields, for programs and words for people, such as an outcome. */
export type Coded = { code: string | Readonly<Record<string, string>>; text: string };

/** What stands in a cell; instants are ISO 8601 in UTC. */
export type Cell = string | number | boolean | null | Coded | readonly string[];

/** A column: the field's name never changes, its heading is in the reader's language. */
export type Column = { id: string; heading: string };

/** A row by the names of its columns; a field that is left out is empty. */
export type Row = Readonly<Record<string, Cell>>;

/** What a table is and where it comes from. */
export type TableHead = {
  /** Its stable id: `findings`. */
  id: string;
  title: string;
  language: Language;
  /** Where the data was read; null for a table of what this install itself knows. */
  source: Source | null;
  /** The source as a sentence where it is not AWS, else null. */
  notice: string | null;
  /** 12 digits each; empty where the rows are not about accounts. */
  accounts: readonly string[];
  /** What the rows were narrowed and ordered by, as it stood in the address. */
  filter: Readonly<Record<string, string>>;
  madeAt: string;
  /** The name of who made it. */
  madeBy: string;
  /** Ippo's version. */
  version: string;
};

/** A table that a format renders, row by row: it need never be in memory as a whole. */
export type Table = {
  head: TableHead;
  columns: readonly Column[];
  rows: AsyncIterable<Row>;
};

/** Whether a cell has a code besides its words. */
export function isCoded(cell: Cell): cell is Coded {
  return typeof cell === 'object' && cell !== null && 'code' in cell;
}

/** Rows in groups, so that a writer is called less often. */
export async function* inGroups(rows: AsyncIterable<Row>, size = 100): AsyncGenerator<Row[]> {
  let group: Row[] = [];
  for await (const row of rows) {
    group.push(row);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
