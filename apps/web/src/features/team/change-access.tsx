import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Access, Person } from '@ippo/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useText } from '../../i18n/text.tsx';
import { api } from '../../lib/api-client.ts';
import { readerZone, useReaderZone } from '../../lib/reader-zone.ts';
import { dayOf } from '../../lib/zoned-day.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useWithRecent } from '../../ui/recent-sign-in.tsx';
import { accessOf, type AccessDraft } from './access-draft.ts';
import { AccessFields } from './access-fields.tsx';

function draftOf({ role, accounts, until }: Person): AccessDraft {
  return {
    role: role ?? 'viewer',
    chosen: accounts ?? [],
    typed: '',
    lastDay: until === null ? '' : dayOf(new Date(until), readerZone()),
  };
}

/** Another role, other accounts or another end for somebody. */
export function ChangeAccess(props: {
  person: Person;
  onDone: (text: string) => void;
  onStop: () => void;
}) {
  const { person } = props;
  const t = useText();
  const withRecent = useWithRecent();
  const zone = useReaderZone();
  const [draft, setDraft] = useState(() => draftOf(person));
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: (access: Access) =>
      withRecent(() => api.team.changeAccess({ id: person.id, access })),
    onSuccess: () => props.onDone(t('team.access-changed', { name: person.name })),
  });
  const written = accessOf(draft, zone, new Date());

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if ('access' in written) change.mutate(written.access);
  }

  return (
    <form className="narrow-form" noValidate onSubmit={submit}>
      <SpaceBetween size="m">
        {change.error ? <ProblemText error={change.error} /> : null}
        <AccessFields
          draft={draft}
          faults={tried && 'faults' in written ? written.faults : {}}
          onChange={setDraft}
        />
        <p className="plain muted">{t('access.signs-out')}</p>
        <SpaceBetween size="s" direction="horizontal">
          <Button formAction="submit" loading={change.isPending}>
            {t('access.save')}
          </Button>
          <Button variant="link" formAction="none" onClick={props.onStop}>
            {t('people.cancel')}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </form>
  );
}
