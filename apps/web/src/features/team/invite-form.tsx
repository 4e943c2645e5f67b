import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Access } from '@ippo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Text, useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { useReaderZone } from '../../lib/reader-zone.ts';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { When } from '../../ui/when.tsx';
import { useWithRecent } from '../../ui/recent-sign-in.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { accessOf, type AccessDraft } from './access-draft.ts';
import { AccessFields } from './access-fields.tsx';

const hourChoices = [24, 72, 168] as const;
const empty: AccessDraft = { role: 'viewer', chosen: [], typed: '', lastDay: '' };

/** Makes an invitation; its link is shown this once. */
export function InviteForm({ onClose }: { onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const withRecent = useWithRecent();
  const zone = useReaderZone();
  const [email, setEmail] = useState('');
  const [draft, setDraft] = useState(empty);
  const [hours, setHours] = useState(72);
  const [tried, setTried] = useState(false);
  const invite = useMutation({
    mutationFn: (access: Access) =>
      withRecent(() => api.team.invite({ email, access, validHours: hours })),
    onSuccess: () => client.invalidateQueries({ queryKey: queries.team.list.key() }),
  });
  const written = accessOf(draft, zone, new Date());
  const badEmail = /^\S+@\S+\.\S+$/.test(email) ? '' : t('setup.missing-email');

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if ('access' in written && badEmail === '') invite.mutate(written.access);
  }

  if (invite.data)
    return (
      <ShownOnce
        header={t('invite.made', { email })}
        text={
          <>
            {t('people.link-once')}{' '}
            <Text id="people.link-until" values={{ when: <When at={invite.data.expiresAt} /> }} />
          </>
        }
        secret={invite.data.link}
        copy={t('people.copy-link')}
        close={t('people.link-closed')}
        onClose={onClose}
      />
    );
  return (
    <PageSection id="invite" title={t('team.invite')}>
      <form className="narrow-form" noValidate onSubmit={submit}>
        <SpaceBetween size="m">
          {invite.error ? <ProblemText error={invite.error} /> : null}
          <FormField
            label={t('invite.email')}
            constraintText={t('invite.email-hint')}
            errorText={tried ? badEmail : ''}
            stretch
          >
            <Input
              value={email}
              type="email"
              autoFocus
              autoComplete="off"
              onChange={({ detail }) => setEmail(detail.value)}
            />
          </FormField>
          <AccessFields
            draft={draft}
            faults={tried && 'faults' in written ? written.faults : {}}
            onChange={setDraft}
          />
          <FormField label={t('invite.hours')} stretch>
            <RadioGroup
              value={String(hours)}
              items={hourChoices.map((n) => ({ value: String(n), label: t(`invite.hours-${n}`) }))}
              onChange={({ detail }) => setHours(Number(detail.value))}
            />
          </FormField>
          <SpaceBetween size="s" direction="horizontal">
            <Button variant="primary" formAction="submit" loading={invite.isPending}>
              {t('invite.submit')}
            </Button>
            <Button variant="link" formAction="none" onClick={onClose}>
              {t('people.cancel')}
            </Button>
          </SpaceBetween>
        </SpaceBetween>
      </form>
    </PageSection>
  );
}
