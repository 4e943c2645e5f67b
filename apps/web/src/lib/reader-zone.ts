import { useEffect, useSyncExternalStore } from 'react';

const key = 'ippo.zone';
const listeners = new Set<() => void>();
let chosen = typeof localStorage === 'undefined' ? null : localStorage.getItem(key);

/** The zone of this browser, by its IANA name. */
export function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The zone that the reader chose, else the browser's own. */
export function readerZone(): string {
  return chosen ?? browserZone();
}

/** Remembers the reader's zone in this browser, so that the next page is right from its first moment. */
export function chooseZone(zone: string | null): void {
  if (zone === chosen) return;
  chosen = zone;
  if (zone === null) localStorage.removeItem(key);
  else localStorage.setItem(key, zone);
  for (const listener of listeners) listener();
}

/** The reader's zone; what shows a time with it is drawn again when it changes. */
export function useReaderZone(): string {
  return useSyncExternalStore(subscribe, readerZone);
}

/** Takes over the zone that is kept with the person; undefined while nobody is known. */
export function useOwnZone(zone: string | null | undefined): void {
  useReaderZone();
  useEffect(() => {
    if (zone !== undefined) chooseZone(zone);
  }, [zone]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
