import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** One command of the gate; its program is looked up among the workspace's own. */
export type Step = { name: string; command: readonly string[] };

/** Runs a step and keeps what it printed, both streams in order of arrival. */
export async function runStep(step: Step, root: string) {
  const began = performance.now();
  const [program = '', ...args] = step.command;
  const child = spawn(program, args, {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
      FORCE_COLOR: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const ok = await new Promise<boolean>((resolve) => {
    child.on('error', (error) => {
      output += `${error.message}\n`;
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
  return { ok, output, seconds: (performance.now() - began) / 1000 };
}
