import type { Connection, ConnectionSchedule } from '@ippo/contracts';
import { paths, scanPath } from '../../app/paths.ts';
import { Text, useLanguage, useText } from '../../i18n/text.tsx';
import { AppLink } from '../../ui/app-link.tsx';
import { Ago, When } from '../../ui/when.tsx';
import { Caller } from './caller.tsx';
import { scheduleWords } from './schedule-words.ts';

type Props = {
  connection: Connection;
  schedule: ConnectionSchedule | undefined;
  owner: boolean;
};

/** How an account is read, as whom, when it was last, and when it is next. */
export function ConnectionFacts({ connection, schedule, owner }: Props) {
  const t = useText();
  return (
    <dl className="connection-facts">
      <div>
        <dt>{t('accounts.how')}</dt>
        <dd>
          <HowRead connection={connection} />
        </dd>
      </div>
      {connection.kind === 'demo' ? null : (
        <div>
          <dt>{t('accounts.who')}</dt>
          <dd>
            {connection.caller ? <Caller caller={connection.caller} /> : t('accounts.who-none')}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('accounts.last')}</dt>
        <dd>
          <LastScan connection={connection} />
        </dd>
      </div>
      <div>
        <dt>{t('accounts.schedule')}</dt>
        <dd>
          <ByItself connection={connection} schedule={schedule} owner={owner} />
        </dd>
      </div>
    </dl>
  );
}

function HowRead({ connection }: { connection: Connection }) {
  const t = useText();
  const { kind, roleArn, externalId } = connection;
  if (kind !== 'role') return <>{t(`accounts.how-${kind}`)}</>;
  return (
    <>
      {roleArn === null ? t('accounts.how-no-role') : <bdi className="mono arn">{roleArn}</bdi>}
      {externalId === null ? null : (
        <div className="fine">
          <Text
            id="accounts.external-id-is"
            values={{ id: <bdi className="mono arn">{externalId}</bdi> }}
          />
        </div>
      )}
    </>
  );
}

function LastScan({ connection }: { connection: Connection }) {
  const t = useText();
  const last = connection.lastScan;
  if (last === null) return <>{t('accounts.last-none')}</>;
  const at = last.finishedAt ?? last.createdAt;
  return (
    <>
      <AppLink to={scanPath(last.id)}>
        <When at={at} />
      </AppLink>
      <div className="fine">
        {t(`scan.status.${last.status}`)} · <Ago at={at} />
      </div>
    </>
  );
}

function ByItself({ connection, schedule, owner }: Props) {
  const t = useText();
  const language = useLanguage();
  if (!schedule) return <>–</>;
  const [next] = schedule.next;
  return (
    <>
      {scheduleWords(schedule.schedule, t, language)}
      <div className="fine">
        {connection.state === 'paused' && next ? t('accounts.next-paused') : null}
        {connection.state !== 'paused' && next ? (
          <Text id="accounts.next" values={{ when: <When at={next} /> }} />
        ) : null}{' '}
        {owner ? (
          <AppLink to={paths.settings} fontSize="body-s">
            {t('accounts.schedule-change')}
          </AppLink>
        ) : null}
      </div>
      {schedule.lastProblem ? (
        <div className="fine">{t('accounts.schedule-failed', { code: schedule.lastProblem })}</div>
      ) : null}
    </>
  );
}
