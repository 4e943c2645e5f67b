import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ListedRow } from './listed-rows.ts';
import { afterTicking, allPicked, nonePicked, type Picked } from './picked.ts';

/** What a reader selected of a list, over all its pages and however it is sorted. */
export type Selection = {
  picked: Picked;
  /** Why it is not what the reader may think: another filter dropped it, or one more did not fit. */
  note: 'dropped' | 'full' | null;
  /** The lines that are ticked went from one set to another. */
  tick: (before: readonly ListedRow[], after: readonly ListedRow[]) => void;
  tickAll: () => void;
  clear: () => void;
};

type Kept = { filter: string } & Pick<Selection, 'picked' | 'note'>;

/**
 * Where what was selected last lies, for who opens a finding and comes back to the list: among the answers, which
 * a while without a reader, a page loaded anew and another person who signs in make forgotten.
 */
const lastKept = ['selection of findings'];

/** `filter` says in words of its own which findings the list lets through. */
export function useSelection(filter: string): Selection {
  const client = useQueryClient();
  const [kept, keep] = useState<Kept>(() => {
    const last = client.getQueryData<Kept>(lastKept);
    const picked = last?.filter === filter ? last.picked : nonePicked;
    return { filter, picked, note: null };
  });
  useEffect(() => void client.setQueryData(lastKept, kept), [client, kept]);
  const { picked, note } = kept;
  if (kept.filter !== filter)
    keep({ filter, picked: nonePicked, note: isAny(picked) ? 'dropped' : null });
  const set = (next: Picked) => keep({ filter, picked: next, note: null });
  return {
    ...{ picked, note },
    tick(before, after) {
      const next = afterTicking(picked, before, after);
      if (next === null) keep({ ...kept, note: 'full' });
      else set(next);
    },
    tickAll: () => set(allPicked),
    clear: () => set(nonePicked),
  };
}

/** Whether a selection holds anything. */
function isAny({ all, ins }: Picked): boolean {
  return all || ins.size > 0;
}
