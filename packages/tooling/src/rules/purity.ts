import { importsOf } from './imports.ts';
import { hits, isCode, isTest, withoutComments, type Rule } from './source-file.ts';

/** `packages/checks` is pure: no clock, no chance, no network, no process. */
export const pureChecks: Rule = {
  id: 'pure-checks',
  find: (files) =>
    files
      .filter(({ path }) => path.startsWith('packages/checks/') && isCode(path) && !isTest(path))
      .flatMap((file) =>
        hits(
          file,
          /\bDate\.now\b|\bMath\.random\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.|\bcrypto\.|\bfetch\(|\bprocess\.|\bsetTimeout\b|['"]node:/g,
          'a check is a pure function: its only clock is the reading’s own time',
          withoutComments(file.text),
        ),
      ),
};

const environmentReaders =
  /^apps\/api\/src\/(?:config\.ts|cli\/)|^packages\/tooling\/|^bench\/|^apps\/e2e\/|(?:^|\/)[\w.-]+\.config\.ts$/;

/** The environment is read in one place; tools and tests hand it to the processes they start. */
export const oneConfig: Rule = {
  id: 'one-config',
  find: (files) =>
    files
      .filter(({ path }) => isCode(path) && !isTest(path) && !environmentReaders.test(path))
      .flatMap((file) =>
        hits(
          file,
          /\bprocess\.env\b|\bimport\.meta\.env\.(?!DEV\b|PROD\b|MODE\b|BASE_URL\b)/g,
          'only apps/api/src/config.ts reads the environment',
          withoutComments(file.text),
        ),
      ),
};

const storeImports = /^(?:drizzle-orm|drizzle-kit|pg$|@electric-sql\/pglite)/;

/** SQL lives in the store; a handle may pass through others as a type. */
export const sqlInStore: Rule = {
  id: 'sql-in-store',
  find: (files) =>
    files
      .filter(
        ({ path }) => !/^apps\/api\/(?:src\/(?:store|testing)\/|drizzle\.config\.ts$)/.test(path),
      )
      .flatMap((file) =>
        importsOf(file)
          .filter(({ specifier, typeOnly }) => storeImports.test(specifier) && !typeOnly)
          .map(({ line }) => ({
            path: file.path,
            line,
            text: 'only apps/api/src/store talks to the database',
          })),
      ),
};
