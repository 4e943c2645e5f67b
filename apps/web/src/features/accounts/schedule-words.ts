import { weekdays, type Language, type Schedule } from '@ippo/contracts';
import type { Write } from '../../i18n/text.tsx';

/** When a connection is scanned by itself, as one would say it. */
export function scheduleWords(schedule: Schedule, t: Write, language: Language): string {
  switch (schedule.kind) {
    case 'off':
      return t('accounts.schedule-off');
    case 'daily':
      return t('accounts.schedule-daily', schedule);
    case 'weekly':
      return t('accounts.schedule-weekly', {
        ...schedule,
        weekday: weekdayName(weekdays.indexOf(schedule.weekday), language),
      });
    case 'cron':
      return t('accounts.schedule-cron', schedule);
  }
}

/** 0 is Monday, as 1 January 2024 was. */
function weekdayName(index: number, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return format.format(Date.UTC(2024, 0, 1 + index));
}
