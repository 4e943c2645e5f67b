import FormField from '@cloudscape-design/components/form-field';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
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
        <SegmentedControl
          label={t('reports.language')}
          selectedId={query.lang}
          options={[
            { id: 'en', text: 'English' },
            { id: 'ja', text: '日本語' },
          ]}
          onChange={({ detail }) => onChange({ lang: detail.selectedId as Language })}
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
