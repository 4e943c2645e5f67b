import { Readable } from 'node:stream';
import { HttpResponse, type HttpRequest } from '@smithy/protocol-http';
import type { Source } from '@ippo/contracts';
import { systemClock, type Clock } from '../clock.ts';
import type { HttpHandler, OperationOf } from '../guard.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { operations } from '../operations.ts';
import { openSession, type AwsSession } from '../session.ts';
import { readRecording, type WireLine } from './wire-line.ts';
import { questionKey, signedRegion, wireParameters } from './wire-request.ts';

export type ReplayOptions = { limits?: Partial<Limits> };

/**
 * Opens a recording as an account, under the real SDK and at the time it was made; no network. A question that
 * it has no answer to is refused as `unexpected` (`NotRecorded`). Throws `setting-invalid` where the text is no
 * recording.
 */
export function replayedSession(text: string, options: ReplayOptions = {}): AwsSession {
  const { head, lines } = readRecording(text);
  const { source, startRegion, startedAt } = head;
  return openSession({
    source: { kind: 'simulated', world: `replay of ${nameOf(source)}` },
    startRegion,
    clock: clockFrom(Date.parse(startedAt)),
    limits: { ...defaultLimits, ...options.limits },
    handler: (operationOf) => replayHandler(lines, operationOf),
    operations,
    routes: [],
    endpoints: new Set(),
    credentials: () => async () => ({ accessKeyId: 'AKIAREPLAYED', secretAccessKey: 'replayed' }),
    clientSettings: {
      ignoreConfiguredEndpointUrls: true,
      useFipsEndpoint: false,
      useDualstackEndpoint: false,
    },
  });
}

/** What a recording does not hold. */
class NotRecorded extends Error {
  override name = 'NotRecorded';
}

/** Gives each question its answers in the order in which they came, the last one again and again. */
function replayHandler(lines: readonly WireLine[], operationOf: OperationOf): HttpHandler {
  const left = Map.groupBy(lines, ({ operation, region, parameters }) =>
    questionKey(operation, region, parameters),
  );

  async function handle(request: HttpRequest, { abortSignal }: { abortSignal?: AbortSignal } = {}) {
    const operation = operationOf(request);
    const answers = left.get(
      questionKey(operation, signedRegion(request), wireParameters(request)),
    );
    const line = answers && answers.length > 1 ? answers.shift() : answers?.[0];
    if (!line) throw new NotRecorded(`${operation} is not in the recording.`);
    if ('failure' in line) throw Object.assign(new Error(line.failure), { code: line.failure });
    if ('unanswered' in line) return silence(abortSignal);
    const body = Buffer.from(line.body);
    const bytes = body.length + (line.missingBytes ?? 0);
    const headers = { ...line.headers, 'content-length': String(bytes) };
    const response = { statusCode: line.status, headers, body: Readable.from([body]) };
    return { response: new HttpResponse(response) };
  }

  return {
    handle: handle as HttpHandler['handle'],
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
    destroy: () => {},
    metadata: { handlerProtocol: 'http/1.1' },
  } as HttpHandler;
}

/** Waits until the asker gives up. */
function silence(abortSignal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(abortSignal?.reason);
    if (abortSignal?.aborted) stop();
    abortSignal?.addEventListener('abort', stop, { once: true });
  });
}

/** Runs as fast as the system's, from another time on. */
function clockFrom(start: number): Clock {
  const shift = start - systemClock.now();
  return { now: () => systemClock.now() + shift, wait: systemClock.wait };
}

function nameOf({ kind, world, url }: Source): string {
  return world ?? url ?? kind;
}
