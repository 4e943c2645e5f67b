import { mostSelected, type FindingRow } from '@ippo/contracts';
import { useState } from 'react';

/** The findings that a reader selected on one page of the list; another page or filter begins anew. */
export type Selection = {
  rows: readonly FindingRow[];
  has: (row: FindingRow) => boolean;
  /** Selects these, and nothing else. */
  choose: (rows: readonly FindingRow[]) => void;
};

/** `place` names the list with its filter and page. */
export function useSelection(place: string): Selection {
  const [kept, keep] = useState<{ place: string; rows: readonly FindingRow[] }>({
    ...{ place, rows: [] },
  });
  const rows = kept.place === place ? kept.rows : [];
  const prints = new Set(rows.map(({ fingerprint }) => fingerprint));
  return {
    rows,
    has: ({ fingerprint }) => prints.has(fingerprint),
    choose: (chosen) => keep({ place, rows: chosen.slice(0, mostSelected) }),
  };
}
