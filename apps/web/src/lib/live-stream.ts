import type { Scan } from '@ippo/contracts';

/** What the server's stream of events tells: whether it is there, and each scan as it is now. */
export type LiveMessage = { kind: 'open' } | { kind: 'closed' } | { kind: 'scan'; scan: Scan };
/** Between pages; who comes later asks how it stands. */
type Passed = LiveMessage | { kind: 'asks' };
type Tell = (message: LiveMessage) => void;

/** What of a browser's EventSource is used. */
type Source = Pick<EventSource, 'readyState' | 'close'> & {
  addEventListener(name: string, take: (event: MessageEvent<string>) => void): void;
};
export type OpenSource = (address: string) => Source;

const openInBrowser: OpenSource = (address) => new EventSource(address);
/** As EventSource says that it will not try again by itself. */
const gaveUp = 2;
const tryAgainMs = 5_000;

/**
 * Opens the stream of all scans; what closes it. A browser comes back by itself when the line breaks, but
 * gives up at an answer that is an error, as while the server restarts: then this tries again.
 */
export function openStream(tell: Tell, open: OpenSource = openInBrowser): () => void {
  let last = '';
  let source: Source;
  let later: ReturnType<typeof setTimeout> | undefined;

  function begin(): void {
    source = open(last === '' ? '/api/events' : `/api/events?after=${last}`);
    source.addEventListener('scan', ({ lastEventId, data }) => {
      last = lastEventId;
      tell({ kind: 'scan', scan: JSON.parse(data) as Scan });
    });
    source.addEventListener('ready', ({ lastEventId }) => {
      last = lastEventId;
      tell({ kind: 'open' });
    });
    source.addEventListener('error', () => {
      tell({ kind: 'closed' });
      if (source.readyState !== gaveUp) return;
      clearTimeout(later);
      later = setTimeout(begin, tryAgainMs);
    });
  }

  begin();
  return () => {
    clearTimeout(later);
    source.close();
  };
}

const shared = 'ippo-events';

/**
 * Opens one stream for all pages of a browser, which has few lines to one server: one page holds it and
 * passes on what it hears; when it goes, another one takes it up. Where pages cannot agree (an address
 * without TLS that is not this machine), each has its own.
 */
export function openSharedStream(tell: Tell, open: OpenSource = openInBrowser): () => void {
  if (navigator.locks === undefined) return openStream(tell, open);
  const others = new BroadcastChannel(shared);
  const leave = new AbortController();
  let holds = false;
  let state: LiveMessage = { kind: 'closed' };

  others.addEventListener('message', ({ data }: MessageEvent<Passed>) => {
    if (data.kind !== 'asks') tell(data);
    else if (holds) pass(state);
  });
  pass({ kind: 'asks' });

  function pass(message: Passed): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is one origin's
    others.postMessage(message);
  }

  function tellAll(message: LiveMessage): void {
    if (message.kind !== 'scan') state = message;
    tell(message);
    pass(message);
  }

  async function hold(): Promise<void> {
    if (leave.signal.aborted) return;
    holds = true;
    const close = openStream(tellAll, open);
    await new Promise((resolve) => leave.signal.addEventListener('abort', resolve));
    close();
  }

  // Who leaves before its turn only leaves the line.
  navigator.locks.request(shared, { signal: leave.signal }, hold).catch(() => {});
  return () => {
    leave.abort();
    others.close();
  };
}
