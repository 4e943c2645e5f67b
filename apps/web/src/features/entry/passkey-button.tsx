import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { useText } from '../../i18n/text.tsx';
import { api } from '../../lib/api-client.ts';
import { passkeysPossibleHere, signWithPasskey } from '../../lib/passkeys.ts';
import { ProblemText } from '../../ui/problem-text.tsx';

/** Signs in by passkey, where this address can; else nothing is there. */
export function PasskeyButton({ onDone }: { onDone: () => void }) {
  const t = useText();
  const enter = useMutation({
    mutationFn: async () => {
      const response = await signWithPasskey(await api.passkeys.options());
      if (response === null) return false;
      await api.passkeys.signIn({ response });
      return true;
    },
    onSuccess: (entered) => {
      if (entered) onDone();
    },
  });
  if (!passkeysPossibleHere()) return null;
  return (
    <SpaceBetween size="s">
      {enter.error ? <ProblemText error={enter.error} /> : null}
      {enter.data === false ? <Alert type="info">{t('sign-in.passkey-stopped')}</Alert> : null}
      <Button fullWidth loading={enter.isPending} onClick={() => enter.mutate()}>
        {t('sign-in.passkey')}
      </Button>
    </SpaceBetween>
  );
}
