import type { Exception } from '@ippo/contracts';
import { dashed } from '@ippo/contracts';
import { checkPath, paths } from '../../app/paths.ts';
import { Text, useLanguage, useText } from '../../i18n/text.tsx';
import { daysUntil, writeCalendarDay } from '../../lib/calendar-day.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Joined } from '../../ui/joined.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { When } from '../../ui/when.tsx';
import { ExceptionActs } from './exception-acts.tsx';

type Props = { exception: Exception; sentences: Sentences; onDone: (said: string) => void };

/** One exception: until when, what, how many fails, why, and who stands for it. */
export function ExceptionRow({ exception, sentences, onDone }: Props) {
  const t = useText();
  const title = sentences.title(exception.check);
  const { id, check, account, regions, resource, reason, owner } = exception;
  return (
    <li id={id} className={`exception exception-${exception.state}`}>
      <div className="exception-end">
        <End exception={exception} />
      </div>
      <div className="exception-what">
        <p className="exception-title">
          <AppLink to={checkPath(check)}>{title}</AppLink> <span className="mono">{check}</span>
        </p>
        <p className="exception-scope">
          <span className="code-name">{t('exceptions.account', { account: dashed(account) })}</span>
          {' · '}
          {regions === null ? (
            t('exceptions.every-region')
          ) : (
            <Joined
              items={regions.map((region) => (
                <RegionName key={region} region={region} />
              ))}
            />
          )}
          {' · '}
          {resource === null ? (
            t('exceptions.every-resource')
          ) : (
            <bdi className="mono arn">{resource}</bdi>
          )}
        </p>
        <blockquote className="given-note">{reason}</blockquote>
        <p className="exception-scope">
          {t('exceptions.owner', { who: owner })} · <Approval exception={exception} />
          {exception.extends === null ? null : <> · {t('exceptions.extends')}</>}
        </p>
      </div>
      <div className="exception-fails">
        <Fails exception={exception} />
      </div>
      <ExceptionActs exception={exception} what={title} onDone={onDone} />
    </li>
  );
}

/** Until when it holds, or what became of it. */
function End({ exception }: { exception: Exception }) {
  const t = useText();
  const language = useLanguage();
  const { state, lastDay, zone, until, approved, revoked } = exception;
  const when = <When at={revoked?.at ?? until} />;
  const ended = state === 'expired' || state === 'revoked';
  return (
    <>
      <span className={`exception-state exception-state-${state}`}>
        {t(`exceptions.state.${state}`)}
      </span>
      <b className="exception-day">{writeCalendarDay(lastDay, language)}</b>
      <span className="fine-line">
        {ended ? null : t('exceptions.ends-in', { days: daysUntil(until) })}
        {state === 'revoked' ? (
          <Text
            id={approved ? 'exceptions.ended-early' : 'exceptions.refused'}
            values={{ when, who: <bdi>{revoked?.by}</bdi> }}
          />
        ) : null}
        {state === 'expired' ? (
          <Text
            id={approved ? 'exceptions.expired-at' : 'exceptions.expired-unapproved'}
            values={{ when }}
          />
        ) : null}
      </span>
      {ended ? null : <span className="fine-line">{zone}</span>}
    </>
  );
}

function Approval({ exception }: { exception: Exception }) {
  const { approved, selfApproved, requested } = exception;
  const asker = <bdi>{requested.by}</bdi>;
  if (approved === null)
    return <Text id="exceptions.asked" values={{ who: asker, when: <When at={requested.at} /> }} />;
  const when = <When at={approved.at} />;
  if (selfApproved) return <Text id="exceptions.self-approved" values={{ when }} />;
  return <Text id="exceptions.approved" values={{ asker, who: <bdi>{approved.by}</bdi>, when }} />;
}

/** Fails in its scope as links to them. */
function Fails({ exception }: { exception: Exception }) {
  const t = useText();
  const { covers, check, regions, state, account } = exception;
  if (covers.fails === 0) return <span className="muted">{t('exceptions.nothing-fails')}</span>;
  const flag = state === 'active' ? 'accepted' : state === 'expired' ? 'expired' : null;
  const query = new URLSearchParams({ outcome: 'fail', check, account });
  if (flag) query.set('exception', flag);
  if (regions) query.set('region', regions.join(','));
  return (
    <>
      <span className="with-icon">
        <OutcomeIcon shape="fail" size={14} />
        <AppLink to={`${paths.findings}?${query}`}>
          {t('exceptions.fails', { n: covers.fails })}
        </AppLink>
      </span>
      {covers.critical > 0 ? (
        <div className="fine-line">{t('exceptions.critical', { n: covers.critical })}</div>
      ) : null}
    </>
  );
}
