import { useEffect, useRef, useState } from 'react';
import type { FileVerdict, FromVerifier, ToVerifier } from './verdict.ts';

const mostMs = 30_000;

/** How far looking at a file is. */
export type Verifying =
  | { state: 'idle' }
  | { state: 'looking'; name: string }
  | { state: 'looked'; verdict: FileVerdict }
  | { state: 'too-large' | 'too-slow' | 'unreadable' };

/** Looks at a file in a thread of this browser; nothing of it is sent anywhere. */
export function useVerify() {
  const [verifying, setVerifying] = useState<Verifying>({ state: 'idle' });
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  function look(file: File): void {
    stop.current();
    setVerifying({ state: 'looking', name: file.name });
    const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' });
    const end = (next: Verifying) => {
      stop.current();
      setVerifying(next);
    };
    const timer = setTimeout(() => end({ state: 'too-slow' }), mostMs);
    stop.current = () => {
      clearTimeout(timer);
      worker.terminate();
    };
    worker.addEventListener('message', ({ data }: MessageEvent<FromVerifier>) => end(data));
    worker.addEventListener('error', () => end({ state: 'unreadable' }));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage({ file } satisfies ToVerifier);
  }

  return { verifying, look };
}
