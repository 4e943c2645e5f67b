import { Resolver } from 'node:dns/promises';
import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import dns2 from 'dns2';
import { generate } from 'selfsigned';
import { DomainError } from '@ippo/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openOutbound, type OutboundSettings } from './outbound.ts';

const name = 'idp.ippo.test';
let ca: string;
let server: Server;
let port: number;
let answer: RequestListener = (_request, response) => void response.end('{}');
let asked: string[] = [];

beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: name }], {
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
    ],
  });
  ca = made.cert;
  server = createServer({ key: made.private, cert: made.cert }, (request, response) => {
    asked.push(`${request.method} ${request.headers.host} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  asked = [];
  answer = (_request, response) => void response.end('{}');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** As an owner would allow a provider of their own network, here on this machine. */
function inside(settings: OutboundSettings = {}) {
  return openOutbound({
    ...{ privateHosts: [name], resolve: async () => ['127.0.0.1'], ca },
    ...settings,
  });
}

async function reasonOf(work: Promise<Response>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw new Error('no problem of ours', { cause: error });
  return `${error.code}: ${error.params['reason']}`;
}

/** A name server whose answers follow one another, as an attacker's would. */
async function nameServer(answers: readonly string[]) {
  let questions = 0;
  const { Packet } = dns2;
  const running = dns2.createUDPServer((request, send) => {
    const response = Packet.createResponseFromRequest(request);
    const [question] = request.questions;
    if (question?.type === Packet.TYPE.A) {
      const address = answers[Math.min(questions, answers.length - 1)] ?? '';
      questions += 1;
      const { A: type } = Packet.TYPE;
      const row = { name: question.name, type, class: Packet.CLASS.IN, ttl: 0, address };
      response.answers.push(new Packet.Resource(row));
    }
    void send(response);
  });
  await running.listen(0, '127.0.0.1');
  const resolver = new Resolver();
  resolver.setServers([`127.0.0.1:${running.address().port}`]);
  return {
    resolve: (host: string) => resolver.resolve4(host),
    questions: () => questions,
    close: () => running.close(),
  };
}

describe('an address that must not be asked is refused before anything is sent', () => {
  test.each([
    ['http://example.com/', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['nonsense', 'not-an-address'],
    ['https://user@example.com/', 'userinfo'],
    ['https://user:secret@example.com/', 'userinfo'],
    ['https://example.com@127.0.0.1/', 'userinfo'],
    ['https://127.0.0.1/', 'address'],
    ['https://2130706433/', 'address'],
    ['https://0x7f000001/', 'address'],
    ['https://0177.0.0.1/', 'address'],
    ['https://127.1/', 'address'],
    ['https://0/', 'address'],
    ['https://[::1]/', 'address'],
    ['https://[::ffff:127.0.0.1]/', 'address'],
    ['https://[::ffff:a9fe:a9fe]/', 'address'],
    ['https://[64:ff9b::7f00:1]/', 'address'],
    ['https://169.254.169.254/latest/meta-data/', 'address'],
    ['https://localhost/', 'address'],
    ['https://LOCALHOST./', 'address'],
    ['https://１２７.0.0.1/', 'address'],
  ])('%s', async (address, reason) => {
    const outbound = openOutbound();

    expect(await reasonOf(outbound(address))).toBe(`outbound-refused: ${reason}`);
  });

  test('a name of which one address of several is private', async () => {
    const outbound = openOutbound({ resolve: async () => ['8.8.8.8', '10.0.0.1'] });

    expect(await reasonOf(outbound('https://example.com/'))).toBe('outbound-refused: address');
  });

  test('a name without an address', async () => {
    const outbound = openOutbound({ resolve: async () => [] });

    expect(await reasonOf(outbound('https://example.com/'))).toBe('outbound-refused: address');
  });

  test('a host that is not on the list, also with a dot at its end or in other letters', async () => {
    const outbound = inside({ onlyHosts: [name] });

    const other = await reasonOf(outbound('https://example.com/'));
    const own = await outbound(`https://IDP.ippo.test.:${port}/`);

    expect([other, own.status]).toEqual(['outbound-refused: host', 200]);
  });

  test('the metadata service, even where its name was allowed as a private one', async () => {
    const outbound = inside({ resolve: async () => ['169.254.169.254'] });

    expect(await reasonOf(outbound(`https://${name}/`))).toBe('outbound-refused: address');
  });

  test('a private address whose name nobody allowed', async () => {
    const outbound = inside({ privateHosts: ['other.ippo.test'] });

    const reason = await reasonOf(outbound(`https://${name}:${port}/`));

    expect([reason, asked]).toEqual(['outbound-refused: address', []]);
  });
});

