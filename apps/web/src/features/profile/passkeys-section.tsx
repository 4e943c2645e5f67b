import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { PasskeysPossible } from '@ippo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Text, useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { makePasskey, passkeysPossibleHere } from '../../lib/passkeys.ts';
import { DoneNote } from '../../ui/done-note.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { When } from '../../ui/when.tsx';
import { useWithRecent } from '../../ui/recent-sign-in.tsx';

type Passkey = {
  id: string;
  name: string;
  host: string;
  createdAt: string;
  lastUsedAt: string | null;
};

/** Passkeys: those there are, and a new one where this address allows it. */
export function PasskeysSection(props: {
  passkeys: readonly Passkey[];
  possible: PasskeysPossible;
}) {
  const t = useText();
  const client = useQueryClient();
  const withRecent = useWithRecent();
  const renew = () => client.invalidateQueries({ queryKey: queries.profile.read.key() });
  const remove = useMutation({
    mutationFn: (id: string) => withRecent(() => api.profile.removePasskey({ id })),
    onSuccess: renew,
  });
  return (
    <PageSection id="passkeys" title={t('profile.passkeys')} about={t('profile.passkeys-text')}>
      {remove.error ? <ProblemText error={remove.error} /> : null}
      {props.passkeys.length === 0 ? (
        <p className="plain muted">{t('profile.no-passkeys')}</p>
      ) : (
        <ul className="thing-list">
          {props.passkeys.map(({ id, name, host, createdAt, lastUsedAt }) => (
            <li key={id}>
              <div>
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                <div className="things">
                  <span>{t('profile.passkey-host', { host })}</span>
                  <span>
                    <Text id="people.made" values={{ when: <When at={createdAt} /> }} />
                  </span>
                  <span>
                    {lastUsedAt === null ? (
                      t('people.not-used')
                    ) : (
                      <Text id="people.last-used" values={{ when: <When at={lastUsedAt} /> }} />
                    )}
                  </span>
                </div>
              </div>
              <Button
                ariaLabel={t('profile.passkey-remove-named', { name })}
                loading={remove.isPending && remove.variables === id}
                onClick={() => remove.mutate(id)}
              >
                {t('profile.passkey-remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <NewPasskey possible={props.possible} onMade={() => void renew()} />
    </PageSection>
  );
}

function NewPasskey({ possible, onMade }: { possible: PasskeysPossible; onMade: () => void }) {
  const t = useText();
  const withRecent = useWithRecent();
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: async () => {
      const response = await makePasskey(await withRecent(() => api.profile.passkeyOptions()));
      if (response === null) return false;
      await api.profile.addPasskey({ name, response });
      return true;
    },
    onSuccess: (made) => {
      if (!made) return;
      setName('');
      onMade();
    },
  });
  if (!possible.possible) return <Alert type="info">{t(`profile.passkey-${possible.why}`)}</Alert>;
  if (!passkeysPossibleHere()) return <Alert type="info">{t('profile.passkey-browser')}</Alert>;
  return (
    <form
      className="narrow-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') add.mutate();
      }}
    >
      <SpaceBetween size="s">
        {add.error ? <ProblemText error={add.error} /> : null}
        {add.data === false ? <Alert type="info">{t('profile.passkey-stopped')}</Alert> : null}
        <FormField label={t('profile.passkey-name')} stretch>
          <Input value={name} onChange={({ detail }) => setName(detail.value)} />
        </FormField>
        <Button formAction="submit" loading={add.isPending} disabled={name.trim() === ''}>
          {t('profile.passkey-add')}
        </Button>
        <DoneNote text={add.data === true ? t('profile.passkey-added') : null} />
      </SpaceBetween>
    </form>
  );
}
