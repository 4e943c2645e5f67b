import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** An ordinary user of this machine. */
type User = { name: string; uid: number; gid: number };

/** A clean folder of another user's, with nothing of this machine's but Node and the system's programs. */
export type Workshop = {
  folder: string;
  /** Null where we are not root, and so cannot be anybody else. */
  user: User | null;
  /** Node of the version that the workspace pins, in a folder of its own. */
  nodeFolder: string;
  remove(): void;
};

/** Makes the folder; `node` is the program that the workspace brought. */
export function openWorkshop(node: string): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'ippo-container-'));
  const user = ordinaryUser();
  const nodeFolder = join(folder, 'node');
  mkdirSync(nodeFolder);
  copyFileSync(node, join(nodeFolder, 'node'));
  const workshop = { folder, user, nodeFolder, remove };
  spawnSync('chmod', ['755', folder]);
  own(workshop, folder);
  return workshop;

  function remove(): void {
    // What was sealed is not even its owner's to remove.
    spawnSync('chmod', ['-R', 'u+w', folder]);
    spawnSync('rm', ['-rf', folder]);
  }
}

/** Gives what lies in a folder to the workshop's user. */
export function own({ user }: Workshop, folder: string): void {
  if (user) demand(spawnSync('chown', ['-R', '-h', `${user.uid}:${user.gid}`, folder]));
}

export type Task = { cwd: string; env: Record<string, string> };

/** Starts a program as the workshop's user, with the given environment and no other. */
export function begin(workshop: Workshop, command: readonly string[], task: Task): ChildProcess {
  const [program = '', ...args] = command;
  const { user } = workshop;
  return spawn(program, args, {
    cwd: task.cwd,
    env: { PATH: pathOf(workshop), ...task.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user && { uid: user.uid, gid: user.gid }),
  });
}

/** Runs a program to its end; its status and all that it said. */
export async function finish(workshop: Workshop, command: readonly string[], task: Task) {
  const child = begin(workshop, command, task);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const status = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      said += error.message;
      resolve(null);
    });
    child.once('close', resolve);
  });
  return { status, said };
}

/** Where programs are looked up: the pinned Node before whatever this machine has. */
export function pathOf({ nodeFolder }: Workshop, ...before: string[]): string {
  return [...before, nodeFolder, '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter);
}

function ordinaryUser(): User | null {
  if (process.getuid?.() !== 0) return null;
  const name = 'nobody';
  return { name, uid: numberOf('-u', name), gid: numberOf('-g', name) };
}

function numberOf(which: '-u' | '-g', name: string): number {
  const run = spawnSync('id', [which, name], { encoding: 'utf8' });
  demand(run);
  return Number(run.stdout);
}

function demand(run: { status: number | null; stderr: Buffer | string }): void {
  if (run.status !== 0) throw new Error(String(run.stderr));
}
