import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { ImageRecipe, Stage, Step } from './image-recipe.ts';
import { leftOut } from './left-out.ts';
import { finish, own, pathOf, type Workshop } from './workshop.ts';

/** What a container of the image starts with. */
export type Image = {
  /** The folder that stands for its root. */
  root: string;
  workdir: string;
  env: Record<string, string>;
  recipe: ImageRecipe;
};

type Build = Omit<Image, 'recipe'>;
type Site = { workshop: Workshop; context: string; network: Record<string, string> };

/** Runs the steps of every stage, each in a folder that stands for its root file system. */
export async function buildImage(recipe: ImageRecipe, site: Site): Promise<Image> {
  const built = new Map<string, Build>();
  let last: Build | undefined;
  for (const [index, stage] of recipe.stages.entries()) {
    const name = stage.name ?? String(index);
    const root = join(site.workshop.folder, 'stages', name);
    const build = await startStage(stage, root, built, site);
    for (const step of stage.steps) await take(step, build, built, site);
    built.set(name, build);
    last = build;
  }
  if (last === undefined) throw new Error('the Dockerfile has no stage');
  seal(last.root, site.workshop);
  return { ...last, recipe };
}

async function startStage(stage: Stage, root: string, built: Map<string, Build>, site: Site) {
  mkdirSync(root, { recursive: true });
  own(site.workshop, root);
  const parent = built.get(stage.from);
  if (parent === undefined) {
    await demandNode(stage.from, site);
    return { root, workdir: '/', env: {} };
  }
  await must(site, root, ['cp', '-a', `${parent.root}/.`, root]);
  return { root, workdir: parent.workdir, env: { ...parent.env } };
}

/** The only image that ours starts from; its Node is the one that the steps run on here. */
async function demandNode(image: string, { workshop }: Site): Promise<void> {
  const { said } = await finish(workshop, ['node', '--version'], { cwd: '/', env: {} });
  const version = /^node:(\d+\.\d+\.\d+)-/.exec(image)?.[1];
  if (said.trim() !== `v${version}`)
    throw new Error(`the image starts from ${image}, the workspace pins Node ${said.trim()}`);
}

async function take(step: Step, build: Build, built: Map<string, Build>, site: Site) {
  if (step.kind === 'env') Object.assign(build.env, step.values);
  else if (step.kind === 'workdir') {
    build.workdir = resolve(build.workdir, step.folder);
    mkdirSync(join(build.root, build.workdir), { recursive: true });
    own(site.workshop, build.root);
  } else if (step.kind === 'copy') await copy(step, build, built, site);
  else await run(step, build, site);
}

async function run(step: Extract<Step, { kind: 'run' }>, build: Build, site: Site): Promise<void> {
  const { workshop, network } = site;
  const prefix = join(build.root, 'usr/local');
  const env = {
    ...network,
    ...build.env,
    HOME: join(workshop.folder, 'home'),
    NPM_CONFIG_PREFIX: prefix,
    PATH: pathOf(workshop, join(prefix, 'bin')),
  };
  const cwd = join(build.root, build.workdir);
  const script = inRoot(step.script, build.root, workshop);
  const { status, said } = await finish(workshop, ['/bin/sh', '-c', script], { cwd, env });
  if (status !== 0) throw new Error(`Dockerfile line ${step.line}: exit ${status}\n${said}`);
}

/** The image's own folders and its user, as they are called here. */
function inRoot(script: string, root: string, { user }: Workshop): string {
  const owner = user ? `${user.uid}:${user.gid}` : `${process.getuid?.()}:${process.getgid?.()}`;
  return script
    .replaceAll(/(?<=\s)\/(?=(?:app|data|secrets)\b)/g, `${root}/`)
    .replaceAll('node:node', owner);
}

async function copy(
  step: Extract<Step, { kind: 'copy' }>,
  build: Build,
  built: Map<string, Build>,
  site: Site,
): Promise<void> {
  const target = join(build.root, resolve(build.workdir, step.target));
  const from = step.from === null ? undefined : built.get(step.from);
  if (step.from !== null && from === undefined)
    throw new Error(`Dockerfile line ${step.line}: there is no stage ${step.from}`);
  for (const source of step.sources) {
    if (from === undefined) copyContext(join(site.context, source), target, site);
    else await copyStage(join(from.root, source), target, site);
  }
}

/** As the engine does: a folder's content, without what `.dockerignore` names. */
function copyContext(source: string, target: string, { context, workshop }: Site): void {
  const isLeftOut = leftOut(readFileSync(join(context, '.dockerignore'), 'utf8'));
  cpSync(source, target, {
    recursive: true,
    filter: (path) => path === source || !isLeftOut(relative(context, path)),
  });
  own(workshop, target);
}

async function copyStage(source: string, target: string, site: Site): Promise<void> {
  const isFolder = existsSync(source) && statSync(source).isDirectory();
  const from = isFolder ? `${source}/.` : source;
  const to = isFolder ? target : join(target, basename(source));
  await must(site, '/', ['mkdir', '-p', target]);
  await must(site, '/', ['cp', '-a', from, to]);
}

/** Read-only, as the compose file has it: for the user who runs it nothing below can be changed. */
function seal(root: string, { user }: Workshop): void {
  if (user) spawnSync('chown', ['-R', '-h', 'root:root', root]);
  spawnSync('chmod', ['-R', 'a-w', root]);
}

async function must(site: Site, cwd: string, command: string[]): Promise<void> {
  const { status, said } = await finish(site.workshop, command, { cwd, env: {} });
  if (status !== 0) throw new Error(`${command.join(' ')}: ${said}`);
}
