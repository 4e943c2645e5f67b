import Alert from '@cloudscape-design/components/alert';
import { dashed, problemSentence, type Connection } from '@ippo/contracts';
import { useLanguage, useText } from '../../i18n/text.tsx';

/** Why the last test failed and what to do; the test itself is not repeated for it. */
export function ConnectionProblem({ connection }: { connection: Connection }) {
  const t = useText();
  const language = useLanguage();
  const { problem, account, roleArn, state } = connection;
  if (problem === null) return null;
  const params = {
    role: roleArn ?? '',
    caller: t('accounts.own-identity'),
    account: t('accounts.another'),
    other: t('accounts.another'),
    expected: account === null ? '' : dashed(account),
  };
  return (
    <Alert
      type={state === 'new' ? 'error' : 'warning'}
      header={t(state === 'new' ? 'accounts.refused' : 'accounts.refused-used')}
    >
      {problemSentence(problem, params, language)}
      <div className="fine">{t('state.code', { code: problem })}</div>
    </Alert>
  );
}
