import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { ReportChoices } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { writeInstant } from '../../lib/dates.ts';
import { useReaderZone } from '../../lib/reader-zone.ts';
import type { DaysFault, OrderQuery } from './use-report-order.ts';

type Props = {
  query: OrderQuery;
  scans: NonNullable<ReportChoices['subject']>['scans'];
  /** What is wrong with the period. */
  fault: DaysFault | 'no-scan' | null;
  onChange: (next: Partial<OrderQuery>) => void;
};

const period = 'period';

/** One scan, or every scan of a period of which the last one is assessed. */
export function ScopeFields({ query, scans, fault, onChange }: Props) {
  const t = useText();
  const language = useLanguage();
  const zone = useReaderZone();
  const options = [
    ...scans.map(({ id, finishedAt }) => ({
      value: id,
      label: t('reports.scan-of', { when: writeInstant(finishedAt, language, zone) }),
    })),
    { value: period, label: t('reports.period') },
  ];
  const chosen = query.period ? period : query.scan || scans[0]?.id;
  const day = (name: 'from' | 'to') => (
    <FormField label={t(`reports.${name}`)}>
      <DatePicker
        value={query[name]}
        placeholder={t('reports.day')}
        locale={language}
        invalid={fault !== null && fault !== 'days-open'}
        onChange={({ detail }) => {
          if (detail.value === '' || /^\d{4}-\d\d-\d\d$/.test(detail.value))
            onChange({ [name]: detail.value });
        }}
      />
    </FormField>
  );
  return (
    <>
      <FormField
        label={t('reports.what')}
        constraintText={query.period ? t('reports.period-about') : null}
      >
        <Select
          selectedOption={options.find(({ value }) => value === chosen) ?? null}
          options={options}
          onChange={({ detail }) => {
            const { value } = detail.selectedOption;
            if (value === period) onChange({ period: true });
            else onChange({ period: false, from: '', to: '', scan: value ?? '' });
          }}
        />
      </FormField>
      {query.period ? (
        <FormField errorText={fault === null ? null : t(`reports.${fault}`)} stretch>
          <div className="report-days">
            {day('from')}
            {day('to')}
          </div>
        </FormField>
      ) : null}
    </>
  );
}
