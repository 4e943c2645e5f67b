import { identify } from '@ippo/collectors';
import { DomainError } from '@ippo/contracts';
import { readConfig, type ProcessRole } from '../config.ts';
import type { OpenTarget } from '../scan/scan-targets.ts';
import { version } from '../version.ts';
import { startServer, type RunningServer, type StartOptions } from './start-server.ts';

const stopWithinMs = 10_000;

/** Serves until a signal; wrong settings, a taken folder or a taken port are one line and exit 2. */
export async function serve(
  given: { role?: ProcessRole } & Pick<StartOptions, 'openAccess'> = {},
): Promise<void> {
  let server: RunningServer;
  try {
    const { role, ...rest } = given;
    const config = readConfig(undefined, role === undefined ? {} : { role });
    server = await startServer(config, { version, onLockLost, ...rest });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    say(process.stderr, `ippo: ${error.message}`);
    process.exit(2);
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => end(server));
  const { role, address } = server;
  if (role === 'worker' || address === null) {
    say(
      process.stdout,
      `An Ippo worker runs${address === null ? '' : `; its health: ${address}/healthz`}`,
    );
    return;
  }
  say(process.stdout, `Ippo runs at ${address}`);
  if (server.setupAddress) {
    say(process.stdout, 'Nobody owns this install yet. Set up its owner within 30 minutes:');
    say(process.stdout, `  ${server.setupAddress}`);
  }
  if (role === 'all') say(process.stdout, await whatToScan(server.openTarget, address));
}

async function whatToScan(openTarget: OpenTarget, address: string): Promise<string> {
  try {
    const session = await openTarget('aws');
    const { account } = await identify(session).finally(() => session.close());
    return `AWS credentials for account ${account} found: open ${address} to scan it.`;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'no-credentials')
      return `No AWS credentials found: the demo is offered at ${address}.`;
    return `${error.message} Until then the demo is offered at ${address}.`;
  }
}

// A scan cut off here is restarted by the next start.
function end(server: RunningServer): void {
  setTimeout(() => process.exit(1), stopWithinMs).unref();
  void server.stop().then(() => process.exit(0));
}

function onLockLost(error: Error): void {
  say(process.stderr, `ippo: the data folder is no longer ours: ${error.message}`);
  process.exit(1);
}

function say(stream: NodeJS.WriteStream, line: string): void {
  stream.write(`${line}\n`);
}
