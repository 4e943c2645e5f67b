import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Scan } from '@ippo/contracts';
import { useEffect, useSyncExternalStore } from 'react';
import { queries } from './api-client.ts';
import { openSharedStream } from './live-stream.ts';

const listeners = new Set<() => void>();
let live = false;

function setLive(now: boolean): void {
  live = now;
  for (const look of listeners) look();
}

/** How often to ask for what runs: often where the stream does not come, else to be on the safe side. */
export function usePollMs(): number {
  const there = useSyncExternalStore(listen, () => live);
  return there ? 15_000 : 3_000;
}

/** Keeps every page's scans current by one stream; the frame of the signed-in pages calls it once. */
export function useLiveScans(signedIn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!signedIn) return undefined;
    const close = openSharedStream((message) => {
      if (message.kind === 'scan') take(client, message.scan);
      else setLive(message.kind === 'open');
    });
    return () => {
      close();
      setLive(false);
    };
  }, [client, signedIn]);
}

function take(client: QueryClient, scan: Scan): void {
  client.setQueryData(queries.scans.read.queryKey({ input: { id: scan.id } }), scan);
  const list = queries.scans.list.queryKey();
  const known = client.getQueryData<{ scans: Scan[] }>(list)?.scans;
  const before = known?.find(({ id }) => id === scan.id);
  if (before === undefined) void client.invalidateQueries({ queryKey: list });
  else
    client.setQueryData(list, {
      scans: known?.map((one) => (one.id === scan.id ? scan : one)) ?? [],
    });
  if (scan.status !== 'complete' || before?.status === 'complete') return;
  void client.invalidateQueries({ queryKey: queries.reports.key() });
  void client.invalidateQueries({ queryKey: queries.findings.key() });
  void client.invalidateQueries({ queryKey: queries.accounts.key() });
}

function listen(look: () => void): () => void {
  listeners.add(look);
  return () => void listeners.delete(look);
}
