import type { Week } from '@ippo/contracts';
import { checkPath, paths } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { daysSince, writeDay } from '../../lib/dates.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';

/** What runs out within 30 days: the soonest, and how many more. */
export function Ending({ week, sentences }: { week: Week; sentences: Sentences }) {
  const t = useText();
  const language = useLanguage();
  const [first, ...more] = week.ending;
  if (!first) return <p className="week-ending">{t('week.ending-none')}</p>;
  const days = daysSince(new Date().toISOString(), Date.parse(first.until));
  const exceptions = first.kind === 'exception';
  return (
    <p className="week-ending">
      <b>{t('week.ending', { n: days, day: writeDay(first.until, language) })}</b>{' '}
      {t(`week.ending-${first.kind}`, { by: first.by })}{' '}
      <AppLink to={exceptions ? paths.exceptions : checkPath(first.check)}>
        {sentences.title(first.check)}
      </AppLink>
      {more.length > 0 ? ` · ${t('week.ending-more', { n: more.length })}` : null}
    </p>
  );
}
