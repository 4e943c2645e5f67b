import type { Request, Response } from 'express';
import { DomainError, may, type Scan } from '@ippo/contracts';
import { readSession, type SignedIn } from '../auth/session.ts';
import { sessionLives } from '../store/people-sessions.ts';
import type { Services } from './services.ts';

const heartbeatMs = 5_000;
const quietMs = 100;

/**
 * `GET /api/scans/:id/events`: the scan as a server-sent event at each change, a comment as heartbeat.
 * It ends with the scan, with the session, and with the process. A browser that comes back to a scan
 * that ended is told to stop (204).
 */
export async function sendScanEvents(
  services: Services,
  request: Request<{ id: string }>,
  response: Response,
): Promise<void> {
  const session = await readSession(services.auth, request.headers, services.now());
  if (!session) throw new DomainError('sign-in-required');
  if (!may(session.role, 'read')) throw new DomainError('forbidden');
  const scan = await services.scans.read(request.params.id, session.scope);
  if (scan.finishedAt !== null && request.headers['last-event-id'] !== undefined) {
    response.status(204).end();
    return;
  }
  response.status(200).set({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  stream(services, session, scan, response);
}

function stream(services: Services, session: SignedIn, first: Scan, response: Response): void {
  const { scans, sessionEnds, db, now, log } = services;
  let number = 0;
  let pending: NodeJS.Timeout | undefined;

  function send(scan: Scan): void {
    if (response.writableEnded) return;
    number += 1;
    response.write(`id: ${number}\ndata: ${JSON.stringify(scan)}\n\n`);
    if (scan.finishedAt !== null) response.end();
  }

  function look(): void {
    pending ??= setTimeout(() => {
      pending = undefined;
      scans.read(first.id, session.scope).then(send, fail);
    }, quietMs);
  }

  async function beat(): Promise<void> {
    if (services.closing() || !(await sessionLives(db, session.sessionId, now()))) response.end();
    else response.write(': still here\n\n');
  }

  function fail(error: unknown): void {
    log.warn({ err: error }, 'an event stream failed');
    response.end();
  }

  const stopWatching = scans.watch(first.id, look);
  const stopListening = sessionEnds.on(session.sessionId, () => response.end());
  const heart = setInterval(() => void beat().catch(fail), heartbeatMs);
  response.on('close', () => {
    stopWatching();
    stopListening();
    clearInterval(heart);
    clearTimeout(pending);
  });
  send(first);
  // What changed between reading the scan and watching it must not be lost.
  if (first.finishedAt === null) look();
}
