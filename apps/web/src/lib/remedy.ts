import {
  cliParts,
  type CheckResult,
  type CliPart,
  type Finding,
  type Remediation,
} from '@ippo/contracts';
import { fillMarks, regionOfArn } from './known-values.ts';

/** A remedy with its marks filled, and the findings it was not filled for. */
export type FilledRemedy = Remediation & { filledFor: Finding | undefined; others: number };

/** AWS CLI lines by case: what mends this finding (null where the reason does not say), and the rest. */
export type CliCases = { mends: string | null; rest: CliPart[] };

/** Fills what is known from the first finding that fails, else from any. */
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
    cli: 'lines' in cli ? { ...cli, lines: fillMarks(fill(cli.lines), failing[0], account) } : cli,
    cloudformation:
      'template' in cloudformation ? { template: fill(cloudformation.template) } : cloudformation,
    terraform: 'code' in terraform ? { code: fill(terraform.code) } : terraform,
    filledFor: failing[0],
    others: Math.max(0, failing.length - 1),
  };
}

/** The lines to run for the finding that the remedy was filled for, apart from those of other cases. */
export function cliCases({ cli, filledFor }: FilledRemedy): CliCases {
  if ('none' in cli) return { mends: null, rest: [] };
  if (!cli.mends) return { mends: cli.lines, rest: [] };
  const parts = cliParts(cli.lines);
  const chosen = cli.mends[filledFor?.reason.code ?? ''];
  if (!chosen) return { mends: null, rest: parts };
  return {
    mends: chosen.flatMap((place) => parts[place]?.lines ?? []).join('\n'),
    rest: parts.filter((_, place) => !chosen.includes(place)),
  };
}
