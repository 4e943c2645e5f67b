import DateInput from '@cloudscape-design/components/date-input';
import FormField from '@cloudscape-design/components/form-field';
import { exceptionDays } from '@ippo/contracts';
import Button from '@cloudscape-design/components/button';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { writeCalendarDay } from '../../lib/calendar-day.ts';
import { dayAfter } from './accept-draft.ts';

type Props = { zone: string; value: string; wrong: boolean; onChange: (day: string) => void };

const usual = [30, 90, 180, 365];

/** The last day of an exception in the reader's zone, by a usual span or as a date. */
export function LastDay({ zone, value, wrong, onChange }: Props) {
  const t = useText();
  const language = useLanguage();
  const { first, last } = exceptionDays(zone, new Date());
  const write = (day: string) => writeCalendarDay(day, language);
  return (
    <FormField
      label={t('accept.last-day')}
      constraintText={t('accept.last-day-about', { zone, last: write(last) })}
      errorText={wrong ? t('accept.needed-day', { first: write(first), last: write(last) }) : ''}
    >
      <DateInput value={value} onChange={({ detail }) => onChange(detail.value)} />
      <div className="usual-days">
        {usual.map((days) => (
          <Button
            key={days}
            variant="inline-link"
            formAction="none"
            onClick={() => onChange(dayAfter(days, zone))}
          >
            {t('accept.days', { n: days })}
          </Button>
        ))}
      </div>
    </FormField>
  );
}
