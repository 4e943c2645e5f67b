import { Agent, request as httpRequest } from 'node:http';

/** What came back; `code` is the one of a problem body. */
export type RawAnswer = {
  status: number;
  code: string | undefined;
  location: string | undefined;
  cookie: string;
  text: string;
};

const agent = new Agent({ keepAlive: true });

/** Sends exactly these headers, as fetch would not let a test choose its Host. A stream is not awaited. */
export function sendRaw(
  origin: string,
  {
    method,
    path,
    headers = {},
    body,
  }: { method: string; path: string; headers?: Record<string, string>; body?: unknown },
): Promise<RawAnswer> {
  const bytes = body === undefined ? '' : JSON.stringify(body);
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      `${origin}${path}`,
      {
        agent,
        method,
        headers: { ...type, 'content-length': Buffer.byteLength(bytes), ...headers },
      },
      (response) => {
        const { statusCode: status = 0, headers: given } = response;
        const cookie = given['set-cookie']?.[0]?.split(';')[0] ?? '';
        const head = { status, location: given.location, cookie };
        if (given['content-type']?.startsWith('text/event-stream')) {
          resolve({ ...head, code: undefined, text: '' });
          response.destroy();
          return;
        }
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('error', reject).on('end', () => {
          const json = given['content-type']?.includes('json') && text.startsWith('{');
          const { code } = json ? (JSON.parse(text) as { code?: string }) : {};
          resolve({ ...head, code, text });
        });
      },
    );
    outgoing.on('error', reject).end(bytes);
  });
}
