import { weekdays, type Language, type Schedule } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';

export type Weekday = (typeof weekdays)[number];

/** Says when a connection is scanned by itself. */
export function useScheduleWords(): (schedule: Schedule) => string {
  const t = useText();
  const language = useLanguage();
  return (schedule) => {
    if (schedule.kind === 'off') return t('schedule.says-off');
    if (schedule.kind === 'cron') return t('schedule.says-cron', schedule);
    if (schedule.kind === 'daily') return t('schedule.says-daily', schedule);
    const weekday = weekdayName(schedule.weekday, language);
    return t('schedule.says-weekly', { ...schedule, weekday });
  };
}

/** The name of a weekday; 1 January 2024 was a Monday. */
export function weekdayName(weekday: Weekday, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return format.format(Date.UTC(2024, 0, 1 + weekdays.indexOf(weekday)));
}
