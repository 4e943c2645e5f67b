import type { ExceptionFlag } from '@ippo/contracts';
import { useLanguage, useText } from '../i18n/text.tsx';
import { writeCalendarDay } from '../lib/calendar-day.ts';
import { writeInstant } from '../lib/dates.ts';
import './exception-tag.css';

/** Beside an outcome, never instead of it: until when a risk is accepted, or that it no longer is. */
export function ExceptionTag({ flag }: { flag: ExceptionFlag }) {
  const t = useText();
  const language = useLanguage();
  const day = writeCalendarDay(flag.lastDay, language);
  return (
    <span
      className={`exception-tag exception-tag-${flag.state}`}
      title={`${writeInstant(flag.until, language)} · ${flag.by}`}
    >
      {t(flag.state === 'accepted' ? 'exception.until' : 'exception.expired', { day })}
    </span>
  );
}
