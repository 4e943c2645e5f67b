import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { HttpRequest } from '@smithy/protocol-http';
import { simulatedHandler } from '../simulator/handler.ts';
import type { World } from '../simulator/world.ts';

export type HttpAccount = {
  url: string;
  /** The `service:Operation` of each request that arrived. */
  requests: string[];
  close(): void;
};

/** The simulated account behind a real socket; it also hands out temporary credentials. */
export async function serveAccount(world: World): Promise<HttpAccount> {
  const requests: string[] = [];
  const handler = simulatedHandler(world, {
    now: Date.now,
    latencyMs: 0,
    onRequest: (operation) => requests.push(operation),
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse) {
    const body = await text(incoming);
    if (body.includes('Action=AssumeRole&')) {
      requests.push('sts:AssumeRole');
      return outgoing.end(temporaryCredentials);
    }
    const request = new HttpRequest({
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers: incoming.headers as Record<string, string>,
      body,
    });
    const { response } = await handler.handle(request);
    return response.body.pipe(outgoing.writeHead(response.statusCode, response.headers));
  }

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const temporaryCredentials = `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
<Credentials><AccessKeyId>ASIATEMPORARY</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
<SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>
<AssumedRoleUser><AssumedRoleId>AROA:x</AssumedRoleId><Arn>arn:aws:sts::111122223333:assumed-role/x/x</Arn></AssumedRoleUser>
</AssumeRoleResult></AssumeRoleResponse>`;
