import { lazy, Suspense } from 'react';

export interface ExportMenuProps {
  /** The table's id: the name of its file in `apps/api/src/exports/tables`. */
  table: string;
  /** The page's own filter and order, as they stand in its address; cursors do not belong here. */
  query?: Readonly<Record<string, string | undefined>>;
  /** How many rows were selected, where only these are exported: `query` names them. */
  selected?: number;
}

const Menu = lazy(async () => ({ default: (await import('./export-formats.tsx')).ExportFormats }));

/** Exactly what a table's filter shows, as a file; absent where the person may not export it. */
export function ExportMenu(props: ExportMenuProps) {
  return (
    <Suspense fallback={<span className="export-slot" />}>
      <Menu {...props} />
    </Suspense>
  );
}
