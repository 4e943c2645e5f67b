import { readdirSync, readFileSync, chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ScanReport } from '@ippo/contracts';
import { startedBy } from './compose-file.ts';
import { startDatabase, type Database } from './database.ts';
import { freePort, runService, serviceOf, startService, volumeFolder } from './run-service.ts';
import type { Place, Running } from './run-service.ts';
import { endsInTime, scanDemo } from './single-layout.ts';
import { demand, type Trial } from './trial.ts';
import { backUp, scanThat, setUp, type Visitor } from './visitor.ts';

const secretFiles = [
  ...['backup-passphrase', 'database-password', 'database-url', 'session-secret'],
  'signing-key',
];

/** `docker compose --profile scale up api worker`: an API and two workers on PostgreSQL. */
export async function tryScaled({ step }: Trial, given: Place): Promise<void> {
  const port = await freePort();
  const place: Place = { ...given, hosts: { postgres: `127.0.0.1:${port}` } };
  await step('the two named services bring secrets and database, and nothing else', async () => {
    const started = startedBy(place.file, ['api', 'worker']).join(', ');
    demand(started === 'secrets, postgres, api, worker', started);
    return started;
  });
  await step('the secrets are made once, for their owner only', () => makeSecrets(place));
  const database = await step('PostgreSQL takes the password made', () =>
    startDatabase(place, 'postgres', port),
  );
  try {
    await step('its health check is content', async () => {
      await database.healthy();
      return database.version;
    });
    await withDatabase({ step }, place, database);
  } finally {
    await database.stop();
  }
}

async function withDatabase({ step }: Trial, place: Place, database: Database): Promise<void> {
  const api = await step('the API starts', () => startService(place, 'api'));
  await step('its HEALTHCHECK is content', () => api.healthy());
  const replicas = serviceOf(place, 'worker').deploy?.replicas ?? 1;
  const workers = await step(`${replicas} workers start`, () =>
    Promise.all(Array.from({ length: replicas }, () => startService(place, 'worker'))),
  );
  await step('their HEALTHCHECKs are content', async () => {
    for (const worker of workers) await worker.healthy();
  });
  const visitor = await step('the page is served and sets up the owner', () =>
    setUp(api.origin, api.said()),
  );
  const runner = (id: string) => workerOf(place, database, id, workers);
  await step('a scan started at the API is run by a worker', async () => {
    await runner(await scanDemo(visitor));
  });
  await step('kill −9 of the worker amid a scan: the other one completes it', () =>
    killOne(visitor, runner),
  );
  await step('a backup lies in the shared volume, where the API lists it', async () => {
    const name = await backUp(visitor);
    const files = readdirSync(join(volumeFolder(place, 'ippo-scale-data'), 'backups'));
    demand(files.includes(name), files.join());
  });
  await step('SIGTERM ends the worker that is left within 10 s', async () => {
    const left = workers.filter(({ child }) => child.exitCode === null && !child.killed);
    demand(left.length === replicas - 1, `${left.length} workers are left`);
    for (const worker of left) await endsInTime(worker.stop());
  });
  await step('SIGTERM ends the API within 10 s', () => endsInTime(api.stop()));
}

async function makeSecrets(place: Place): Promise<void> {
  const folder = volumeFolder(place, 'ippo-secrets');
  const contents = () =>
    readdirSync(folder)
      .toSorted()
      .map((name) => `${name} ${readFileSync(join(folder, name), 'utf8')}`);
  const first = await runService(place, 'secrets');
  demand(first.status === 0, first.said);
  const made = contents();
  demand(made.map((line) => line.split(' ')[0]).join() === secretFiles.join(), made.join());
  for (const name of secretFiles) {
    const mode = statSync(join(folder, name)).mode & 0o777;
    demand(mode === 0o400, `${name} has mode ${mode.toString(8)}`);
  }
  const second = await runService(place, 'secrets');
  demand(second.status === 0 && contents().join() === made.join(), 'a second start changed them');
  // The others mount it read-only.
  chmodSync(folder, 0o555);
}

type Runner = (id: string) => Promise<Running>;

async function killOne(visitor: Visitor, runner: Runner): Promise<string> {
  const { id } = await visitor.post<{ id: string }>('/scans', { target: 'demo' });
  const amid = await scanThat(visitor, (scan) => scan.id === id && (scan.progress?.done ?? 0) > 0);
  const first = await runner(id);
  const began = performance.now();
  first.child.kill('SIGKILL');
  await scanThat(visitor, (scan) => scan.id === id && scan.status === 'interrupted');
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const again = await scanThat(
    visitor,
    ({ createdAt, status }) => createdAt > amid.createdAt && status === 'complete',
  );
  demand((await runner(again.id)) !== first, 'the killed worker ran it');
  const { report } = await visitor.get<{ report: ScanReport }>(`/scans/${again.id}/report`);
  const { done = 0, total = 0 } = amid.progress ?? {};
  return `killed at ${done} of ${total}, noticed after ${seconds} s, ${report.checks.length} checks judged`;
}

/** A worker signs its scans with its host, its process id and a name of its own. */
async function workerOf(
  place: Place,
  database: Database,
  id: string,
  workers: readonly Running[],
): Promise<Running> {
  const url = readFileSync(join(volumeFolder(place, 'ippo-secrets'), 'database-url'), 'utf8');
  const name = await database.ask(url, `select worker from scans where id = '${id}'`);
  const found = workers.find(({ child }) => String(child.pid) === name.split(' ')[1]);
  if (found === undefined) throw new Error(`no worker of ours ran it, but “${name}”`);
  return found;
}
