import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A PostgreSQL server of our own, in a folder that goes with it. */
export type PostgresServer = {
  /** As `server_version` says it, such as 15.14. */
  version: string;
  /** The address of a database on it; reached by a socket, so no port is taken. */
  url(database: string): string;
  stop(): Promise<void>;
};

const debianFolder = '/usr/lib/postgresql';

/** Where PostgreSQL's programs are: Debian keeps them out of PATH; null where they are not installed. */
export function findPostgres(): string | null {
  const versions = existsSync(debianFolder)
    ? readdirSync(debianFolder).toSorted((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    ...versions.map((version) => path.join(debianFolder, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ];
  return folders.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null;
}

/**
 * Makes and starts a server for tests. It never runs as root: `initdb` refuses that. `durable` keeps
 * fsync on, for tests that kill it.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const programs = findPostgres();
  if (programs === null) throw new Error('PostgreSQL is not installed (Debian: postgresql)');
  const folder = mkdtempSync(path.join(tmpdir(), 'ippo-pg-'));
  const user = ordinaryUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const identity = user ?? {};
  const initdb = spawnSync(
    path.join(programs, 'initdb'),
    ['--pgdata', data, '--username=ippo', '--auth=trust', '--encoding=UTF8', '--locale=C'].concat(
      durable ? [] : ['--no-sync'],
    ),
    { ...identity, cwd: folder, encoding: 'utf8' },
  );
  if (initdb.status !== 0) throw new Error(`initdb failed: ${initdb.stderr}`);
  const settings = [
    `unix_socket_directories=${folder}`,
    'listen_addresses=',
    'max_connections=200',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
  const ended = new Promise<void>((resolve) => void server.once('close', () => resolve()));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', () => {
    server.kill('SIGKILL');
    remove();
  });
  for (let left = 200; !said.includes('ready to accept connections'); left -= 1) {
    if (server.exitCode !== null || left === 0) throw new Error(`postgres did not start: ${said}`);
    await pause(50);
  }
  return {
    version: /starting PostgreSQL (\S+)/.exec(said)?.[1] ?? '',
    url: (database) => `postgresql://ippo@localhost/${database}?host=${encodeURIComponent(folder)}`,
    async stop() {
      // Immediate: a throw-away server has nothing to save.
      server.kill('SIGQUIT');
      await ended;
      remove();
    },
  };
}

/** Whom to run as where we are root. */
function ordinaryUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const uid = numberOf('-u', name);
    const gid = numberOf('-g', name);
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new Error('PostgreSQL does not run as root, and there is no other user to run it as');
}

function numberOf(which: '-u' | '-g', name: string): number | null {
  const { status, stdout } = spawnSync('id', [which, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}
