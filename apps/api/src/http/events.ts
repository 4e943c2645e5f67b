import type { Request, RequestHandler, Response } from 'express';
import { DomainError } from '@ippo/contracts';
import type { SignedIn } from '../auth/session.ts';
import type { LiveScan } from '../scan/scan-feed.ts';
import { sees } from '../store/reader-scope.ts';
import type { Services } from './services.ts';
import { requireReader } from './who-asks.ts';

const heartbeatMs = 5_000;
/** A browser that comes back waits for so long. */
const comeBackMs = 2_000;
/** A reader that does not read is sent away; it is told the whole state when it returns. */
const mostUnread = 1_000_000;
/** Open streams of one person; one more ends the oldest, whose line may be dead without our knowing. */
const mostOfAPerson = 20;

/** What ends each open stream of a person, the oldest first. */
type OpenStreams = Map<string, Set<() => void>>;

/**
 * `GET /api/events`: one stream of server-sent events for all that a browser watches. `scan` is a scan as
 * it is now, at each change; its id is the number of the change, for every process the same. A browser
 * that comes back (`Last-Event-ID`, or `?after=`) is told what it missed. The stream ends with the session,
 * with the right to read, and with the process.
 */
export function eventStreams(services: Services): RequestHandler {
  const open: OpenStreams = new Map();
  return (request, response) => sendEvents(services, open, request, response);
}

async function sendEvents(
  services: Services,
  open: OpenStreams,
  request: Request,
  response: Response,
): Promise<void> {
  const after = changeAskedFor(request);
  const session = await requireReader(services, request, 'read');
  response.status(200).set({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  response.write(`retry: ${comeBackMs}\n\n`);
  await stream(services, request, response, { session, after, open });
}

async function stream(
  services: Services,
  request: Request,
  response: Response,
  { session, after, open }: { session: SignedIn; after: number | null; open: OpenStreams },
): Promise<void> {
  const { feed, sessionEnds, log } = services;
  const told = new Map<string, number>();
  let { scope } = session;
  let last = after ?? 0;

  // Not left to the line's own end: a dead one may take a quarter of an hour to be noticed.
  function end(): void {
    letGo();
    response.end();
  }

  function send(name: string, change: number, data: unknown): void {
    if (response.writableEnded) return;
    if (response.writableLength > mostUnread) return end();
    last = Math.max(last, change);
    response.write(`id: ${last}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  function take({ change, scan }: LiveScan): void {
    const before = told.get(scan.id) ?? 0;
    // The same change again is news only of a scan that runs: its progress.
    const known = change < before || (change === before && scan.finishedAt !== null);
    if (known || !sees(scope, scan.account)) return;
    told.set(scan.id, change);
    send('scan', change, scan);
  }

  // Also notices a role, accounts or an end of access that somebody changed meanwhile.
  async function beat(): Promise<void> {
    ({ scope } = await requireReader(services, request, 'read'));
    if (services.closing()) end();
    else if (!response.writableEnded) response.write(': still here\n\n');
  }

  function fail(error: unknown): void {
    if (!(error instanceof DomainError)) log.warn({ err: error }, 'an event stream failed');
    end();
  }

  const stopListening = feed.listen({ take, end });
  const stopWaiting = sessionEnds.on(session.sessionId, end);
  const stopCounting = count(open, session.userId, end);
  const heart = setInterval(() => void beat().catch(fail), heartbeatMs);
  function letGo(): void {
    stopListening();
    stopWaiting();
    stopCounting();
    clearInterval(heart);
  }
  response.on('close', letGo);
  // Who left while we asked who they are has closed it already.
  if (response.destroyed) return letGo();
  try {
    const { changes, newest } = await feed.replay(after);
    if (last > newest) last = 0;
    for (const live of changes) take(live);
    send('ready', newest, {});
  } catch (error) {
    fail(error);
  }
}

function count(open: OpenStreams, userId: string, end: () => void): () => void {
  const ends = open.get(userId) ?? new Set();
  open.set(userId, ends.add(end));
  const [oldest] = ends;
  if (ends.size > mostOfAPerson) oldest?.();
  return () => {
    ends.delete(end);
    if (ends.size === 0) open.delete(userId);
  };
}

/** A browser says it itself when its line broke; our page does after an answer that was an error. */
function changeAskedFor({ headers, query }: Request): number | null {
  const text = headers['last-event-id'] ?? query['after'];
  if (text === undefined || text === '') return null;
  const change = typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(change)) throw new DomainError('bad-request');
  return change;
}
