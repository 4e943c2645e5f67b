import Button from '@cloudscape-design/components/button';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { auditActionNames, auditActions } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { AuditQuery } from './audit-query.ts';

type Props = {
  query: AuditQuery;
  people: ReadonlyMap<string, string>;
  onChange: (next: Partial<AuditQuery>) => void;
};

/** Who, what and when; all of it stands in the address. */
export function AuditFilter({ query, people, onChange }: Props) {
  const t = useText();
  const language = useLanguage();
  const persons = [
    { value: '', label: t('audit.anybody') },
    ...[...people].map(([value, label]) => ({ value, label })),
  ];
  const actions = [
    { value: '', label: t('audit.any-action') },
    ...auditActionNames
      .map((value) => ({ value: value as string, label: auditActions[value][language] }))
      .toSorted((a, b) => a.label.localeCompare(b.label, language)),
  ];
  const filtered = Object.values(query).some((value) => value !== '');
  const day = (name: 'from' | 'to') => (
    <FormField label={t(`audit.${name}`)}>
      <DatePicker
        value={query[name]}
        placeholder={t('audit.day')}
        locale={language}
        onChange={({ detail }) => {
          if (detail.value === '' || /^\d{4}-\d\d-\d\d$/.test(detail.value))
            onChange({ [name]: detail.value });
        }}
      />
    </FormField>
  );
  return (
    <div className="audit-filter" role="search" aria-label={t('audit.title')}>
      <FormField label={t('audit.person')}>
        <Select
          selectedOption={persons.find(({ value }) => value === query.actor) ?? null}
          options={persons}
          filteringType="auto"
          onChange={({ detail }) => onChange({ actor: detail.selectedOption.value ?? '' })}
        />
      </FormField>
      <FormField label={t('audit.action')}>
        <Select
          selectedOption={actions.find(({ value }) => value === query.action) ?? null}
          options={actions}
          filteringType="auto"
          onChange={({ detail }) => onChange({ action: detail.selectedOption.value ?? '' })}
        />
      </FormField>
      {day('from')}
      {day('to')}
      {filtered ? (
        <Button onClick={() => onChange({ actor: '', action: '', from: '', to: '' })}>
          {t('audit.clear')}
        </Button>
      ) : null}
    </div>
  );
}
