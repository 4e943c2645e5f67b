import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from '../run-step.ts';

const folder = '.venv-referees';

/**
 * Installs the referees, exactly as listed, into a folder of their own; does nothing when they are
 * there already. Throws with pip's own words: a referee that cannot be installed fails the run.
 */
export async function installReferees(root: string): Promise<string> {
  const requirements = 'packages/tooling/src/referees/requirements.txt';
  const digest = createHash('sha256')
    .update(readFileSync(join(root, requirements)))
    .digest('hex');
  const stamp = join(root, folder, 'requirements.sha256');
  const bin = join(root, folder, 'bin');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return bin;
  await demand(root, ['python3', '-m', 'venv', '--clear', folder]);
  const pip = [join(bin, 'python'), '-m', 'pip', 'install', '--quiet', '--no-input'];
  await demand(root, [...pip, '--disable-pip-version-check', '-r', requirements]);
  writeFileSync(stamp, digest);
  return bin;
}

async function demand(root: string, command: readonly string[]): Promise<void> {
  const { ok, output } = await runStep({ name: 'referees', command }, root);
  if (!ok) throw new Error(`${command.slice(0, 4).join(' ')} failed:\n${output}`);
}
