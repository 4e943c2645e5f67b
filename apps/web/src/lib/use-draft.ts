import { useCallback, useState } from 'react';

/** What is being written, and whether it differs from what holds. */
export type Draft<Value> = {
  value: Value;
  dirty: boolean;
  change: (value: Value) => void;
  discard: () => void;
};

/**
 * Something that is being written, kept for this tab until it is saved or discarded: it outlives another
 * page, a reload, and a session that ended. `key` tells drafts apart; `held` is what holds now.
 */
export function useDraft<Value>(key: string, held: Value): Draft<Value> {
  const name = `ippo.draft.${key}`;
  const [draft, setDraft] = useState<Value | null>(() => read<Value>(name));
  const same = (value: Value) => JSON.stringify(value) === JSON.stringify(held);
  const discard = useCallback(() => {
    sessionStorage.removeItem(name);
    setDraft(null);
  }, [name]);
  return {
    value: draft ?? held,
    dirty: draft !== null && !same(draft),
    change(value) {
      if (same(value)) return discard();
      sessionStorage.setItem(name, JSON.stringify(value));
      setDraft(value);
    },
    discard,
  };
}

function read<Value>(name: string): Value | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}
