import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { dashed, may, type Connection } from '@ippo/contracts';
import { useState } from 'react';
import { connectPath, preflightPath, scanPath } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { problemOf } from '../../lib/api-problem.ts';
import { useGo } from '../../lib/use-go.ts';
import { useSession } from '../../lib/use-report.ts';
import { useStartScan } from '../../lib/use-start-scan.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { useConnectionsChanged } from './use-connections-changed.ts';

type Props = { connection: Connection; name: string; owner: boolean };

/** What can be done with a connection: scanning by who may, everything else by an owner. */
export function ConnectionActions({ connection, name, owner }: Props) {
  const t = useText();
  const go = useGo();
  const [dialog, setDialog] = useState<'rename' | 'remove' | null>(null);
  const onSuccess = useConnectionsChanged();
  const onSettled = onSuccess;
  const test = useMutation(queries.connections.test.mutationOptions({ onSettled }));
  const pause = useMutation(queries.connections.pause.mutationOptions({ onSuccess }));
  const resume = useMutation(queries.connections.resume.mutationOptions({ onSuccess }));
  const start = useStartScan((scan) => scanPath(scan.id));
  const role = useSession().data?.role;
  const { id, state, kind } = connection;
  // What a test found stays in the card; only what kept it from being made stands here.
  const error =
    start.error ?? pause.error ?? resume.error ?? (connection.problem ? null : test.error);
  const forScanners = [
    { id: 'permissions', text: t('common.check-permissions'), disabled: state !== 'active' },
  ];
  const forOwners = [
    { id: 'test', text: t('accounts.test'), disabled: kind === 'role' && !connection.roleArn },
    ...(kind === 'role' ? [{ id: 'change-role', text: t('accounts.change-role') }] : []),
    ...(kind === 'demo' ? [] : [{ id: 'rename', text: t('accounts.rename') }]),
    state === 'paused'
      ? { id: 'resume', text: t('accounts.resume') }
      : { id: 'pause', text: t('accounts.pause'), disabled: state === 'new' },
    { id: 'remove', text: t(kind === 'role' ? 'accounts.remove' : 'accounts.erase') },
  ];
  function act(what: string): void {
    if (what === 'permissions') go(preflightPath(id));
    else if (what === 'test') test.mutate({ id });
    else if (what === 'pause') pause.mutate({ id });
    else if (what === 'resume') resume.mutate({ id });
    else if (what === 'change-role') go(connectPath(id));
    else if (what === 'rename' || what === 'remove') setDialog(what);
  }
  if (role === undefined || !may(role, 'scan')) return null;
  return (
    <div className="connection-actions">
      <SpaceBetween direction="horizontal" size="xs">
        {state === 'active' ? (
          <Button
            loading={start.isPending}
            ariaLabel={t('accounts.scan-of', { name })}
            onClick={() => start.mutate({ target: id })}
          >
            {t('common.scan-now')}
          </Button>
        ) : null}
        {state === 'new' && owner ? (
          <Button onClick={() => go(connectPath(id))}>{t('accounts.go-on')}</Button>
        ) : null}
        <ButtonDropdown
          items={owner ? [...forScanners, ...forOwners] : forScanners}
          loading={test.isPending || pause.isPending || resume.isPending}
          loadingText={t('accounts.working')}
          ariaLabel={t('accounts.more-of', { name })}
          onItemClick={({ detail }) => act(detail.id)}
        >
          {t('accounts.more')}
        </ButtonDropdown>
      </SpaceBetween>
      {test.data && !test.isPending ? (
        <p role="status" className="fine">
          {t('accounts.tested', { account: dashed(test.data.account ?? '') })}
        </p>
      ) : null}
      {error && problemOf(error)?.code !== 'scan-running' ? <ProblemText error={error} /> : null}
      {dialog === 'rename' ? (
        <RenameDialog connection={connection} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'remove' ? (
        <RemoveDialog connection={connection} name={name} onClose={() => setDialog(null)} />
      ) : null}
    </div>
  );
}
