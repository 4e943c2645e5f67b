import Tabs from '@cloudscape-design/components/tabs';
import { useQuery } from '@tanstack/react-query';
import type { Connection } from '@ippo/contracts';
import { Text, useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { ConnectStep } from './connect-step.tsx';

type Props = { connection: Connection | undefined; now: boolean };

/** Makes the role in the account to be read: one block for CloudShell, or code to keep. */
export function RoleStep({ connection, now }: Props) {
  const t = useText();
  if (!connection)
    return (
      <ConnectStep n={2} title={t('connect.role')} now={false}>
        <p className="connect-done">{t('connect.role-later')}</p>
      </ConnectStep>
    );
  return (
    <ConnectStep n={2} title={t('connect.role')} now={now}>
      <div className="connect-body">
        <p>{t('connect.role-text')}</p>
        <div className="connect-external">
          <span>
            <Text
              id="accounts.external-id-is"
              values={{ id: <bdi className="mono arn">{connection.externalId ?? ''}</bdi> }}
            />
          </span>
          <CopyButton text={connection.externalId ?? ''} label={t('common.copy')} />
        </div>
        <p className="fine">{t('connect.external-why')}</p>
        <Tabs
          ariaLabel={t('connect.role')}
          tabs={[
            {
              id: 'cloudformation',
              label: t('connect.tab-cloudformation'),
              content: <Template id={connection.id} format="cloudformation" />,
            },
            {
              id: 'terraform',
              label: t('connect.tab-terraform'),
              content: <Template id={connection.id} format="terraform" />,
            },
            {
              id: 'json',
              label: t('connect.tab-json'),
              content: <Template id={connection.id} format="json" />,
            },
          ]}
        />
      </div>
    </ConnectStep>
  );
}

function Template(props: { id: string; format: 'cloudformation' | 'terraform' | 'json' }) {
  const t = useText();
  const template = useQuery(
    queries.connections.template.queryOptions({ input: props, retry: false }),
  );
  if (template.error) return <ProblemText error={template.error} />;
  if (!template.data) return <div className="skeleton skeleton-card" />;
  const { command, text, caller, fileName } = template.data;
  const terraform = props.format === 'terraform';
  return (
    <>
      <p>{t(`connect.how-${props.format}`)}</p>
      <CodeBlock
        text={terraform ? text : command}
        label={terraform ? fileName : t('connect.command')}
      />
      <p className="fine">
        <Text id="connect.trusts" values={{ caller: <bdi className="mono arn">{caller}</bdi> }} />
      </p>
    </>
  );
}
