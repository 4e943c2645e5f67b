import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { HttpResponse } from '@smithy/protocol-http';

/** What came over the wire for one call; filled while the SDK works. */
export type Answer = {
  attempts: number;
  /** HTTP status, once a whole body has come with it. */
  status: number | undefined;
  bytes: number;
  /** SHA-256 (hex) of the body of the last attempt. */
  digest: string | null;
  requestId: string | null;
  /** AWS's clock minus ours in milliseconds, by the `Date` header. */
  skew: number | undefined;
  /** The body ended early, is an HTML page, or begins like no answer of AWS. */
  broken: boolean;
  /** The body where it is XML, whose parser takes anything for something. */
  xml: string | undefined;
};

/** An answer of more bytes than one reading may hold. */
class TooLarge extends Error {
  override name = 'TooLarge';
}

export function noAnswer(): Answer {
  return {
    attempts: 0,
    status: undefined,
    bytes: 0,
    digest: null,
    requestId: null,
    skew: undefined,
    broken: false,
    xml: undefined,
  };
}

/**
 * Reads the body of a response into memory, at most `limit` bytes, and notes what it was; the SDK then
 * parses the same bytes. Sits right at the wire, once per attempt.
 */
export async function readAnswer(
  answer: Answer,
  response: HttpResponse,
  limit: number,
  now: () => number,
): Promise<void> {
  const body = await collect(response.body, limit - answer.bytes);
  answer.status = response.statusCode;
  answer.bytes += body.length;
  const header = headers(response);
  const date = Date.parse(header('date') ?? '');
  if (Number.isFinite(date)) answer.skew = date - now();
  answer.digest = createHash('sha256').update(body).digest('hex');
  answer.requestId =
    header('x-amzn-requestid') ?? header('x-amz-request-id') ?? requestIdInBody(body);
  const length = Number(header('content-length') ?? body.length);
  const html = /^\s*(<\?xml[^>]*>\s*)?<(!doctype\s+)?html/i.test(
    body.subarray(0, 256).toString('utf8'),
  );
  const begins = /[^\s\uFEFF]/.exec(body.subarray(0, 256).toString('utf8'))?.[0];
  const foreign = response.statusCode < 300 && begins !== undefined && !'{<'.includes(begins);
  answer.broken = html || foreign || body.length < length;
  answer.xml = response.statusCode < 300 && begins === '<' ? body.toString('utf8') : undefined;
  response.body = body;
}

async function collect(body: unknown, limit: number): Promise<Buffer> {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (!(body instanceof Readable)) throw new TypeError('The answer is not a Node stream.');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) throw new TooLarge(`more than ${limit} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** EC2 and query answers carry it in the XML as well. */
function requestIdInBody(body: Buffer): string | null {
  const text = body.subarray(0, 2048).toString('utf8') + body.subarray(-2048).toString('utf8');
  return /<request_?id>([\w-]+)<\/request_?id>/i.exec(text)?.[1] ?? null;
}

function headers(response: HttpResponse) {
  const byName = new Map(
    Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return (name: string) => byName.get(name);
}
