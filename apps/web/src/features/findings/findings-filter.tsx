import PropertyFilter from '@cloudscape-design/components/property-filter';
import { useText } from '../../i18n/text.tsx';
import { filterOptions, filterProperties, fromTokens, toTokens } from './filter-tokens.ts';
import type { FindingWords } from './finding-words.ts';
import type { FindingsData, FindingsList } from './use-findings.ts';

type Props = { data: FindingsData; findings: FindingsList; words: FindingWords };

/** The filter of the list; what it says stands in the address. */
export function FindingsFilter({ data, findings, words }: Props) {
  const t = useText();
  return (
    <PropertyFilter
      query={{ operation: 'and', tokens: toTokens(findings.query) }}
      onChange={({ detail }) => findings.go(fromTokens(detail.tokens))}
      filteringProperties={filterProperties(words)}
      filteringOptions={filterOptions(data.counts, words, (n) => t('findings.days-ago', { n }))}
      filteringAriaLabel={t('findings.filter')}
      filteringPlaceholder={t('findings.filter')}
      filteringEmpty={t('findings.filter-none')}
      countText={t('findings.matches', { n: data.total })}
      readOnlyOperations
      i18nStrings={{ clearFiltersText: t('checks.clear') }}
    />
  );
}
