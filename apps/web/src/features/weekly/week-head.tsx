import Button from '@cloudscape-design/components/button';
import {
  dashed,
  severities,
  trailCaseOf,
  weekAfter,
  writeWeekHeadline,
  type StepCause,
  type Week,
} from '@ippo/contracts';
import { weekPath } from '../../app/paths.ts';
import { Text, useLanguage, useText, type Write } from '../../i18n/text.tsx';
import { shortWeek, writeWeek } from '../../lib/week-days.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { useGo } from '../../lib/use-go.ts';
import { writeWhere } from '../../lib/write-where.ts';
import { When } from '../../ui/when.tsx';

type Props = { week: Week; sentences: Sentences };

/** Which week, what is true of it in one sentence, and one more. */
export function WeekHead({ week, sentences }: Props) {
  const t = useText();
  const language = useLanguage();
  const go = useGo();
  const [first] = week.weeks;
  return (
    <header className="week-head">
      <div className="week-period">
        <p>
          {t('week.of', { days: writeWeek(week.week, language), week: shortWeek(week.week) })} ·{' '}
          <span className="code-name">{dashed(week.account)}</span> · <Compared week={week} />
        </p>
        <div className="week-moves">
          <Button
            variant="icon"
            iconName="angle-left"
            ariaLabel={t('week.before')}
            disabled={first === undefined || week.week <= first.week}
            onClick={() => go(weekPath(weekAfter(week.week, -1)))}
          />
          <Button
            variant="icon"
            iconName="angle-right"
            ariaLabel={t('week.after')}
            disabled={week.current || Date.parse(week.until) > Date.now()}
            onClick={() => go(weekPath(weekAfter(week.week, 1)))}
          />
          <Button onClick={() => print()}>{t('week.print')}</Button>
        </div>
      </div>
      <h1>{headlineOf(week, sentences, t, language)}</h1>
      <p className="week-support">{supportOf(week, sentences, t)}</p>
    </header>
  );
}

function Compared({ week: { was, now, headline } }: { week: Week }) {
  const t = useText();
  if (!now) return t('week.not-scanned');
  if (!was) return <Text id="week.only-scan" values={{ when: <When at={now.at} /> }} />;
  const id = headline.form === 'first-week' ? 'week.compared-first' : 'week.compared';
  return <Text id={id} values={{ when: <When at={was.at} /> }} />;
}

/** The headline as a report of the week would say it, too. */
export function headlineOf(
  week: Week,
  sentences: Sentences,
  t: Write,
  language: 'en' | 'ja',
): string {
  const end = week.now ?? week.was;
  return writeWeekHeadline(week.headline, language, {
    title: sentences.title,
    current: week.current,
    stepsDone: end?.stepsDone ?? 0,
    regionsUnread: Object.keys(end?.regions?.unread ?? {}).length,
    cause: causeOf(week, sentences, t, language),
  });
}

/** Why the step of the headline is not done: what got worse in its checks, the one of most weight first. */
function causeOf(
  { headline: { about }, worse }: Week,
  sentences: Sentences,
  t: Write,
  language: 'en' | 'ja',
): StepCause {
  if (about.kind !== 'step') return {};
  const [first, ...more] = worse
    .filter(({ check }) => sentences.check(check)?.step === about.id)
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  if (!first) return {};
  return {
    trail: trailCaseOf([first, ...more].flatMap(({ reason }) => reason?.code ?? [])),
    where: writeWhere(first.names, first.places, t, language),
  };
}

function supportOf(week: Week, sentences: Sentences, t: Write): string {
  if (!week.now) return t(week.was ? 'week.support-none' : 'week.support-never');
  const moved = week.was
    ? t('week.support', { better: week.better.length, worse: week.worse.length })
    : t('week.support-first');
  const lost = week.lost.length > 0 ? t('week.support-lost', { n: week.lost.length }) : '';
  const gone = week.gone > 0 ? t('week.support-gone', { n: week.gone }) : '';
  const entry = week.next && sentences.check(week.next.check);
  const next = entry ? t('week.support-next', { n: entry.remediation.minutes }) : '';
  return [lost, moved, gone, next].filter((part) => part !== '').join(t('week.between'));
}
