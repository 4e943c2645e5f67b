import { hits, isCode, isTest, withoutTexts, type Problem, type Rule } from './source-file.ts';

const forbiddenNames = /(?:^|[/.-])(?:utils?|helpers?|common|managers?)(?=[/.-]|$)/;
const fixedNames =
  /^(?:README(?:\.ja)?|CONTRIBUTING|LICENSE|Dockerfile|IAM-POLICY|RESULTS|SECURITY|CHANGELOG)(?:\.|$)/;
const kebab = /^\.?[a-z0-9_]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

/** Kebab-case names that say what is inside. */
export const fileNames: Rule = {
  id: 'file-names',
  find: (files) =>
    files.flatMap(({ path }): Problem[] => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (forbiddenNames.test(path))
        return [{ path, text: 'the name does not say what is inside' }];
      return kebab.test(name) || fixedNames.test(name)
        ? []
        : [{ path, text: 'file names are kebab-case' }];
    }),
};

/** No file over 300 lines, no check over 250. */
export const fileLength: Rule = {
  id: 'file-length',
  find: (files) =>
    files
      .filter(({ path }) => isCode(path) || path.endsWith('.mjs'))
      .flatMap(({ path, text }): Problem[] => {
        const isCheck = path.startsWith('packages/checks/src/catalog/') && !isTest(path);
        const limit = isCheck ? 250 : 300;
        const lines = text.trimEnd().split('\n').length;
        return lines > limit ? [{ path, text: `${lines} lines; the limit is ${limit}` }] : [];
      }),
};

const unitFolders =
  /^packages\/(?:checks\/src\/catalog|collectors\/src\/services|collectors\/simulator\/worlds|contracts\/src\/evidence|reports\/src\/formats)\/|^packages\/checks\/src\/frameworks\/|^apps\/api\/src\/(?:routes|exports\/tables)\/|(?:^|\/)[\w-]+\.config\.ts$|^apps\/e2e\/src\/start-stack\.ts$/;

/** Only what a generated registry lists, or a tool demands so, is exported without a name. */
export const namedExports: Rule = {
  id: 'named-exports',
  find: (files) =>
    files
      .filter(({ path }) => isCode(path) && !unitFolders.test(path))
      .flatMap((file) =>
        hits(
          file,
          /^export default\b/gm,
          'default exports are for registry units only',
          withoutTexts(file.text),
        ),
      ),
};
