import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { dashed, problemSentence, type ProblemCode } from '@ippo/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import { preflightPath } from '../../app/paths.ts';
import { Text, useLanguage, useText } from '../../i18n/text.tsx';
import type { api } from '../../lib/api-client.ts';
import { useGo } from '../../lib/use-go.ts';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';

/** What `GET /api/connection` answers. */
export type Connection = Awaited<ReturnType<typeof api.connection>>;

const problemOfState = {
  none: 'no-credentials',
  refused: 'credentials-refused',
  unreachable: 'aws-unreachable',
} as const satisfies Record<string, ProblemCode>;

type Props = {
  query: UseQueryResult<Connection>;
  scanning: boolean;
  onScan: () => void;
};

/** The first door: who AWS says we are and what will be read, or what to do first. */
export function MyAccountDoor({ query, scanning, onScan }: Props) {
  const t = useText();
  const go = useGo();
  const connection = query.data;
  const found = connection?.state === 'found';
  return (
    <section className={`door${found ? ' door-first' : ''}`}>
      <h2>{t('start.mine')}</h2>
      {query.isPending ? <p>{t('start.looking')}</p> : null}
      {query.error ? <ProblemText error={query.error} /> : null}
      {connection ? <Identity connection={connection} /> : null}
      {connection ? <Promises operations={connection.operations.length} /> : null}
      <div className="door-actions">
        {found ? (
          <>
            <Button variant="primary" onClick={() => go(preflightPath('aws'))}>
              {t('common.check-permissions')}
            </Button>
            <Button loading={scanning} onClick={onScan}>
              {t('start.scan-mine')}
            </Button>
          </>
        ) : null}
        {connection && !found ? (
          <Button
            iconName="refresh"
            loading={query.isFetching}
            onClick={() => void query.refetch()}
          >
            {t('start.try-again')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function Identity({ connection }: { connection: Connection }) {
  const t = useText();
  const language = useLanguage();
  if (connection.state !== 'found')
    return (
      <Alert type="warning" header={t(`start.${connection.state}`)}>
        {problemSentence(problemOfState[connection.state], {}, language)}
      </Alert>
    );
  return (
    <>
      <p>{t('start.found')}</p>
      {connection.identity ? (
        <div className="identity">
          <div>
            <OutcomeIcon shape="pass" />{' '}
            <b className="code-name">{dashed(connection.identity.account)}</b>
          </div>
          <bdi className="mono arn">{connection.identity.arn}</bdi>
          <p className="fine">{t('start.asked')}</p>
        </div>
      ) : null}
      {connection.endpoint === null ? null : (
        <Alert type="info">
          <Text
            id="start.endpoint"
            values={{ url: <span className="mono">{connection.endpoint}</span> }}
          />
        </Alert>
      )}
    </>
  );
}

function Promises({ operations }: { operations: number }) {
  const t = useText();
  return (
    <ul>
      <li>
        <Text
          id="start.promise-read"
          values={{ n: operations, operations: (parts) => <a href="#operations">{parts}</a> }}
        />
      </li>
      <li>{t('start.promise-local')}</li>
      <li>{t('start.promise-keys')}</li>
    </ul>
  );
}
