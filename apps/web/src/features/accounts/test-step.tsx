import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import type { Connection } from '@ippo/contracts';
import { useText } from '../../i18n/text.tsx';
import { api } from '../../lib/api-client.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { ConnectStep } from './connect-step.tsx';
import { ConnectionProblem } from './connection-problem.tsx';
import { useConnectionsChanged } from './use-connections-changed.ts';

type Props = {
  connection: Connection | undefined;
  /** Whether the account answers already. */
  ready: boolean;
};

/** Takes the role's ARN and uses the role once; each failure says itself what to do. */
export function TestStep({ connection, ready }: Props) {
  const t = useText();
  if (!connection || ready)
    return (
      <ConnectStep n={3} title={t('connect.test')} now={false}>
        <p className="connect-done">
          {connection ? (
            <bdi className="mono arn">{connection.roleArn}</bdi>
          ) : (
            t('connect.test-later')
          )}
        </p>
      </ConnectStep>
    );
  return (
    <ConnectStep n={3} title={t('connect.test')} now={connection.roleArn !== null}>
      <TestForm connection={connection} />
    </ConnectStep>
  );
}

function TestForm({ connection }: { connection: Connection }) {
  const t = useText();
  const { id, roleArn } = connection;
  // A session may end while somebody makes the role: what was typed stays.
  const draft = useDraft(`role-of-${id}`, roleArn ?? '');
  const arn = draft.value;
  const changed = useConnectionsChanged();
  const test = useMutation({
    mutationFn: async (typed: string) => {
      if (typed !== roleArn) await api.connections.nameRole({ id, roleArn: typed });
      const tested = await api.connections.test({ id });
      draft.discard();
      return tested;
    },
    onSettled: changed,
  });
  return (
    <form
      className="connect-body"
      onSubmit={(event) => {
        event.preventDefault();
        if (arn.trim() !== '') test.mutate(arn.trim());
      }}
    >
      <SpaceBetween size="m">
        {test.error ? <ProblemText error={test.error} header={t('connect.failed')} /> : null}
        {test.error || test.isPending ? null : <ConnectionProblem connection={connection} />}
        <FormField label={t('connect.arn')} description={t('connect.arn-hint')} stretch>
          <Input
            value={arn}
            placeholder="arn:aws:iam::111122223333:role/ippo-readonly"
            spellcheck={false}
            autoComplete={false}
            onChange={({ detail }) => draft.change(detail.value)}
          />
        </FormField>
        <p className="fine plain">{t('connect.test-text')}</p>
        <Button variant="primary" formAction="submit" loading={test.isPending}>
          {t('connect.do-test')}
        </Button>
      </SpaceBetween>
    </form>
  );
}
