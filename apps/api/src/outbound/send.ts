import type { IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { DomainError } from '@ippo/contracts';

/** For a whole exchange, and for the body of its answer. */
export type Limits = { milliseconds: number; bytes: number };

type Destination = {
  url: URL;
  host: string;
  /** Tested addresses: no other is connected to. */
  addresses: readonly string[];
  signal: AbortSignal;
  limits: Limits;
  ca?: string;
};

/** Hop-by-hop headers, and what follows from the address itself. */
const ownHeaders = ['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding'];
const bodiless = new Set([204, 205]);

/** Sends a request to one of the addresses and reads the whole answer; throws `outbound-failed`. */
export async function sendTo(request: Request, to: Destination): Promise<Response> {
  const body = request.body === null ? null : new Uint8Array(await request.arrayBuffer());
  const headers = Object.fromEntries(
    [...request.headers].filter(([name]) => !ownHeaders.includes(name)),
  );
  const { url, host, signal, limits, ca } = to;
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = httpsRequest(url, {
        method: request.method,
        // A compressed body could grow beyond any limit of bytes received.
        headers: { 'user-agent': 'Ippo', ...headers, 'accept-encoding': 'identity' },
        // Without an agent no connection outlives its exchange, and none is taken over untested.
        ...{ agent: false, host, lookup: only(to.addresses), signal, maxHeaderSize: 16_384 },
        // The name in a certificate has no final dot.
        ...(isIP(host) === 0 && { servername: host }),
        ...(ca && { ca }),
      });
      outgoing.once('error', reject).once('response', resolve);
      outgoing.end(body);
    });
    return await toResponse(answer, host, limits.bytes);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const reason = signal.aborted ? 'timeout' : 'connection';
    throw new DomainError('outbound-failed', { host, reason }, error);
  }
}

/** Answers every look-up with what was tested, so that a second answer of the name server is never seen. */
function only(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_hostname, options, callback) => {
    const [first] = found;
    if (options.all) callback(null, found);
    else callback(null, first?.address ?? '', first?.family);
  };
}

async function toResponse(answer: IncomingMessage, host: string, most: number): Promise<Response> {
  const status = answer.statusCode ?? 0;
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  if (status >= 300 && status < 400) throw failed(answer, host, 'redirect');
  if (status < 200 || status > 599) throw failed(answer, host, 'status');
  if (encoding !== 'identity') throw failed(answer, host, 'encoding');
  if (Number(answer.headers['content-length'] ?? 0) > most) throw failed(answer, host, 'too-large');
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > most) throw failed(answer, host, 'too-large');
    chunks.push(chunk);
  }
  const headers = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const body = bodiless.has(status) ? null : Buffer.concat(chunks);
  return new Response(body, { status, headers });
}

function failed(answer: IncomingMessage, host: string, reason: string): DomainError {
  answer.destroy();
  return new DomainError('outbound-failed', { host, reason });
}
