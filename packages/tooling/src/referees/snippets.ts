import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '@ippo/checks';
import { renderPolicy } from '@ippo/collectors';
import { runStep } from '../run-step.ts';
import type { Verdict } from './verdicts.ts';

type Snippet = { name: string; text: string };

/** CloudFormation as its own linter sees it: the generated policy and every check's template. */
export async function cloudFormationVerdicts(root: string, bin: string): Promise<Verdict[]> {
  const snippets = [
    { name: 'policy', text: renderPolicy('cloudformation') },
    ...catalogue.checks.flatMap(({ id, remediation: { cloudformation } }) =>
      'template' in cloudformation ? [{ name: id, text: filled(cloudformation.template) }] : [],
    ),
  ];
  return eachInFile(root, snippets, 'yaml', (file) => [join(bin, 'cfn-lint'), '--', file]);
}

/** Terraform as a parser that is not ours reads it: the generated policy and every check's code. */
export async function terraformVerdicts(root: string, bin: string): Promise<Verdict[]> {
  const snippets = [
    { name: 'policy', text: renderPolicy('terraform') },
    ...catalogue.checks.flatMap(({ id, remediation: { terraform } }) =>
      'code' in terraform ? [{ name: id, text: filled(terraform.code) }] : [],
    ),
  ];
  const parse = join(root, 'packages/tooling/src/referees/parse-hcl.py');
  return eachInFile(root, snippets, 'tf', (file) => [join(bin, 'python'), parse, file]);
}

/** Puts a place into the marks that a finding fills. */
function filled(snippet: string): string {
  const values: Readonly<Record<string, string>> = {
    account: '111122223333',
    region: 'ap-northeast-1',
    resource: 'thing',
  };
  return snippet.replaceAll(/\{\{(\w+)\}\}/g, (mark, name: string) => values[name] ?? mark);
}

async function eachInFile(
  root: string,
  snippets: readonly Snippet[],
  extension: string,
  command: (file: string) => readonly string[],
): Promise<Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ippo-snippets-'));
  mkdirSync(folder, { recursive: true });
  try {
    return await Promise.all(
      snippets.map(async ({ name, text }) => {
        const file = join(folder, `${name}.${extension}`);
        writeFileSync(file, text);
        const { ok, output } = await runStep({ name, command: command(file) }, root);
        return { name, ok, detail: output };
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
