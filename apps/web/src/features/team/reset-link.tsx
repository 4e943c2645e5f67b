import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Person } from '@ippo/contracts';
import { useMutation } from '@tanstack/react-query';
import { Text, useText } from '../../i18n/text.tsx';
import { api } from '../../lib/api-client.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { When } from '../../ui/when.tsx';
import { useWithRecent } from '../../ui/recent-sign-in.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';

/** A link by which somebody sets a new password; shown this once. */
export function ResetLink({ person, onStop }: { person: Person; onStop: () => void }) {
  const t = useText();
  const withRecent = useWithRecent();
  const make = useMutation({
    mutationFn: () => withRecent(() => api.team.resetPassword({ id: person.id })),
  });
  if (make.data)
    return (
      <ShownOnce
        header={t('people.link-once')}
        text={<Text id="people.link-until" values={{ when: <When at={make.data.expiresAt} /> }} />}
        secret={make.data.link}
        copy={t('people.copy-link')}
        close={t('people.link-closed')}
        onClose={onStop}
      />
    );
  return (
    <SpaceBetween size="s">
      {make.error ? <ProblemText error={make.error} /> : null}
      <Alert type="warning">{t('team.reset-why')}</Alert>
      <SpaceBetween size="s" direction="horizontal">
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          {t('team.reset')}
        </Button>
        <Button variant="link" onClick={onStop}>
          {t('people.cancel')}
        </Button>
      </SpaceBetween>
    </SpaceBetween>
  );
}
