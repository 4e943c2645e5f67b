import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathIn, serviceOf, type Place } from './run-service.ts';
import { begin, finish, own } from './workshop.ts';

/** A PostgreSQL server that stands for the container of that name. */
export type Database = {
  version: string;
  /** Runs the compose file's health check until it is content. */
  healthy(): Promise<void>;
  /** What a query answers, one value. */
  ask(url: string, query: string): Promise<string>;
  stop(): Promise<void>;
};

const debianFolder = '/usr/lib/postgresql';

/**
 * Makes a server as its image's entry point does: a superuser and a database of the names given, the
 * password from the file given, and nobody let in without it.
 */
export async function startDatabase(place: Place, name: string, port: number): Promise<Database> {
  const programs = programsFolder();
  const folder = join(place.workshop.folder, 'postgres');
  mkdirSync(folder);
  own(place.workshop, folder);
  const task = { cwd: folder, env: { PATH: `${programs}:/usr/bin:/bin`, PGPORT: String(port) } };
  const { environment = {}, healthcheck } = serviceOf(place, name);
  const user = environment['POSTGRES_USER'] ?? '';
  const passwordFile = pathIn(place, name, environment['POSTGRES_PASSWORD_FILE'] ?? '');
  async function must(command: string[], env: Record<string, string> = {}): Promise<string> {
    const run = await finish(place.workshop, command, {
      cwd: folder,
      env: { ...task.env, ...env },
    });
    if (run.status !== 0) throw new Error(`${command[0]}: ${run.said}`);
    return run.said.trim();
  }
  const data = join(folder, 'data');
  const who = [`--username=${user}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  await must([join(programs, 'initdb'), `--pgdata=${data}`, '--no-sync', '--locale=C', ...who]);
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const server = begin(
    place.workshop,
    [join(programs, 'postgres'), '-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    task,
  );
  process.once('exit', () => server.kill('SIGKILL'));
  const ended = new Promise((resolve) => void server.once('close', resolve));
  async function healthy(): Promise<void> {
    const [kind, program = '', ...rest] = healthcheck?.test ?? [];
    if (kind !== 'CMD') throw new Error('docker-compose.yml: the health check is not a command');
    const command = [join(programs, program), ...rest];
    for (let left = 60; left > 0; left -= 1, await pause(500))
      if ((await finish(place.workshop, command, task)).status === 0) return;
    throw new Error(`${command.join(' ')} was never content`);
  }
  await healthy();
  await must(
    [
      join(programs, 'createdb'),
      '--host=127.0.0.1',
      `--username=${user}`,
      environment['POSTGRES_DB'] ?? '',
    ],
    { PGPASSWORD: readFileSync(passwordFile, 'utf8') },
  );
  return {
    version: (await must([join(programs, 'postgres'), '--version'])).replace('postgres ', ''),
    healthy,
    ask: (url, query) => must([join(programs, 'psql'), url, '-Atc', query]),
    async stop() {
      server.kill('SIGQUIT');
      await ended;
    },
  };
}

/** Debian keeps the programs out of PATH. */
function programsFolder(): string {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const folder = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(debianFolder, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
  if (folder === undefined) throw new Error('PostgreSQL is not installed (Debian: postgresql)');
  return folder;
}
