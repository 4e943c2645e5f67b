import { useSyncExternalStore } from 'react';

const key = 'ippo.theme';

const listeners = new Set<() => void>();

export type Theme = 'light' | 'dark';

/** What `first-paint.js` decided, or what was chosen since. */
export function currentTheme(): Theme {
  return document.body.classList.contains('awsui-dark-mode') ? 'dark' : 'light';
}

export function applyTheme(theme: Theme): void {
  document.body.classList.toggle('awsui-dark-mode', theme === 'dark');
  document.documentElement.style.colorScheme = theme;
  localStorage.setItem(key, theme);
  for (const listener of listeners) listener();
}

/** The theme; whoever shows it is drawn again when it changes. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
