import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { problemSentence } from '@ippo/contracts';
import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { problemOf } from '../../lib/api-problem.ts';
import { signOut } from '../../lib/sign-in.ts';
import { useSession } from '../../lib/use-report.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';

type Props<Link extends { email: string }> = {
  token: string;
  check: UseQueryResult<Link>;
  children: (link: Link) => ReactNode;
};

/** Whether a link is used, too old, or none: its page is then about nothing else. */
export function isDeadLink(token: string, error: unknown): boolean {
  return token === '' || problemOf(error)?.code === 'link-invalid';
}

/** What a link can be before it is used: looked at, used or too old, or opened by somebody else. */
export function LinkStates<Link extends { email: string }>(props: Props<Link>) {
  const { token, check, children } = props;
  const t = useText();
  const language = useLanguage();
  const session = useSession();
  if (isDeadLink(token, check.error))
    return (
      <Alert type="warning">
        <p className="plain">{problemSentence('link-invalid', {}, language)}</p>
        <AppLink to={paths.signIn}>{t('setup.go-sign-in')}</AppLink>
      </Alert>
    );
  if (check.error) return <ProblemText error={check.error} />;
  if (!check.data || session.isPending)
    return (
      <p className="entry-text" role="status">
        {t('link.checking')}
      </p>
    );
  if (session.data) return <Somebody name={session.data.name} email={check.data.email} />;
  return <>{children(check.data)}</>;
}

/** Whoever is signed in keeps their account: a link is never used for them by mistake. */
function Somebody({ name, email }: { name: string; email: string }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);

  async function leave(): Promise<void> {
    setLeaving(true);
    await signOut();
    await client.resetQueries();
    setLeaving(false);
  }

  return (
    <SpaceBetween size="m">
      <Alert type="info" header={t('link.other', { name })}>
        {t('link.other-text', { email })}
      </Alert>
      <SpaceBetween size="s" direction="horizontal">
        <Button variant="primary" loading={leaving} onClick={() => void leave()}>
          {t('link.sign-out')}
        </Button>
        <Button onClick={() => void navigate(paths.overview)}>{t('link.stay')}</Button>
      </SpaceBetween>
    </SpaceBetween>
  );
}
