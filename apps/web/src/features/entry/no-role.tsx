import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { problemSentence } from '@ippo/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { signOut } from '../../lib/sign-in.ts';

/** Signed in through the organisation, while no owner gave a role: nothing can be seen yet. */
export function NoRole({ then }: { then: string }) {
  const t = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();

  async function leave(): Promise<void> {
    await signOut();
    client.clear();
    await navigate(paths.signIn, { replace: true });
  }

  function look(): void {
    client.clear();
    void navigate(then, { replace: true });
  }

  return (
    <>
      <h1>{t('sign-in.no-role-title')}</h1>
      <p className="entry-text">{problemSentence('no-role', {}, language)}</p>
      <SpaceBetween size="s" direction="horizontal">
        <Button variant="primary" onClick={look}>
          {t('sign-in.look-again')}
        </Button>
        <Button onClick={() => void leave()}>{t('sign-in.sign-out')}</Button>
      </SpaceBetween>
    </>
  );
}
