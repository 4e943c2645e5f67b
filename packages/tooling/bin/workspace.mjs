// Plain JavaScript for Node 20: what the two commands of the README share before Node 24 runs.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const bundledNode = join(root, 'node_modules/.bin/node');
const enough = 24;

/** The environment of everything that is started: the workspace's own programs come first. */
export const environment = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
};

/** Makes sure that this script runs on Node 24: starts itself again on the one pnpm brought. */
export async function onNode24() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= enough) return;
  const bundled = spawnSync(bundledNode, ['--version'], { encoding: 'utf8' });
  if (Number(/^v(\d+)\./.exec(bundled.stdout ?? '')?.[1] ?? 0) >= enough)
    process.exit(await run(bundledNode, process.argv.slice(1)));
  console.error(
    `Ippo needs Node ${enough} or newer; this is Node ${process.versions.node}. ` +
      'The install brings Node 24 as the optional dependency "node", but it is not there: ' +
      'run "npx -y pnpm install", or install Node 24 from https://nodejs.org and try again.',
  );
  process.exit(1);
}

/** Runs a program with this terminal and hands signals on; resolves to its exit status. */
export function run(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, env: environment, stdio: 'inherit', ...options });
  // A terminal sends Ctrl+C to the whole group: the child ends by itself and decides the status.
  const forward = {
    SIGTERM: () => child.kill('SIGTERM'),
    SIGINT: () => {},
    SIGHUP: () => child.kill('SIGHUP'),
  };
  for (const [signal, handler] of Object.entries(forward)) process.on(signal, handler);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const [name, handler] of Object.entries(forward)) process.off(name, handler);
      resolve(signal === null ? (code ?? 1) : 128 + (signalNumbers[signal] ?? 1));
    });
  });
}

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/** Builds the page unless the last build is newer than everything that it is made of. */
export async function buildWeb() {
  const built = join(root, 'apps/web/dist/index.html');
  const sources = ['apps/web', 'packages/contracts/src', 'pnpm-lock.yaml'];
  if (existsSync(built) && newest(sources) < statSync(built).mtimeMs) return 0;
  console.error('Building the page …');
  return run(join(root, 'apps/web/node_modules/.bin/vite'), ['build', '--logLevel', 'warn'], {
    cwd: join(root, 'apps/web'),
    stdio: ['ignore', 2, 2],
  });
}

function newest(paths) {
  return Math.max(...paths.map((path) => newestIn(join(root, path))));
}

function newestIn(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path)
      .filter((name) => name !== 'node_modules' && name !== 'dist')
      .map((name) => newestIn(join(path, name))),
  );
}
