import type { Instant } from '@ippo/contracts';
import type { Writing } from '../document/writing.ts';

/** What stands in a cell; nothing where there is nothing. */
export type SheetCell = string | number | null;

/** A column: its id never changes, its heading is in the reader's language; `width` in characters. */
export type SheetColumn = { id: string; heading: string; width: number };

/** One table of the report, with a fact in each column. */
export type Sheet = {
  id: string;
  title: string;
  columns: readonly SheetColumn[];
  /** How many of the first columns stay in sight, and are printed on every page. */
  fixed: number;
  /** How many of the first columns are printed: a page holds no more that can be read. */
  printed: number;
  /** How many rows it has. */
  count: number;
  /** Made as they are read, from the first one each time. */
  rows(): Iterable<SheetCell[]>;
};

/** A column with what stands in it. */
export type SheetField<Item> = SheetColumn & { cell(item: Item): SheetCell };

/** `printed`: ids of the columns that are printed, in their order; without it every one is. */
type SheetHead = { id: string; title: string; fixed?: number; printed?: readonly string[] };

/** A sheet with a row for each item; columns that are not printed stand behind the others. */
export function sheetOf<Item>(
  { id, title, fixed = 1, printed }: SheetHead,
  items: readonly Item[],
  fields: readonly SheetField<Item>[],
): Sheet {
  const ordered = printed === undefined ? fields : printedFirst(fields, printed);
  return {
    ...{ id, title, fixed, printed: printed?.length ?? fields.length },
    columns: ordered.map((column) => ({
      ...{ id: column.id, heading: column.heading, width: column.width },
    })),
    count: items.length,
    *rows() {
      for (const item of items) yield ordered.map(({ cell }) => cell(item));
    },
  };
}

function printedFirst<Item>(fields: readonly SheetField<Item>[], printed: readonly string[]) {
  const first = printed.map((id) => {
    const found = fields.find((column) => column.id === id);
    if (found === undefined) throw new Error(`no column is called ${id}`);
    return found;
  });
  return [...first, ...fields.filter(({ id }) => !printed.includes(id))];
}

/** A column in one line. */
export function field<Item>(
  id: string,
  heading: string,
  width: number,
  cell: (item: Item) => SheetCell,
): SheetField<Item> {
  return { id, heading, width, cell };
}

/** An instant as two columns: UTC for programs, and the time in the report's zone. */
export function instantFields<Item>(
  id: string,
  heading: string,
  at: (item: Item) => Instant | null | undefined,
  { instants }: Writing,
): SheetField<Item>[] {
  const utc = field<Item>(id, `${heading} (UTC)`, 23, (item) => {
    const instant = at(item);
    return instant ? `${instants.utc(instant).replace(' ', 'T')}Z` : null;
  });
  const local = field<Item>(`${id}Local`, `${heading} (${instants.zoneName})`, 22, (item) => {
    const instant = at(item);
    return instant ? instants.local(instant) : null;
  });
  return [utc, local];
}
