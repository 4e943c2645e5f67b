import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { may, type ExceptionFlag } from '@ippo/contracts';
import { useState } from 'react';
import { paths } from '../../app/paths.ts';
import { LazyTexts } from '../../i18n/lazy-texts.tsx';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { writeCalendarDay } from '../../lib/calendar-day.ts';
import { useSession } from '../../lib/use-report.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { ComponentTexts } from '../../ui/component-texts.tsx';
import { DoneNote } from '../../ui/done-note.tsx';
import { AcceptForm } from './accept-form.tsx';
import type { AcceptSubject } from './scope-choices.ts';

type Props = { subject: AcceptSubject; flag: ExceptionFlag | undefined };

/** On the page of a fail: whether its risk is accepted, and how to accept it. */
export function AcceptRisk(props: Props) {
  return (
    <LazyTexts part="exceptions">
      <ComponentTexts>
        <Risk {...props} />
      </ComponentTexts>
    </LazyTexts>
  );
}

function Risk({ subject, flag }: Props) {
  const t = useText();
  const language = useLanguage();
  const allowed = may(useSession().data?.role ?? null, 'accept');
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  return (
    <section id="accept" aria-label={t('accept.title')}>
      <Container header={<Header variant="h2">{t('accept.title')}</Header>}>
        {flag ? (
          <p className="plain">
            {t(flag.state === 'accepted' ? 'accept.now' : 'accept.now-expired', {
              day: writeCalendarDay(flag.lastDay, language),
              who: flag.by,
            })}{' '}
            {flag.selfApproved ? t('accept.self-note') : null}{' '}
            <AppLink to={`${paths.exceptions}?state=all#${flag.id}`}>{t('accept.show')}</AppLink>
          </p>
        ) : null}
        <div>
          <DoneNote text={done} />
        </div>
        {!allowed ? <p className="plain muted">{t('accept.only-who-can')}</p> : null}
        {allowed && open ? (
          <AcceptForm
            from={{ subject }}
            onDone={(made) => {
              setOpen(false);
              if (made) setDone(t(made.approved ? 'accept.saved' : 'accept.saved-asked'));
            }}
          />
        ) : null}
        {allowed && !open && flag?.state !== 'accepted' ? (
          <Button onClick={() => setOpen(true)}>{t('accept.open')}</Button>
        ) : null}
      </Container>
    </section>
  );
}
