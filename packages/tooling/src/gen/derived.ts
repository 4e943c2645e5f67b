import { join } from 'node:path';
import { languages, type Catalogue } from '@ippo/contracts';
import { casesOfChecks } from './check-cases.ts';
import { cataloguePage } from './catalogue-page.ts';
import type { Generated } from './generated.ts';
import { rolesPage } from './roles-page.ts';
import { unitsOf, type Registry } from './registries.ts';

/**
 * The files made from what the registries hold: loaded only after those are written, and from
 * the tree that is generated, which need not be the one that this program lies in.
 */
export async function derivedFiles(root: string): Promise<Generated[]> {
  const checks = (await import(join(root, 'packages/checks/src/checks.ts'))) as {
    catalogue: Catalogue;
  };
  const collectors = (await import(join(root, 'packages/collectors/src/collectors.ts'))) as {
    renderPolicy(format: 'json'): string;
  };
  const contracts = (await import(join(root, 'packages/contracts/src/contracts.ts'))) as {
    reportJsonSchema(): Record<string, unknown>;
  };
  return [
    {
      file: 'docs/report.schema.json',
      text: `${JSON.stringify(contracts.reportJsonSchema(), null, 2)}\n`,
    },
    { file: 'packages/collectors/IAM-POLICY.json', text: collectors.renderPolicy('json') },
    ...languages.map((language) => ({
      file: `docs/checks/${language}.md`,
      text: cataloguePage(checks.catalogue, casesOfChecks(root), language),
    })),
    ...languages.map((language) => ({
      file: `docs/roles/${language}.md`,
      text: rolesPage(language),
    })),
  ];
}

/** What is wrong with a registry's units: a file whose default export does not bear its name. */
export async function misnamedUnits(root: string, registry: Registry): Promise<string[]> {
  const problems = await Promise.all(
    unitsOf(root, registry).map(async (unit) => {
      const file = `${registry.folder}/${unit.path}.ts`;
      const loaded = (await import(join(root, file))) as { default?: Record<string, unknown> };
      if (loaded.default === undefined) return `${file} has no default export`;
      const id = loaded.default['id'] ?? loaded.default['evidence'] ?? unit.id;
      return id === unit.id ? null : `${file} calls itself ${JSON.stringify(id)}, not ${unit.id}`;
    }),
  );
  return problems.filter((problem) => problem !== null);
}
