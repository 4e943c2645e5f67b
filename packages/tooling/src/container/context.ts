import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { own, type Workshop } from './workshop.ts';

/** Files that a working copy may hold and that no image may: the build is checked against them. */
export const strays = [
  '.git/config',
  '.ippo-data/session-secret',
  'node_modules/stray/index.js',
  'apps/api/node_modules/stray/index.js',
  'apps/web/dist/stray.js',
  'backup.age',
  '.env',
];

/** The last commit, checked out into a folder of its own, with what usually lies about beside it. */
export function checkOut(root: string, workshop: Workshop): string {
  const context = join(workshop.folder, 'context');
  mkdirSync(context);
  // A folder of another user's is fine here: it is the one this script lies in.
  const git = ['-c', `safe.directory=${root}`, '-C', root];
  const archive = execFileSync('git', [...git, 'archive', 'HEAD'], { maxBuffer: 2 ** 29 });
  const { status, stderr } = spawnSync('tar', ['-x', '-C', context], { input: archive });
  if (status !== 0) throw new Error(`tar: ${String(stderr)}`);
  for (const stray of strays) {
    mkdirSync(join(context, stray, '..'), { recursive: true });
    writeFileSync(join(context, stray), 'stray');
  }
  own(workshop, context);
  return context;
}

/** How this machine reaches the npm registry; the only thing of its settings that a step sees. */
export function networkSettings(): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const name of ['registry', 'cafile', 'proxy', 'https-proxy', 'noproxy']) {
    const { stdout } = spawnSync('npm', ['config', 'get', name], { encoding: 'utf8' });
    const value = stdout.trim();
    if (value !== '' && value !== 'null' && value !== 'undefined')
      settings[`NPM_CONFIG_${name.toUpperCase().replaceAll('-', '_')}`] = value;
  }
  for (const [name, value] of Object.entries(process.env))
    if (
      value !== undefined &&
      /^(?:https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+)$/i.test(name)
    )
      settings[name] = value;
  return settings;
}

/** The text of a file of the checked-out commit. */
export function textOf(context: string, name: string): string {
  return readFileSync(join(context, name), 'utf8');
}
