import { useSyncExternalStore } from 'react';
import { problemOf } from './api-problem.ts';

const listeners = new Set<() => void>();
let answers = true;

function set(now: boolean): void {
  if (answers === now) return;
  answers = now;
  for (const look of listeners) look();
}

/** Told of every answer and every error of the API: only what is no answer at all counts as silence. */
export const serverState = {
  onSuccess: () => set(true),
  onError: (error: unknown) => set(problemOf(error) !== null),
};

/** Whether the server answered when it was asked last. */
export function serverAnswers(): boolean {
  return answers;
}

/** The same for a component, which is drawn anew when it changes. */
export function useServerAnswers(): boolean {
  return useSyncExternalStore((look) => {
    listeners.add(look);
    return () => void listeners.delete(look);
  }, serverAnswers);
}
