import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { Scan } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { writeInstant } from '../../lib/dates.ts';

type Props = {
  /** Comparable scans of one account, newest first. */
  scans: readonly Scan[];
  from: string;
  to: string;
  onChange: (ends: { from: string; to: string }) => void;
};

/** The two ends of a comparison; the earlier one is always the one before. */
export function ChooseScans({ scans, from, to, onChange }: Props) {
  const t = useText();
  const language = useLanguage();
  const options = scans.map((scan) => ({
    value: scan.id,
    label: writeInstant(scan.finishedAt ?? scan.createdAt, language),
    ...(scan.startedBy === null ? {} : { description: scan.startedBy }),
  }));
  const select = (label: string, value: string, pick: (id: string) => void) => (
    <FormField label={label}>
      <Select
        selectedOption={options.find((option) => option.value === value) ?? null}
        options={options}
        placeholder={t('changes.older')}
        onChange={({ detail }) => pick(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
  const place = (id: string) => scans.findIndex((scan) => scan.id === id);
  function settle(one: string, other: string): void {
    // Newest first: the one behind in the list is the one before in time.
    onChange(place(one) > place(other) ? { from: one, to: other } : { from: other, to: one });
  }
  return (
    <div className="choose-scans">
      {select(t('changes.from'), from, (id) => settle(id, to))}
      {select(t('changes.to'), to, (id) => settle(from, id))}
    </div>
  );
}
