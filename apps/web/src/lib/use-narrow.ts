import { useSyncExternalStore } from 'react';

const phone = '(max-width: 700px)';

function listen(look: () => void): () => void {
  const query = matchMedia(phone);
  query.addEventListener('change', look);
  return () => query.removeEventListener('change', look);
}

/** Whether the window is as narrow as a phone, where tables become lists. */
export function useNarrow(): boolean {
  return useSyncExternalStore(listen, () => matchMedia(phone).matches);
}
