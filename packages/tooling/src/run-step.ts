import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** One command; its program is looked up among the workspace's own. */
export type Step = {
  name: string;
  command: readonly string[];
  env?: Readonly<Record<string, string>>;
};

/** Runs a step and keeps what it printed: both streams in order of arrival, and stdout alone. */
export async function runStep(step: Step, root: string) {
  const began = performance.now();
  const [program = '', ...args] = step.command;
  const child = spawn(program, args, {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
      FORCE_COLOR: '0',
      ...step.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const ok = await new Promise<boolean>((resolve) => {
    child.on('error', (error) => {
      output += `${error.message}\n`;
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
  return { ok, output, stdout, seconds: (performance.now() - began) / 1000 };
}
