import { afterEach, describe, expect, test, vi } from 'vitest';
import { openSharedStream, openStream, type LiveMessage } from './live-stream.ts';

const scan = { id: 'one', status: 'running' };
const tellScan = { kind: 'scan', scan };

/** A browser's EventSource, as far as it is used; the test plays the server. */
class PlayedSource {
  static opened: PlayedSource[] = [];
  static readonly open = (address: string): PlayedSource => new PlayedSource(address);
  readyState = 1;
  readonly address: string;
  private readonly takers = new Map<string, (event: MessageEvent<string>) => void>();

  constructor(address: string) {
    this.address = address;
    PlayedSource.opened.push(this);
  }
  addEventListener(name: string, take: (event: MessageEvent<string>) => void): void {
    this.takers.set(name, take);
  }
  says(name: string, id: number, data: unknown = {}): void {
    const event = { lastEventId: String(id), data: JSON.stringify(data) };
    this.takers.get(name)?.(event as MessageEvent<string>);
  }
  breaks({ forGood }: { forGood: boolean }): void {
    this.readyState = forGood ? 2 : 0;
    this.says('error', 0);
  }
  close(): void {
    this.readyState = 2;
  }
}

const closers: (() => void)[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const close of closers.splice(0)) close();
  PlayedSource.opened = [];
});

function newest(): PlayedSource {
  return PlayedSource.opened.at(-1) as PlayedSource;
}

describe('the stream of all scans', () => {
  test('tells of each scan, of its own end, and asks from where it broke off when it returns', () => {
    vi.useFakeTimers();
    const told: LiveMessage[] = [];
    closers.push(openStream((message) => told.push(message), PlayedSource.open));

    newest().says('ready', 6);
    newest().says('scan', 7, scan);
    newest().breaks({ forGood: true });
    vi.advanceTimersByTime(5_000);
    newest().says('ready', 7);

    expect(PlayedSource.opened.map(({ address }) => address)).toEqual([
      '/api/events',
      '/api/events?after=7',
    ]);
    expect(told).toEqual([{ kind: 'open' }, tellScan, { kind: 'closed' }, { kind: 'open' }]);
  });

  test('leaves it to the browser to come back where the browser does', () => {
    vi.useFakeTimers();
    closers.push(openStream(() => {}, PlayedSource.open));

    newest().breaks({ forGood: false });
    vi.advanceTimersByTime(60_000);

    expect(PlayedSource.opened).toHaveLength(1);
  });

  test('is not opened again once the page has closed it', () => {
    vi.useFakeTimers();
    const close = openStream(() => {}, PlayedSource.open);

    newest().breaks({ forGood: true });
    close();
    vi.advanceTimersByTime(60_000);

    expect(PlayedSource.opened).toHaveLength(1);
    expect(newest().readyState).toBe(2);
  });
});

describe('several pages of one browser', () => {
  function page(): { told: LiveMessage[]; close(): void } {
    const told: LiveMessage[] = [];
    const close = openSharedStream((message) => told.push(message), PlayedSource.open);
    closers.push(close);
    return { told, close };
  }

  test('share one stream, also a page that comes later, and hand it on when its page goes', async () => {
    const first = page();
    await vi.waitFor(() => expect(PlayedSource.opened).toHaveLength(1), 30_000);
    newest().says('ready', 1);
    const second = page();
    await vi.waitFor(() => expect(second.told).toContainEqual({ kind: 'open' }), 30_000);

    newest().says('scan', 2, scan);
    await vi.waitFor(() => expect(second.told).toContainEqual(tellScan), 30_000);
    // Long enough for a second stream to show.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const shared = PlayedSource.opened.length;
    first.close();
    await vi.waitFor(() => expect(PlayedSource.opened).toHaveLength(2), 30_000);
    newest().says('scan', 3, { ...scan, status: 'complete' });

    expect(shared).toBe(1);
    expect(PlayedSource.opened[0]?.readyState).toBe(2);
    expect(first.told).toEqual([{ kind: 'open' }, tellScan]);
    expect(second.told.at(-1)).toEqual({ kind: 'scan', scan: { ...scan, status: 'complete' } });
  });
});
