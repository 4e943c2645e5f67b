import {
  changeWords,
  measures,
  placeOf,
  type Change,
  type ExceptionFilter,
  type Language,
  type Severity,
  type ShownOutcome,
} from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { writeUnits } from '../../lib/write-names.ts';
import { listedKeys, type FindingQuery, type ListedKey } from './finding-query.ts';

type OtherKey = 'resource' | 'since' | 'exception';

/** Names of services as AWS writes them. */
const services: Readonly<Record<string, string>> = {
  cloudtrail: 'CloudTrail',
  config: 'AWS Config',
  guardduty: 'GuardDuty',
  iam: 'IAM',
  organizations: 'AWS Organizations',
  s3: 'Amazon S3',
};

/** The words of a filter: its properties, their values, and the whole filter. */
export type FindingWords = {
  property: (key: ListedKey | OtherKey) => string;
  value: (key: ListedKey, value: string) => string;
  /** The frameworks and the requirements that a filter can name. */
  frameworks: readonly string[];
  exception: (state: ExceptionFilter) => string;
  filter: (query: FindingQuery) => string;
};

export function useFindingWords(sentences: Sentences): FindingWords {
  const t = useText();
  const language = useLanguage();
  const property: FindingWords['property'] = (key) => t(`findings.property.${key}`);
  const value: FindingWords['value'] = (key, one) => {
    if (key === 'outcome') return t(`outcome.${one as ShownOutcome}`);
    if (key === 'severity') return t(`severity.${one as Severity}`);
    if (key === 'change') return changeWords[one as Change][language];
    if (key === 'service') return services[one] ?? one;
    if (key === 'framework') return frameworkName(one, sentences, language);
    if (key === 'check') return sentences.title(one);
    if (key === 'region') return one === 'global' ? t('common.account-wide') : named(one, language);
    const measure = measures.find((n) => String(n) === one);
    return measure ? t(`measure.${measure}.name`) : one;
  };
  const exceptionWord = (state: ExceptionFilter) => t(`findings.exception.${state}`);
  return {
    property,
    value,
    frameworks: sentences.frameworks.flatMap(({ id, requirements }) => [
      id,
      ...Object.keys(requirements).map((one) => `${id}:${one}`),
    ]),
    exception: exceptionWord,
    filter: ({ tokens, resource, since, exception }) => {
      const parts = listedKeys.flatMap((key) => {
        const one = tokens[key];
        if (!one) return [];
        const values = one.any
          .map((item) => value(key, item))
          .join(language === 'ja' ? '・' : ' / ');
        return [
          t(one.not ? 'findings.is-not' : 'findings.is', { property: property(key), values }),
        ];
      });
      if (resource !== undefined)
        parts.push(t('findings.holds', { property: property('resource'), values: resource }));
      if (since !== undefined)
        parts.push(t('findings.from', { property: property('since'), values: since.slice(0, 10) }));
      if (exception !== undefined)
        parts.push(
          t('findings.is', { property: property('exception'), values: exceptionWord(exception) }),
        );
      return writeUnits(parts, language);
    },
  };
}

function named(region: string, language: Language): string {
  const place = placeOf(region, language);
  return place === region ? region : `${place} ${region}`;
}

/** A framework by name, or one requirement of it by its id and our words. */
function frameworkName(mark: string, { frameworks }: Sentences, language: Language): string {
  const [id, ...rest] = mark.split(':');
  const framework = frameworks.find((one) => one.id === id);
  const requirement = rest.join(':');
  if (!framework || requirement === '') return framework?.name ?? mark;
  const title = framework.requirements[requirement]?.[language];
  return [`${framework.name} ${requirement}`, ...(title === undefined ? [] : [title])].join(' · ');
}
