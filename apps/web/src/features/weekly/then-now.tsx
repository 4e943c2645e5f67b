import type { Week, WeekEnd } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { checkPath, paths, stepPath } from '../../app/paths.ts';
import { Text, useLanguage, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { writeRange } from '../../lib/write-names.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Joined } from '../../ui/joined.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { shapeOfState } from '../../ui/stairs.tsx';

type Props = { week: Week; now: WeekEnd; sentences: Sentences };

/** Three figures, then and now: steps, score, and what could not be read. */
export function ThenNow({ week, now, sentences }: Props) {
  const t = useText();
  const language = useLanguage();
  const { was } = week;
  const range = ({ from, upTo }: WeekEnd) => writeRange(from, upTo, language);
  const unread = Object.keys(now.regions?.unread ?? {}).length;
  const unreadThen = was?.regions ? Object.keys(was.regions.unread).length : null;
  return (
    <section className="week-figures" aria-label={t('week.figures')}>
      <Figure
        name={t('week.steps')}
        was={was?.stepsDone ?? null}
        now={now.stepsDone}
        unit={t('week.of-seven')}
        delta={was ? now.stepsDone - was.stepsDone : 0}
      >
        <ol className="week-marks" aria-label={t('steps.list')}>
          {now.steps.map(({ id, state }) => (
            <li key={id}>
              <AppLink to={stepPath(id)} ariaLabel={`${t(`name.${id}`)}: ${t(`state.${state}`)}`}>
                <OutcomeIcon shape={shapeOfState[state]} />
              </AppLink>
            </li>
          ))}
        </ol>
      </Figure>
      <Figure
        name={t('score.title')}
        was={was ? (was.score ?? range(was)) : null}
        now={now.score ?? range(now)}
        small={now.score === null}
        unit={now.score === null ? t('week.no-figure') : t('score.of')}
        delta={was && was.score !== null && now.score !== null ? now.score - was.score : 0}
      >
        <ScoreNote now={now} sentences={sentences} />
      </Figure>
      <Figure
        name={t('week.unread')}
        was={unreadThen}
        now={now.regions ? unread : '–'}
        unit={t('week.regions', { n: unread })}
        delta={unreadThen === null ? 0 : unread - unreadThen}
        lessIsBetter
      >
        <UnreadNote was={was} now={now} />
      </Figure>
    </section>
  );
}

type FigureProps = {
  name: string;
  was: number | string | null;
  now: number | string;
  unit: string;
  delta: number;
  lessIsBetter?: boolean;
  small?: boolean;
  children: ReactNode;
};

function Figure({ name, was, now, unit, delta, lessIsBetter, small, children }: FigureProps) {
  const t = useText();
  const better = lessIsBetter ? delta < 0 : delta > 0;
  const words = { n: Math.abs(delta) };
  return (
    <div className="week-figure">
      <h2>{name}</h2>
      <p className={small ? 'week-numbers small' : 'week-numbers'}>
        {was === null ? null : (
          <>
            <span className="visually-hidden">{t('week.then')} </span>
            <span>{was}</span> <span aria-hidden="true">→</span>{' '}
            <span className="visually-hidden">{t('week.now')} </span>
          </>
        )}
        <b>{now}</b> <small>{unit}</small>{' '}
        {delta === 0 ? null : (
          <span className={better ? 'week-delta outcome-pass' : 'week-delta outcome-fail'}>
            <span aria-hidden="true">{delta > 0 ? '▲' : '▼'} </span>
            {Math.abs(delta)}
            <span className="visually-hidden">
              {' '}
              {t(better ? 'week.delta-better' : 'week.delta-worse', words)}
            </span>
          </span>
        )}
      </p>
      <div className="week-note">{children}</div>
    </div>
  );
}

function ScoreNote({ now, sentences }: { now: WeekEnd; sentences: Sentences }) {
  const t = useText();
  if (now.score === null)
    return (
      <AppLink to={`${paths.overview}#unseen`} fontSize="body-s">
        {t('week.score-unread')}
      </AppLink>
    );
  if (now.because.length === 0) return t('week.score-whole');
  const checks = now.because.map((id) => (
    <AppLink key={id} to={checkPath(id)} fontSize="body-s">
      {sentences.short(id)}
    </AppLink>
  ));
  return (
    <Text
      id="week.score-half"
      values={{ checks: <Joined items={checks} />, before: now.before ?? now.score }}
    />
  );
}

function UnreadNote({ was, now }: { was: WeekEnd | null; now: WeekEnd }) {
  const t = useText();
  if (!now.regions) return t('week.unread-unkept');
  const [names, before] = [now, was].map((end) => Object.keys(end?.regions?.unread ?? {}));
  const fresh = (names ?? []).filter((name) => !before?.includes(name));
  const checks = t('week.unread-checks', { n: now.unknown.length, total: now.checks.total });
  const same = names?.length && was?.regions && names.length === before?.length;
  const words =
    names?.length === 0
      ? t('week.unread-none', { total: now.regions.total })
      : same && fresh.length === 0
        ? t('week.unread-same')
        : fresh.length > 0 && was
          ? t('week.unread-new', { n: fresh.length })
          : t('week.unread-left');
  return (
    <>
      <AppLink to={`${paths.overview}#unseen`} fontSize="body-s">
        {words}
      </AppLink>{' '}
      · {checks}
    </>
  );
}
