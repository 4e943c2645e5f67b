/** Tells open streams at once when their session ends. */
export type SessionEnds = {
  on(sessionId: string, close: () => void): () => void;
  ended(sessionId: string): void;
};

/** Opens an empty list of streams by session. */
export function openSessionEnds(): SessionEnds {
  const streams = new Map<string, Set<() => void>>();
  return {
    on(sessionId, close) {
      const set = streams.get(sessionId) ?? new Set();
      streams.set(sessionId, set.add(close));
      return () => {
        set.delete(close);
        if (set.size === 0) streams.delete(sessionId);
      };
    },
    ended(sessionId) {
      for (const close of streams.get(sessionId) ?? []) close();
    },
  };
}
