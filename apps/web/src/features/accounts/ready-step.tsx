import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { dashed, type Connection } from '@ippo/contracts';
import { preflightPath, scanPath } from '../../app/paths.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { problemOf } from '../../lib/api-problem.ts';
import { useGo } from '../../lib/use-go.ts';
import { useStartScan } from '../../lib/use-start-scan.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { Caller } from './caller.tsx';
import { ConnectStep } from './connect-step.tsx';

/** The account answers: look at the permissions first, or scan at once. */
export function ReadyStep({
  connection,
  now,
}: {
  connection: Connection | undefined;
  now: boolean;
}) {
  const t = useText();
  const go = useGo();
  const start = useStartScan((scan) => scanPath(scan.id));
  if (!connection || !now)
    return (
      <ConnectStep n={4} title={t('connect.ready')} now={false}>
        <p className="connect-done">{t('connect.ready-later')}</p>
      </ConnectStep>
    );
  const { id, account, caller } = connection;
  return (
    <ConnectStep n={4} title={t('connect.ready')} now>
      <div className="connect-body" role="status">
        <p>
          <Text
            id="connect.answered"
            values={{ account: <span className="code-name">{dashed(account ?? '')}</span> }}
          />
        </p>
        {caller ? (
          <div className="connect-caller">
            <Caller caller={caller} />
          </div>
        ) : null}
        {start.error && problemOf(start.error)?.code !== 'scan-running' ? (
          <ProblemText error={start.error} />
        ) : null}
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="primary" onClick={() => go(preflightPath(id))}>
            {t('common.check-permissions')}
          </Button>
          <Button loading={start.isPending} onClick={() => start.mutate({ target: id })}>
            {t('common.scan-now')}
          </Button>
        </SpaceBetween>
      </div>
    </ConnectStep>
  );
}
