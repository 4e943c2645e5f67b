import { Readable } from 'node:stream';
import type { HttpRequest, HttpResponse } from '@smithy/protocol-http';
import type { Source } from '@ippo/contracts';
import { instant, type Clock } from '../clock.ts';
import type { HttpHandler, OperationOf } from '../guard.ts';
import { operations } from '../operations.ts';
import { errorName } from '../reading-reasons.ts';
import { maskBody, masksOf } from './mask-body.ts';
import { signedRegion, wireParameters } from './wire-request.ts';
import type { RecordingHead, WireLine, WireOutcome } from './wire-line.ts';

/** Takes one line of a recording, its line end included. */
export type WriteLine = (line: string) => void;

/** The headers that the SDK's parsers look at, and the ids that evidence cites. */
const keptHeaders = [
  'content-type',
  'date',
  'x-amzn-requestid',
  'x-amz-request-id',
  'x-amzn-errortype',
  'x-amzn-query-error',
];

/** Where a recording is made: what it is of, and where its lines go. */
export type Recorder = { source: Source; startRegion: string; clock: Clock; write: WriteLine };

/**
 * Writes down what a handler answers to the collectors' operations, masked. Whatever turns a profile into
 * credentials passes by unseen: it is no collector's operation.
 */
export function recording(handler: HttpHandler, { source, startRegion, clock, write }: Recorder) {
  const startedAt = instant(clock.now());
  put({ recording: 'ippo-wire', format: 1, source, startRegion, startedAt });

  function put(line: RecordingHead | WireLine) {
    write(`${JSON.stringify(line)}\n`);
  }

  return function recorded(operationOf: OperationOf): HttpHandler {
    const recorder: HttpHandler = Object.create(handler);
    recorder.handle = async (request, options) => {
      const operation = operationOf(request);
      if (!operations.includes(operation)) return handler.handle(request, options);
      const note = (outcome: WireOutcome) => {
        put({ ...questionOf(operation, request), at: instant(clock.now()), ...outcome });
      };
      try {
        const { response } = await handler.handle(request, options);
        listen(response, (body) => note(outcomeOf(response, body, operation)));
        return { response };
      } catch (error) {
        note(options?.abortSignal?.aborted ? { unanswered: true } : { failure: errorName(error) });
        throw error;
      }
    };
    return recorder;
  };
}

function questionOf(operation: string, request: HttpRequest) {
  return { operation, region: signedRegion(request), parameters: wireParameters(request) };
}

/** Hears a body while it is read, and tells it when it ends, or when the reader has had enough. */
function listen(response: HttpResponse, heard: (body: Buffer) => void): void {
  const body: unknown = response.body;
  if (!(body instanceof Readable)) return heard(Buffer.alloc(0));
  response.body = Readable.from(passOn(body), { objectMode: false });

  async function* passOn(stream: Readable) {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of stream) {
        chunks.push(Buffer.from(chunk));
        yield chunk;
      }
    } finally {
      heard(Buffer.concat(chunks));
    }
  }
}

function outcomeOf(
  { statusCode, headers }: HttpResponse,
  body: Buffer,
  operation: string,
): WireOutcome {
  const byName = new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const missingBytes = Number(byName.get('content-length') ?? body.length) - body.length;
  return {
    status: statusCode,
    headers: Object.fromEntries([...byName].filter(([name]) => keptHeaders.includes(name))),
    body: maskBody(body.toString('utf8'), masksOf(operation)),
    ...(missingBytes > 0 && { missingBytes }),
  };
}
