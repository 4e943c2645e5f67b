import { useSyncExternalStore } from 'react';

const key = 'ippo.shortcuts';
const changed = 'ippo-shortcuts';

/** Whether single keys work; on, until this browser's reader switches them off. */
export function shortcutsEnabled(): boolean {
  return localStorage.getItem(key) !== 'off';
}

/** The same as state, and how to change it; every place that shows it follows. */
export function useShortcutsEnabled(): [boolean, (enabled: boolean) => void] {
  return [useSyncExternalStore(listen, shortcutsEnabled), choose];
}

function choose(enabled: boolean): void {
  localStorage.setItem(key, enabled ? 'on' : 'off');
  dispatchEvent(new Event(changed));
}

function listen(look: () => void): () => void {
  // The first is this window's own, the second another one's.
  addEventListener(changed, look);
  addEventListener('storage', look);
  return () => {
    removeEventListener(changed, look);
    removeEventListener('storage', look);
  };
}
