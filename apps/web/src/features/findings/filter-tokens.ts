import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import type { FindingFacet } from '@ippo/contracts';
import {
  dayOf,
  exceptionStates,
  listedKeys,
  type FindingQuery,
  type ListedKey,
} from './finding-query.ts';
import type { FindingWords } from './finding-words.ts';

type Counts = Partial<Record<FindingFacet, Record<string, number>>>;
type Token = PropertyFilterProps.Token;

const dayMs = 86_400_000;
const daysBack = [1, 7, 30, 90];

/** The properties of the filter, each with how its values read. */
export function filterProperties(words: FindingWords): PropertyFilterProps.FilteringProperty[] {
  const listed = listedKeys.map((key) => ({
    key,
    propertyLabel: words.property(key),
    groupValuesLabel: words.property(key),
    operators: (['=', '!='] as const).map((operator) => ({
      operator,
      tokenType: 'enum' as const,
      format: (value: unknown) =>
        [value]
          .flat()
          .map((one) => words.value(key, String(one)))
          .join(' / '),
    })),
  }));
  return [
    ...listed,
    {
      key: 'resource',
      propertyLabel: words.property('resource'),
      groupValuesLabel: words.property('resource'),
      operators: [':'],
      defaultOperator: ':',
    },
    {
      key: 'since',
      propertyLabel: words.property('since'),
      groupValuesLabel: words.property('since'),
      operators: ['>='],
      defaultOperator: '>=',
    },
    {
      key: 'exception',
      propertyLabel: words.property('exception'),
      groupValuesLabel: words.property('exception'),
      operators: [
        {
          operator: '=',
          format: (value: unknown) => {
            const state = exceptionStates.find((one) => one === value);
            return state ? words.exception(state) : String(value);
          },
        },
      ],
    },
  ];
}

/** The values that there are, with how many findings each would leave. */
export function filterOptions(
  counts: Counts,
  words: FindingWords,
  ago: (days: number) => string,
): PropertyFilterProps.FilteringOption[] {
  const listed = listedKeys.flatMap((key) =>
    Object.entries(key === 'framework' ? {} : (counts[key] ?? {}))
      .toSorted(([, a], [, b]) => b - a)
      .map(([value, count]) => ({
        propertyKey: key,
        value,
        label: `${words.value(key, value)} (${count})`,
        filteringTags: [value],
      })),
  );
  const days = daysBack.map((n) => ({
    propertyKey: 'since',
    value: dayOf(new Date(Date.now() - n * dayMs)),
    tags: [ago(n)],
  }));
  const exceptions = exceptionStates.map((value) => ({
    propertyKey: 'exception',
    value,
    label: words.exception(value),
  }));
  const frameworks = words.frameworks.map((value) => ({
    ...{ propertyKey: 'framework', value, label: words.value('framework', value) },
    filteringTags: [value],
  }));
  return [...listed, ...frameworks, ...days, ...exceptions];
}

/** A filter as the component's tokens. */
export function toTokens({ tokens, resource, since, exception }: FindingQuery): Token[] {
  const own: Token[] = listedKeys.flatMap((key) => {
    const one = tokens[key];
    return one ? [{ propertyKey: key, operator: one.not ? '!=' : '=', value: one.any }] : [];
  });
  if (resource !== undefined) own.push({ propertyKey: 'resource', operator: ':', value: resource });
  if (since !== undefined) own.push({ propertyKey: 'since', operator: '>=', value: since });
  if (exception !== undefined)
    own.push({ propertyKey: 'exception', operator: '=', value: exception });
  return own;
}

/** The component's tokens as a filter: values of one property add up, the last kind of a property wins. */
export function fromTokens(tokens: readonly Token[]): FindingQuery {
  const query: FindingQuery = { tokens: {} };
  for (const { propertyKey, operator, value } of tokens) {
    const key = listedKeys.find((one): one is ListedKey => one === propertyKey);
    const values = [value as unknown]
      .flat()
      .map(String)
      .filter((one) => one !== '');
    const [first] = values;
    if (first === undefined) continue;
    if (key !== undefined) {
      const not = operator === '!=';
      const known = query.tokens[key];
      const before = known?.not === not ? known.any : [];
      query.tokens[key] = { not, any: [...new Set([...before, ...values])] };
    } else if (propertyKey === 'since') query.since = first;
    else if (propertyKey === 'exception') {
      const state = exceptionStates.find((one) => one === first);
      if (state) query.exception = state;
    } else query.resource = first;
  }
  return query;
}
