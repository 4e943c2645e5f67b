import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Image } from './build-image.ts';
import type { ComposeFile, Service } from './compose-file.ts';
import { begin, finish, own, type Task, type Workshop } from './workshop.ts';

/** Where services run: as processes, each in what stands for its container. */
export type Place = {
  workshop: Workshop;
  image: Image;
  file: ComposeFile;
  /** Addresses of this machine that stand for host names of the compose network. */
  hosts: Record<string, string>;
};

/** A service's process, as its container would run. */
export type Running = {
  child: ChildProcess;
  origin: string;
  said(): string;
  /** Runs the image's own HEALTHCHECK until it is content; throws where the process ends before. */
  healthy(): Promise<void>;
  /** SIGTERM, as `docker stop` sends it; the exit status and how long it took. */
  stop(): Promise<{ status: number | null; seconds: number }>;
};

/** Far above what it takes, for machines that are busy with other things. */
const healthyWithin = 240_000;

/** Starts a service of ours with the compose file's environment, command, volumes and port. */
export async function startService(place: Place, name: string): Promise<Running> {
  const port = await freePort();
  const task = taskOf(place, name, port);
  const child = begin(place.workshop, commandOf(place, name), task);
  process.once('exit', () => child.kill('SIGKILL'));
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  const ended = new Promise<number | null>((resolve) => void child.once('close', resolve));
  async function healthy(): Promise<void> {
    const command = serviceOf(place, name).healthcheck?.test ?? place.image.recipe.healthcheck;
    for (const began = Date.now(); Date.now() - began < healthyWithin; await pause(500)) {
      if (child.exitCode !== null) break;
      if ((await finish(place.workshop, command, task)).status === 0) return;
    }
    throw new Error(`${name} did not become healthy: ${text.slice(-3_000)}`);
  }
  async function stop() {
    const began = performance.now();
    child.kill('SIGTERM');
    return { status: await ended, seconds: (performance.now() - began) / 1_000 };
  }
  return { child, origin: `http://127.0.0.1:${port}`, said: () => text, healthy, stop };
}

/** Runs a one-shot service to its end. */
export async function runService(place: Place, name: string) {
  return finish(place.workshop, commandOf(place, name), taskOf(place, name, await freePort()));
}

export function serviceOf({ file }: Place, name: string): Service {
  const service = file.services[name];
  if (service === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return service;
}

/** The folder that stands for a volume; made at its first use, owned as the image's folder is. */
export function volumeFolder({ workshop }: Place, volume: string): string {
  const folder = join(workshop.folder, 'volumes', volume);
  if (mkdirSync(folder, { recursive: true }) !== undefined) own(workshop, folder);
  return folder;
}

/** A path inside a service's container, as it is called here. */
export function pathIn(place: Place, name: string, value: string): string {
  for (const mount of serviceOf(place, name).volumes ?? []) {
    const [volume = '', target = ''] = mount.split(':');
    if (value === target || value.startsWith(`${target}/`))
      return volumeFolder(place, volume) + value.slice(target.length);
  }
  return value;
}

function commandOf(place: Place, name: string): string[] {
  const command = serviceOf(place, name).command ?? place.image.recipe.command;
  return command.map((word) => place.hosts[word] ?? pathIn(place, name, word));
}

function taskOf(place: Place, name: string, port: number): Task {
  const { workshop, image } = place;
  const service = serviceOf(place, name);
  const env: Record<string, string> = { ...image.env };
  // Null hands on a variable of the host: none of this machine's reaches a test.
  for (const [key, value] of Object.entries(service.environment ?? {}))
    if (value !== null) env[key] = value;
  for (const [key, value] of Object.entries(env)) env[key] = pathIn(place, name, value);
  if (env['IPPO_BASE_URL']) env['IPPO_BASE_URL'] = `http://127.0.0.1:${port}`;
  env['IPPO_PORT'] = String(port);
  env['HOME'] = '/nonexistent';
  env['AWS_EC2_METADATA_DISABLED'] = 'true';
  if (service.tmpfs?.includes('/tmp')) env['TMPDIR'] = temporary(workshop);
  return { cwd: join(image.root, image.workdir), env };
}

let temporaries = 0;
function temporary(workshop: Workshop): string {
  temporaries += 1;
  const folder = join(workshop.folder, 'tmp', String(temporaries));
  mkdirSync(folder, { recursive: true });
  own(workshop, folder);
  return folder;
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return port;
}
