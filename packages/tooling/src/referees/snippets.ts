import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '@ippo/checks';
import { renderPolicy, renderRole, trustedBy } from '@ippo/collectors';
import { runStep } from '../run-step.ts';
import type { Verdict } from './verdicts.ts';

type Snippet = { name: string; text: string };

/** A role as the page of a connection fills it in. */
const role = {
  roleName: 'ippo-readonly',
  externalId: `ippo-${'0f'.repeat(20)}`,
  ...trustedBy('arn:aws:sts::111122223333:assumed-role/Scanner/i-0123456789abcdef0'),
};

/** What `cfn-lint --format json` prints: one entry per complaint. */
type Match = { Filename: string; Message: string };

/** CloudFormation as its own linter sees it: the generated policy, a connection's role and every check's template. */
export async function cloudFormationVerdicts(root: string, bin: string): Promise<Verdict[]> {
  const snippets = [
    { name: 'policy', text: renderPolicy('cloudformation') },
    { name: 'role', text: renderRole('cloudformation', role).text },
    ...catalogue.checks.flatMap(({ id, remediation: { cloudformation } }) =>
      'template' in cloudformation ? [{ name: id, text: filled(cloudformation.template) }] : [],
    ),
  ];
  return inFiles(snippets, 'yaml', async (files) => {
    // One process for all: each would load every resource type of AWS anew.
    const command = [
      join(bin, 'cfn-lint'),
      '--format',
      'json',
      '--',
      ...files.map(({ path }) => path),
    ];
    const { ok, output, stdout } = await runStep({ name: 'cfn-lint', command }, root);
    const matches: Match[] = JSON.parse(stdout);
    if (!ok && matches.length === 0) throw new Error(`cfn-lint ended badly:\n${output}`);
    return files.map(({ name, path }) => {
      const said = matches.filter(({ Filename }) => Filename === path);
      return { name, ok: said.length === 0, detail: said.map(({ Message }) => Message).join('\n') };
    });
  });
}

/** Terraform as a parser that is not ours reads it: the generated policy, a connection's role and every check's code. */
export async function terraformVerdicts(root: string, bin: string): Promise<Verdict[]> {
  const snippets = [
    { name: 'policy', text: renderPolicy('terraform') },
    { name: 'role', text: renderRole('terraform', role).text },
    ...catalogue.checks.flatMap(({ id, remediation: { terraform } }) =>
      'code' in terraform ? [{ name: id, text: filled(terraform.code) }] : [],
    ),
  ];
  const parse = join(root, 'packages/tooling/src/referees/parse-hcl.py');
  return inFiles(snippets, 'tf', (files) =>
    Promise.all(
      files.map(async ({ name, path }) => {
        const command = [join(bin, 'python'), parse, path];
        const { ok, output } = await runStep({ name, command }, root);
        return { name, ok, detail: output };
      }),
    ),
  );
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

async function inFiles(
  snippets: readonly Snippet[],
  extension: string,
  judge: (files: readonly { name: string; path: string }[]) => Promise<Verdict[]>,
): Promise<Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ippo-snippets-'));
  try {
    const files = snippets.map(({ name, text }) => {
      const path = join(folder, `${name}.${extension}`);
      writeFileSync(path, text);
      return { name, path };
    });
    return await judge(files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
