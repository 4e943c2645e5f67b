import type { Scan } from '@ippo/contracts';

/** One event as it came, with when. */
export type StreamEvent = { id: number; name: string; data: unknown; at: number };
/** A stream of server-sent events, read as a browser would, but without coming back by itself. */
export type EventStream = {
  /** The answer's status and headers. */
  answer: Promise<Response>;
  events: StreamEvent[];
  /** Comments, which keep the line open. */
  heartbeats: number[];
  scans(): Scan[];
  /** Resolves when the other side ended it. */
  ended: Promise<void>;
  close(): void;
};

/** Opens a stream with a session's cookie. */
export function readEvents(
  url: string,
  cookie: string,
  headers: Record<string, string> = {},
): EventStream {
  const control = new AbortController();
  const events: StreamEvent[] = [];
  const heartbeats: number[] = [];
  const answer = fetch(url, { headers: { cookie, ...headers }, signal: control.signal });

  function take(block: string): void {
    const at = performance.now();
    if (block.startsWith(':')) heartbeats.push(at);
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const data = field('data');
    if (data === undefined) return;
    events.push({
      id: Number(field('id')),
      name: field('event') ?? '',
      data: JSON.parse(data),
      at,
    });
  }

  async function read(): Promise<void> {
    const { body } = await answer;
    let rest = '';
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) take(block);
    }
  }

  return {
    ...{ answer, events, heartbeats },
    scans: () => events.filter(({ name }) => name === 'scan').map(({ data }) => data as Scan),
    ended: read().catch((error: unknown) => {
      if (!control.signal.aborted) throw error;
    }),
    close: () => control.abort(),
  };
}
