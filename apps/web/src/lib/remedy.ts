import type { CheckResult, Finding, Remediation } from '@ippo/contracts';

/** A remedy with its marks filled, and the findings it was not filled for. */
export type FilledRemedy = Remediation & { filledFor: Finding | undefined; others: number };

/** Fills `{{region}}`, `{{resource}}` and `{{account}}` from the first finding that fails, else any not read. */
export function fillRemedy(remedy: Remediation, check: CheckResult, account: string): FilledRemedy {
  const failing = check.findings.filter(({ outcome }) => outcome === 'fail');
  const finding = failing[0] ?? check.findings[0];
  const fill = (text: string) =>
    text
      .replaceAll('{{region}}', finding?.region ?? regionOfArn(finding?.resource) ?? '<region>')
      .replaceAll('{{resource}}', finding?.resource ?? '<resource>')
      .replaceAll('{{account}}', account);
  const lines = (items: readonly string[]) => items.map((item) => fill(item));
  const { console: steps, cli, cloudformation, terraform } = remedy;
  return {
    ...remedy,
    console: {
      steps: { en: lines(steps.steps.en), ja: lines(steps.steps.ja) },
      link: fill(steps.link),
    },
    cli: 'lines' in cli ? { ...cli, lines: fill(cli.lines) } : cli,
    cloudformation:
      'template' in cloudformation ? { template: fill(cloudformation.template) } : cloudformation,
    terraform: 'code' in terraform ? { code: fill(terraform.code) } : terraform,
    filledFor: failing[0],
    others: Math.max(0, failing.length - 1),
  };
}

/** The fourth part of an ARN, where it has one. */
function regionOfArn(arn: string | undefined): string | undefined {
  return arn?.startsWith('arn:') ? arn.split(':')[3] || undefined : undefined;
}
