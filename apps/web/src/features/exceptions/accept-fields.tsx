import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Textarea from '@cloudscape-design/components/textarea';
import { useText } from '../../i18n/text.tsx';
import { LastDay } from './last-day.tsx';
import type { Acceptance } from './use-acceptance.ts';

/** Why, by whom and until when a risk is accepted, and whether somebody else looks at it. */
export function AcceptFields({ acceptance }: { acceptance: Acceptance }) {
  const t = useText();
  const { draft, faults, zone } = acceptance;
  return (
    <>
      <FormField
        label={t('accept.reason')}
        constraintText={t('accept.reason-about')}
        errorText={faults.includes('reason') ? t('accept.needed-reason') : ''}
        stretch
      >
        <Textarea
          value={draft.reason}
          rows={3}
          onChange={({ detail }) => acceptance.setReason(detail.value)}
        />
      </FormField>
      <div className="accept-pair">
        <FormField
          label={t('accept.owner')}
          constraintText={t('accept.owner-about')}
          errorText={faults.includes('owner') ? t('accept.needed-owner') : ''}
        >
          <Input value={draft.owner} onChange={({ detail }) => acceptance.setOwner(detail.value)} />
        </FormField>
        <LastDay
          zone={zone}
          value={draft.lastDay}
          wrong={faults.includes('day')}
          onChange={acceptance.setLastDay}
        />
      </div>
      {acceptance.needsSecond ? (
        <p className="plain">{t('accept.second-needed')}</p>
      ) : (
        <Checkbox
          checked={acceptance.second}
          description={acceptance.second ? t('accept.second-needed') : t('accept.self')}
          onChange={({ detail }) => acceptance.setSecond(detail.checked)}
        >
          {t('accept.second')}
        </Checkbox>
      )}
    </>
  );
}
