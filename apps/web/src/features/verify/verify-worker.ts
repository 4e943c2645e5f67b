import { digestOf, longestPack, verifyPack } from '@ippo/pack';
import { isPack, type FromVerifier, type ToVerifier } from './verdict.ts';

// A thread of its own: a file that was made to be slow holds up nobody, and can be stopped.
self.addEventListener('message', ({ data }: MessageEvent<ToVerifier>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  void look(data.file).then((answer) => self.postMessage(answer));
});

async function look(file: File): Promise<FromVerifier> {
  if (file.size > longestPack) return { state: 'too-large' };
  try {
    const { name, size } = file;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const pack = isPack(name, bytes) ? verifyPack(bytes) : null;
    return { state: 'looked', verdict: { name, size, sha256: digestOf(bytes), pack } };
  } catch {
    return { state: 'unreadable' };
  }
}
