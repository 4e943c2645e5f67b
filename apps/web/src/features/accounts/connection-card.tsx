import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator';
import { dashed, type Connection, type ConnectionSchedule } from '@ippo/contracts';
import { useText } from '../../i18n/text.tsx';
import { ReachWarning } from './caller.tsx';
import { ConnectionActions } from './connection-actions.tsx';
import { ConnectionFacts } from './connection-facts.tsx';
import { connectionName } from './connection-name.ts';
import { ConnectionProblem } from './connection-problem.tsx';

type Props = {
  connection: Connection;
  schedule: ConnectionSchedule | undefined;
  /** Whether the reader may change connections. */
  owner: boolean;
};

type Shown = Connection['state'] | 'unread' | 'example';

/** Without outcome colours: whether an account is read is not a verdict. */
const indicators: Record<Shown, StatusIndicatorProps.Type> = {
  new: 'pending',
  active: 'success',
  paused: 'stopped',
  unread: 'pending',
  example: 'info',
};

/** One connected account: what it is, how it is read, who we are there, and when. */
export function ConnectionCard({ connection, schedule, owner }: Props) {
  const t = useText();
  const name = connectionName(connection, t);
  const { account } = connection;
  const state = shownState(connection);
  return (
    <section aria-label={name} className="connection">
      <Container
        header={
          <Header
            variant="h2"
            description={
              <span className="connection-line">
                {account === null ? null : <span className="code-name">{dashed(account)}</span>}
                <StatusIndicator type={indicators[state]} colorOverride="grey">
                  {t(`accounts.state-${state}`)}
                </StatusIndicator>
              </span>
            }
            actions={<ConnectionActions connection={connection} name={name} owner={owner} />}
          >
            <bdi>{name}</bdi>
          </Header>
        }
      >
        <SpaceBetween size="m">
          <ConnectionProblem connection={connection} />
          <ReachWarning caller={connection.caller} />
          <ConnectionFacts connection={connection} schedule={schedule} owner={owner} />
        </SpaceBetween>
      </Container>
    </section>
  );
}

/** A connection that works says whether it was read: only then its account is in use. */
function shownState({ state, kind, account }: Connection): Shown {
  if (state !== 'active') return state;
  if (kind === 'demo') return 'example';
  return account === null ? 'unread' : state;
}
