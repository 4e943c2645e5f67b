import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useText } from '../../i18n/text.tsx';
import type { OrderCover } from './use-report-order.ts';

const fields = ['period', 'basisDate', 'preparedBy', 'approvedBy', 'controlId'] as const;
const most = 200;

/** Whether what was written on the cover fits. */
export function coverFits(cover: OrderCover): boolean {
  return fields.every((field) => (cover[field] ?? '').trim().length <= most);
}

/** What only the auditor knows; closed, since none of it is needed. */
export function CoverFields(props: { cover: OrderCover; onChange: (cover: OrderCover) => void }) {
  const t = useText();
  const { cover, onChange } = props;
  return (
    <ExpandableSection headerText={t('reports.cover')} headingTagOverride="h2">
      <p className="fine report-cover-about">{t('reports.cover-about')}</p>
      <div className="report-fields">
        {fields.map((field) => (
          <FormField
            key={field}
            label={t(`reports.cover.${field}`)}
            errorText={(cover[field] ?? '').trim().length > most ? t('reports.cover-long') : null}
          >
            <Input
              value={cover[field] ?? ''}
              onChange={({ detail }) => onChange({ ...cover, [field]: detail.value })}
            />
          </FormField>
        ))}
      </div>
    </ExpandableSection>
  );
}
