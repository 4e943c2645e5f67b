import type { CatalogueCheck, Language } from '@ippo/contracts';
import * as words from './catalogue-texts.ts';
import { colon, fenced, folded } from './markdown.ts';

/** How to mend a check: effort, cost and what may break, the console's steps, then three other ways. */
export function remedySection(check: CatalogueCheck, language: Language): string {
  const t = (key: keyof typeof words.pageTexts) => words.pageTexts[key][language];
  const { console: steps, cli, cloudformation, terraform, ...rest } = check.remediation;
  const { minutes, cost, mayBreak } = rest;
  const prices = `[${t('asOf').replace('{day}', cost.asOf)}](${cost.link})`;
  return [
    `**${t('mend')}${colon(language)}${check.todo[language]}**`,
    [
      `- ${t('effort')}${colon(language)}${t('minutes').replace('{minutes}', String(minutes))}`,
      `- ${t('cost')}${colon(language)}${cost.text[language]}${language === 'ja' ? `（${prices}）` : ` (${prices})`}`,
      `- ${t('mayBreak')}${colon(language)}${mayBreak[language]}`,
    ].join('\n'),
    t('console'),
    steps.steps[language].map((step, at) => `${at + 1}. ${step}`).join('\n'),
    'lines' in cli
      ? `AWS CLI\n\n${fenced('sh', cli.lines)}`
      : `- AWS CLI${colon(language)}${cli.none[language]}`,
    'template' in cloudformation
      ? folded('CloudFormation', fenced('yaml', cloudformation.template))
      : `- CloudFormation${colon(language)}${cloudformation.none[language]}`,
    'code' in terraform
      ? folded('Terraform', fenced('hcl', terraform.code))
      : `- Terraform${colon(language)}${terraform.none[language]}`,
  ]
    .join('\n\n')
    .replaceAll(/\n\n(- (?:CloudFormation|Terraform))/g, '\n$1');
}
