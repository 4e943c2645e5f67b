import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../root.ts';

const packages = ['contracts', 'checks', 'collectors', 'pack', 'reports'];
const parts = [...packages.map((name) => `packages/${name}`), 'docs'];
const skipped = new Set(['node_modules', 'dist', 'coverage']);
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'ippo-new-'));
  for (const part of [...parts, 'tsconfig.base.json'])
    cpSync(join(root, part), join(copy, part), {
      recursive: true,
      filter: (path) => !skipped.has(basename(path)),
    });
  for (const part of ['.', ...parts]) linkModules(join(root, part), join(copy, part));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('pnpm new', () => {
  const plans = [
    { id: 'throw-away-account', evidence: 'iam.account-summary', service: 'iam' },
    { id: 'throw-away-region', evidence: 'config.recorders', service: 'config' },
    { id: 'throw-away-resource', evidence: 'guardduty.detector', service: 'guardduty' },
  ];

  it('adds checks without a change to any file written by hand, and their suites pass', () => {
    const before = digests(copy);

    const runs = plans.map(({ id, evidence }) => make('check', id, '--evidence', evidence));
    const after = digests(copy);
    const types = program('tsc', '-p', 'packages/checks');
    const suites = program('vitest', 'run', '--root', 'packages/checks', 'throw-away');

    expect(runs.map(({ status, stderr }) => ({ status, stderr }))).toEqual(
      plans.map(() => ({ status: 0, stderr: '' })),
    );
    const added = [...after.keys()].filter((path) => !before.has(path));
    const changed = [...before.keys()].filter((path) => after.get(path) !== before.get(path));
    expect(added.toSorted()).toEqual(
      plans
        .flatMap(({ id, service }) => {
          const base = `packages/checks/src/catalog/${service}/${id}`;
          return [`${base}.test.ts`, `${base}.ts`];
        })
        .toSorted(),
    );
    expect(changed.toSorted()).toEqual([
      'docs/checks/en.md',
      'docs/checks/ja.md',
      'packages/checks/src/catalogue-digest.gen.ts',
      'packages/checks/src/checks.gen.ts',
    ]);
    expect(types.stdout).toBe('');
    expect(suites.stdout).toMatch(/Tests\s+6 passed \(6\)/);
  });

  it('adds a collector with its evidence, and both compile', () => {
    const before = digests(copy);

    const run = make('collector', 'iam.throw-away');
    const after = digests(copy);
    const types = program('tsc', '-p', 'packages/collectors');
    const suite = program('vitest', 'run', '--root', 'packages/collectors', 'throw-away');

    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
    const changed = [...before.keys()].filter((path) => after.get(path) !== before.get(path));
    expect(changed.toSorted()).toEqual([
      'packages/collectors/src/collectors.gen.ts',
      'packages/contracts/src/evidence/evidence-types.gen.ts',
    ]);
    expect(types.stdout).toBe('');
    expect(suite.stdout).toMatch(/Tests\s+1 passed \(1\)/);
  });

  it('adds an export format, and it compiles', () => {
    const before = digests(copy);

    const run = make('format', 'throw-away');
    const after = digests(copy);
    const types = program('tsc', '-p', 'packages/reports');
    const suite = program('vitest', 'run', '--root', 'packages/reports', 'throw-away');

    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
    const changed = [...before.keys()].filter((path) => after.get(path) !== before.get(path));
    expect(changed).toEqual(['packages/reports/src/formats.gen.ts']);
    expect(types.stdout).toBe('');
    expect(suite.stdout).toMatch(/Tests\s+1 passed \(1\)/);
  });

  it.each([
    ['an id that is taken', ['check', 'root-mfa', '--service', 'config'], /taken by iam\/root-mfa/],
    ['a name that is not kebab-case', ['check', 'RootMfa'], /not a kebab-case name/],
    ['evidence that nobody collects', ['check', 'x', '--evidence', 'a.b'], /no evidence a\.b/],
    ['an unknown kind', ['dashboard', 'x'], /cannot make a dashboard/],
    ['an unknown option', ['check', 'x', '--wrong'], /wrong/],
  ])('refuses %s with one line and exit 2', (_name, args, message) => {
    const run = make(...args);

    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(message);
  });
});

/** The copy's packages see each other, and the installed modules of everybody else. */
function linkModules(from: string, to: string): void {
  const modules = join(from, 'node_modules');
  if (!existsSync(modules)) return;
  mkdirSync(join(to, 'node_modules/@ippo'), { recursive: true });
  for (const name of readdirSync(modules))
    if (name !== '@ippo') symlinkSync(join(modules, name), join(to, 'node_modules', name));
  if (existsSync(join(modules, '@ippo')))
    for (const name of readdirSync(join(modules, '@ippo')))
      symlinkSync(join(copy, 'packages', name), join(to, 'node_modules/@ippo', name));
}

function make(...args: string[]) {
  const script = join(root, 'packages/tooling/src/new/new.ts');
  return spawnSync(process.execPath, [script, ...args, `--root=${copy}`], { encoding: 'utf8' });
}

function program(name: string, ...args: string[]) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  const path = join(root, 'node_modules/.bin', name);
  return spawnSync(path, args, { cwd: copy, encoding: 'utf8', env });
}

function digests(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
        return [path.slice(folder.length + 1), digest];
      }),
  );
}