describe('a name that changes its address between test and connection', () => {
  test('is asked for once, and what was tested is connected to', async () => {
    const names = await nameServer(['203.0.114.7', '127.0.0.1']);
    const outbound = openOutbound({
      ...{ resolve: names.resolve, ca, limits: { milliseconds: 400 } },
    });

    const reason = await reasonOf(outbound(`https://${name}:${port}/`));
    const questions = names.questions();
    const second = await names.resolve(name);

    names.close();
    // The address that answers to nobody was tried; the loopback one, where our server listens, was not.
    expect(reason).toMatch(/^outbound-failed: (?:timeout|connection)$/);
    expect([questions, second, asked]).toEqual([1, ['127.0.0.1'], []]);
  });

  test('is connected to where its first answer led', async () => {
    const names = await nameServer(['127.0.0.1', '127.0.0.2']);
    const outbound = inside({ resolve: names.resolve });

    const { status } = await outbound(`https://${name}:${port}/`);

    names.close();
    expect([status, names.questions(), asked.length]).toEqual([200, 1, 1]);
  });
});

describe('an exchange', () => {
  test('sends method, headers and body, and hands back status, headers and body', async () => {
    answer = (request, response) => {
      request.setEncoding('utf8').once('data', (body: string) => {
        response.writeHead(201, { 'content-type': 'application/json', 'x-one': 'two' });
        response.end(JSON.stringify({ body, type: request.headers['content-type'] }));
      });
    };

    const response = await inside()(`https://${name}:${port}/token?x=1`, {
      method: 'POST',
      body: new URLSearchParams({ code: 'äöü' }),
    });

    expect([response.status, response.headers.get('x-one')]).toEqual([201, 'two']);
    expect(await response.json()).toEqual({
      ...{ body: 'code=%C3%A4%C3%B6%C3%BC' },
      type: 'application/x-www-form-urlencoded;charset=UTF-8',
    });
    expect(asked).toEqual([`POST ${name}:${port} /token?x=1`]);
  });

  test('takes a Request as well', async () => {
    const response = await inside()(new Request(`https://${name}:${port}/keys`));

    expect([response.status, asked]).toEqual([200, [`GET ${name}:${port} /keys`]]);
  });

  test('hands back an error status, and an answer without a body', async () => {
    answer = ({ url }, response) => void response.writeHead(url === '/none' ? 204 : 500).end();

    const failed = await inside()(`https://${name}:${port}/`);
    const none = await inside()(`https://${name}:${port}/none`);

    expect([failed.status, none.status, none.body]).toEqual([500, 204, null]);
  });

  test.each([301, 302, 303, 307, 308, 304])('does not follow a %s', async (status) => {
    answer = (_request, response) => {
      response.writeHead(status, { location: 'https://127.0.0.1/' }).end();
    };

    const reason = await reasonOf(inside()(`https://${name}:${port}/`));

    expect([reason, asked.length]).toEqual(['outbound-failed: redirect', 1]);
  });

  test('ends when the answer takes too long, byte by byte too', async () => {
    answer = (_request, response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    };

    const reason = await reasonOf(
      inside({ limits: { milliseconds: 300 } })(`https://${name}:${port}/`),
    );

    expect(reason).toBe('outbound-failed: timeout');
  });

  test('ends when the name server takes too long', async () => {
    const outbound = inside({
      resolve: () => new Promise(() => {}),
      limits: { milliseconds: 100 },
    });

    expect(await reasonOf(outbound(`https://${name}/`))).toBe('outbound-failed: no-address');
  });

  test('ends when the caller gives up', async () => {
    answer = () => {};
    const signal = AbortSignal.timeout(100);

    const reason = await reasonOf(inside()(`https://${name}:${port}/`, { signal }));

    expect(reason).toBe('outbound-failed: timeout');
  });

  test.each([
    ['as its length says', { 'content-length': '1000001' }],
    ['whatever it says', {}],
  ])('ends when the answer is too large, %s', async (_name, headers) => {
    answer = (_request, response) => {
      response.writeHead(200, headers);
      response.end(Buffer.alloc(1_000_001));
    };

    const reason = await reasonOf(inside()(`https://${name}:${port}/`));

    expect(reason).toBe('outbound-failed: too-large');
  });

  test('given up before it began leaves no rejection that would end the process', async () => {
    const outbound = openOutbound({ resolve: () => Promise.reject(new Error('no server')) });
    const given = outbound(`https://${name}/`, { signal: AbortSignal.abort() });
    expect(await reasonOf(given)).toBe('outbound-failed: no-address');
  });

  test('refuses a compressed body, which could grow beyond any limit', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('x');
    };

    const reason = await reasonOf(inside()(`https://${name}:${port}/`));

    expect(reason).toBe('outbound-failed: encoding');
  });

  test('refuses a certificate that nobody trusts, or that is another host’s', async () => {
    const untrusted = await reasonOf(
      openOutbound({ privateHosts: [name], resolve: async () => ['127.0.0.1'] })(
        `https://${name}:${port}/`,
      ),
    );
    const other = await reasonOf(
      inside({ privateHosts: ['other.ippo.test'] })(`https://other.ippo.test:${port}/`),
    );

    expect([untrusted, other, asked]).toEqual([
      ...['outbound-failed: connection', 'outbound-failed: connection', []],
    ]);
  });
});
