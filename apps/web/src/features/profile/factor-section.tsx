import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { DoneNote } from '../../ui/done-note.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { useWithRecent } from '../../ui/recent-sign-in.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { PasswordStep } from './password-step.tsx';
import { TurnOnFactor } from './turn-on-factor.tsx';

type Doing = 'set-up' | 'turn-off' | 'new-codes' | null;
type Props = { on: boolean; codesLeft: number | null; hasPassword: boolean };

/** The authenticator app: set up, its backup codes, and turned off. */
export function FactorSection({ on, codesLeft, hasPassword }: Props) {
  const t = useText();
  const client = useQueryClient();
  const withRecent = useWithRecent();
  const [doing, setDoing] = useState<Doing>(null);
  const [done, setDone] = useState<string | null>(null);
  const codes = useMutation({
    mutationFn: (password: string) => api.profile.newBackupCodes({ password }),
    onSuccess: () => client.invalidateQueries({ queryKey: queries.profile.read.key() }),
  });
  const off = useMutation({
    mutationFn: (password: string) =>
      withRecent(() => api.profile.removeSecondFactor({ password })),
    onSuccess: () => end(t('profile.factor-removed')),
  });

  function begin(what: Doing): void {
    setDone(null);
    codes.reset();
    off.reset();
    setDoing(what);
  }

  async function end(text: string | null): Promise<void> {
    setDoing(null);
    setDone(text);
    await client.invalidateQueries({ queryKey: queries.profile.key() });
  }

  const buttons = on ? (
    <SpaceBetween size="s" direction="horizontal">
      <Button onClick={() => begin('new-codes')}>{t('profile.new-codes')}</Button>
      <Button onClick={() => begin('turn-off')}>{t('profile.factor-remove')}</Button>
    </SpaceBetween>
  ) : (
    <Button onClick={() => begin('set-up')}>{t('profile.factor-begin')}</Button>
  );
  return (
    <PageSection
      id="second-step"
      title={t('profile.factor')}
      about={t(on ? 'profile.factor-on' : 'profile.factor-off')}
    >
      {codesLeft === null ? null : (
        <p className="plain">{t('profile.codes-left', { n: codesLeft })}</p>
      )}
      {hasPassword ? null : <p className="plain">{t('profile.no-password')}</p>}
      {hasPassword && doing === null ? buttons : null}
      {doing === 'set-up' ? (
        <TurnOnFactor
          onStop={() => void end(null)}
          onDone={() => void end(t('profile.factor-turned-on'))}
        />
      ) : null}
      {doing === 'turn-off' ? (
        <PasswordStep
          act={t('profile.factor-remove')}
          mutation={off}
          onStop={() => setDoing(null)}
        />
      ) : null}
      {doing === 'new-codes' && !codes.data ? (
        <PasswordStep
          text={t('profile.new-codes-text')}
          act={t('profile.new-codes')}
          mutation={codes}
          onStop={() => setDoing(null)}
        />
      ) : null}
      {doing === 'new-codes' && codes.data ? (
        <SpaceBetween size="s">
          <BackupCodes codes={codes.data.backupCodes} />
          <Button onClick={() => void end(null)}>{t('profile.codes-kept')}</Button>
        </SpaceBetween>
      ) : null}
      <DoneNote text={done} />
    </PageSection>
  );
}
