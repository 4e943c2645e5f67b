/** `with-postgres.ts COMMAND…`: runs a command while a throw-away PostgreSQL server is there for its tests. */
import { spawn } from 'node:child_process';
import { findPostgres, startPostgres } from './postgres-server.ts';

const [command, ...rest] = process.argv.slice(2);
if (command === undefined) throw new Error('name the command to run');
if (findPostgres() === null) {
  process.stderr.write('PostgreSQL is not installed: on Debian, apt-get install postgresql\n');
  process.exit(1);
}
const server = await startPostgres();
process.stderr.write(`PostgreSQL ${server.version} runs for these tests\n`);
const child = spawn(command, rest, {
  stdio: 'inherit',
  env: { ...process.env, IPPO_TEST_POSTGRES: server.url('postgres') },
});
// The server goes with its tests, however they end: also where someone interrupts them.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
const status = await new Promise<number>((resolve) => {
  child.once('error', () => resolve(1));
  child.once('close', (code) => resolve(code ?? 1));
});
await server.stop();
process.exit(status);
