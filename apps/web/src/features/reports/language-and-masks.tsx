import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Toggle from '@cloudscape-design/components/toggle';
import type { Language } from '@ippo/contracts';
import { useText } from '../../i18n/text.tsx';
import type { OrderQuery } from './use-report-order.ts';

/** The report's own language, whatever the page is in, and whether names are masked. */
export function LanguageAndMasks(props: {
  query: OrderQuery;
  onChange: (next: Partial<OrderQuery>) => void;
}) {
  const t = useText();
  const { query, onChange } = props;
  return (
    <>
      <FormField label={t('reports.language')} description={t('reports.language-about')}>
        <RadioGroup
          direction="horizontal"
          value={query.lang}
          items={[
            { value: 'en', label: <span lang="en">English</span> },
            { value: 'ja', label: <span lang="ja">日本語</span> },
          ]}
          onChange={({ detail }) => onChange({ lang: detail.value as Language })}
        />
      </FormField>
      <FormField label={t('reports.mask')} description={t('reports.mask-about')}>
        <Toggle
          checked={query.masked}
          onChange={({ detail }) => onChange({ masked: detail.checked })}
        >
          {t(query.masked ? 'reports.masked' : 'reports.not-masked')}
        </Toggle>
      </FormField>
    </>
  );
}
