import type { Week, WeekState } from '@ippo/contracts';
import { weekPath } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { writeInstant } from '../../lib/dates.ts';
import { shortWeek, writeWeek } from '../../lib/week-days.ts';
import { AppLink } from '../../ui/app-link.tsx';

/** The last weeks in a row: reviewed, missed, open, or without a scan; a missed one stays missed. */
export function PastWeeks({ week }: { week: Week }) {
  const t = useText();
  const language = useLanguage();
  const missed = week.weeks.filter(({ state }) => state === 'missed').length;
  return (
    <section className="week-past" aria-labelledby="week-past">
      <h2 id="week-past">{t('week.reviews')}</h2>
      <ol>
        {week.weeks.map(({ week: name, state, review }) => {
          const who = review
            ? t('week.reviewed-by', { who: review.by, when: writeInstant(review.at, language) })
            : t(`week.state.${state}`);
          return (
            <li key={name} className={`week-mark week-mark-${state}`} title={who}>
              <AppLink to={weekPath(name)} fontSize="body-s">
                <span className="week-mark-in">
                  <WeekMark state={state} />
                  <span aria-current={name === week.week ? 'page' : undefined}>
                    {shortWeek(name)}
                  </span>
                  <span className="visually-hidden">
                    {writeWeek(name, language)}: {who}
                  </span>
                </span>
              </AppLink>
            </li>
          );
        })}
      </ol>
      <p>{t('week.missed', { n: missed })}</p>
    </section>
  );
}

/** A shape for each state, so that the row can be read without colour. */
function WeekMark({ state }: { state: WeekState }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      {state === 'reviewed' ? (
        <>
          <circle cx="9" cy="9" r="8.5" fill="currentColor" />
          <path d="m5.4 9.3 2.4 2.4 4.8-5.2" className="week-glyph" />
        </>
      ) : state === 'missed' ? (
        <path d="M9 1.2a7.8 7.8 0 1 1 0 15.6A7.8 7.8 0 0 1 9 1.2M5.4 9h7.2" className="week-line" />
      ) : state === 'open' ? (
        <circle cx="9" cy="9" r="7.8" className="week-line" strokeDasharray="2.6 2" />
      ) : (
        <path d="M5 9h8" className="week-line" />
      )}
    </svg>
  );
}
