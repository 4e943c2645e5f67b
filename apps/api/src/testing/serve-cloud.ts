import { createServer, type IncomingMessage } from 'node:http';
import { simulatedCloud, simulatedWorld, type AssumableRole } from '@ippo/collectors';
import { account, type Fault } from '@ippo/collectors/simulator';
import { serve } from '../server/serve.ts';

/**
 * `node serve-cloud.ts <control port>`: the whole program in a cloud in memory, for journeys in a browser. This
 * machine is the account 1111-2222-3333. `POST /roles` on the control port says which roles there are.
 */
type RoleSaid = {
  arn: string;
  asks: AssumableRole['asks'];
  /** Its account is like the world of this name, or one in which `refuses` are refused. */
  world?: string;
  refuses?: readonly string[];
};

const controlPort = Number(process.argv[2]);
const roles: AssumableRole[] = [];
const own = '111122223333';
const now = new Date();

createServer((request, response) => {
  void saidIn(request).then(
    (said) => {
      roles.splice(0, roles.length, ...said.map(roleOf));
      response.end('ok\n');
    },
    () => response.writeHead(400).end(),
  );
}).listen(controlPort, '127.0.0.1');

await serve({
  openAccess: () =>
    simulatedCloud({
      machine: {
        ...account({ now, name: 'own', account: own, people: 3 }),
        caller: `arn:aws:sts::${own}:assumed-role/Scanner/i-0abc`,
      },
      roles,
      limits: { attempts: 1 },
    }),
});

function roleOf({ arn, asks, world, refuses = [] }: RoleSaid): AssumableRole {
  const id = arn.split(':')[4] ?? '';
  const faults = refuses.map((operation): Fault => ({ operation, act: 'deny' }));
  const made =
    world === undefined
      ? account({ now, name: 'other', account: id, people: 3, faults })
      : simulatedWorld(world, now);
  return { arn, asks, world: { ...made, account: id } };
}

async function saidIn(request: IncomingMessage): Promise<RoleSaid[]> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString()) as RoleSaid[];
}
