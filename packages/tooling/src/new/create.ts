import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { evidenceTypes, type EvidenceType } from '@ippo/contracts';
import { generate } from '../gen/generate.ts';
import type { Generated } from '../gen/generated.ts';
import { checkFiles } from './check-template.ts';
import { collectorFiles } from './collector-template.ts';
import { formatFiles } from './format-template.ts';

export const usage = [
  'usage: pnpm new check <id> [--service <folder>] [--evidence <service.thing>]',
  '       pnpm new collector <service.thing>',
  '       pnpm new format <id>',
].join('\n');

/** The command line asks for something that cannot be made. */
export class UsageError extends Error {}

/** What to make. */
export type Request = {
  kind: string;
  id: string;
  service?: string | undefined;
  evidence?: string | undefined;
};

/** Writes a unit and its test from a template, then everything that is generated from it. */
export async function create(root: string, request: Request) {
  const files = filesFor(root, request);
  const taken = files.find(({ file }) => existsSync(join(root, file)));
  if (taken) throw new UsageError(`${taken.file} exists already`);
  for (const { file, text } of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const made = await generate(root, false);
  return { written: [...files.map(({ file }) => file), ...made.written], problems: made.problems };
}

function filesFor(root: string, request: Request): Generated[] {
  if (request.kind === 'check') return check(root, request);
  if (request.kind === 'collector') return collector(request.id);
  if (request.kind === 'format') return format(root, request.id);
  throw new UsageError(`cannot make a ${request.kind || 'nothing'}`);
}

function check(root: string, { id, service, evidence }: Request): Generated[] {
  demandKebab(id);
  const evidenceId = evidence ?? 'iam.account-summary';
  const types: Readonly<Record<string, EvidenceType>> = evidenceTypes;
  const type = types[evidenceId];
  if (!type)
    throw new UsageError(`no evidence ${evidenceId}; there is ${Object.keys(types).join(', ')}`);
  const folder = service ?? evidenceId.slice(0, evidenceId.indexOf('.'));
  demandKebab(folder);
  const catalog = join(root, 'packages/checks/src/catalog');
  const twin = readdirSync(catalog, { recursive: true, encoding: 'utf8' }).find((path) =>
    path.endsWith(`/${id}.ts`),
  );
  if (twin) throw new UsageError(`the id ${id} is taken by ${twin}; ids never die`);
  return checkFiles({ id, service: folder, evidence: evidenceId, scope: type.scope });
}

function collector(id: string): Generated[] {
  const [service = '', thing = '', ...rest] = id.split('.');
  if (rest.length > 0) throw new UsageError('a collector is called <service>.<thing>');
  demandKebab(service);
  demandKebab(thing);
  return collectorFiles(service, thing);
}

function format(root: string, id: string): Generated[] {
  demandKebab(id);
  if (!existsSync(join(root, 'packages/reports/src/define-report-format.ts')))
    throw new UsageError('there are no export formats in this version yet');
  return formatFiles(id);
}

function demandKebab(name: string): void {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    throw new UsageError(`"${name}" is not a kebab-case name`);
}
